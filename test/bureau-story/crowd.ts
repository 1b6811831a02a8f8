import { sql } from 'kysely'
import type { App } from '../../src/app.ts'
import {
  answerCall,
  decideExcuse,
  keptBureaus,
  listClaims,
  listLetters,
  noteClaim,
  noteComplete,
  proveDelivery,
  requestExcuse,
  type SeatedAssignment,
  selectAssignments,
} from '../../src/bureaus/index.ts'
import type { DeskTrial } from '../../src/desk/testing.ts'
import type { Election } from '../../src/elections/index.ts'
import { addStaff } from '../../src/municipalities/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { expectOk } from '../expect-ok.ts'

/** What some hundreds of people do, of whom a browser plays one of each kind: by the functions behind the pages. */

const account = 'BE68539007547034'
/** Every so manieth asks to be excused: twelve of a hundred. */
const askingEach = 8

/** Of every bureau, now and before. */
export const assignmentsOf = (app: App, election: Election): Promise<SeatedAssignment[]> =>
  app.database.inScope(staffOf(election.municipalityId), async (db) => {
    const kept = await keptBureaus(db, election)
    return selectAssignments(db, election, { bureaus: kept.map(({ bureauId }) => bureauId) })
  })

const lettersOnPaper = (app: App, election: Election) =>
  app.database.inScope(staffOf(election.municipalityId), (db) =>
    listLetters(db, election, { states: ['undelivered', 'printed'], limit: 1000 }),
  )

/** The postman brought every letter that was printed. Answers how many. */
export async function paperArrives(app: App, election: Election): Promise<number> {
  const letters = await lettersOnPaper(app, election)
  for (const [at, { letterId }] of letters.entries()) {
    const proof = { means: 'registered', number: `RR${1000 + at}BE` } as const
    const proven = { election, letterId, proof, at: app.clock.now(), by: 'clerk' }
    expectOk(await proveDelivery(app, proven))
  }
  return letters.length
}

/** Who is designated for the seats of this role in a bureau, as they log in. */
export function membersOf(
  { database, deps, here }: DeskTrial,
  { electionId }: Election,
  { number, role }: { readonly number: string; readonly role: string },
): Promise<{ name: string; nationalNumber: string }[]> {
  return database.inScope(staffOf(here), async (db) => {
    const { rows } = await sql<{ name: string; sealed: Buffer }>`
      select m.first_names || ' ' || m.last_name as name, m.nrn_cipher as sealed
      from bureaus.bureau b
      join bureaus.seat s on s.municipality_id = b.municipality_id and s.bureau_id = b.bureau_id
      join bureaus.assignment a on a.municipality_id = s.municipality_id and a.seat_id = s.seat_id
      join bureaus.member m on m.municipality_id = a.municipality_id and m.member_id = a.member_id
      where b.municipality_id = ${here} and b.election_id = ${electionId} and b.number = ${number} and b.kind = 'POLLING'
        and s.role = ${role} and a.designation = 'DESIGNATED'
      order by s.ordinal`.execute(db)
    return rows.map(({ name, sealed }) => ({ name, nationalNumber: deps.vault.open(sealed) }))
  })
}

const isSilent = ({ axes }: SeatedAssignment) =>
  axes.designation === 'DESIGNATED' && axes.delivery === 'DELIVERED' && axes.reply === 'NONE'

/** Everybody who was called and said nothing yet answers: that they come, or, of so many as `asking` says, that they can't. */
export async function everybodyAnswers(
  app: App,
  election: Election,
  { asking }: { readonly asking: boolean },
): Promise<{ readonly come: number; readonly ask: number }> {
  const silent = (await assignmentsOf(app, election)).filter(isSilent)
  const asks = (at: number) => asking && at % askingEach === askingEach - 1
  for (const [at, { assignmentId }] of silent.entries()) {
    const act = { election, assignmentId, by: 'citizen', authority: 'person' } as const
    const request = { ground: 'WORK', text: 'Ik werk die dag in het ziekenhuis.' } as const
    const contact = { phone: `+3247000${1000 + at}`, iban: account }
    if (asks(at)) expectOk(await requestExcuse(app, { ...act, request, channel: 'PORTAL' }))
    else expectOk(await answerCall(app, { ...act, contact }))
  }
  const ask = silent.filter((_, at) => asks(at)).length
  return { come: silent.length - ask, ask }
}

/** Every request that waits is looked through and granted. Answers how many. */
export async function everythingIsDecided(app: App, election: Election, authority: string): Promise<number> {
  const { municipalityId } = election
  const who = {
    municipalityId,
    name: 'Gerda Claes',
    email: 'gerda@zonnedorp.example',
    isDemo: true,
    by: 'test',
  }
  const rights = ['bureaus.decide'] as const
  const { staffId } = expectOk(await addStaff(app, { ...who, rights }))
  const staff = { municipalityId, staffId, name: who.name, rights }
  const waiting = (await assignmentsOf(app, election)).filter(
    ({ axes }) => axes.designation === 'DESIGNATED' && axes.reply === 'EXCUSE_PENDING',
  )
  for (const { assignmentId } of waiting) {
    expectOk(await noteComplete(app, { election, assignmentId, by: 'clerk' }))
    const decision = { election, assignmentId, staff, grants: true, reason: '', authority }
    expectOk(await decideExcuse({ ...app, portalUrl: app.config.PORTAL_URL }, decision))
  }
  return waiting.length
}

/** What the forms of polling day say of everybody else: where they live, and their account. */
export async function claimsAreComplete(app: App, election: Election): Promise<void> {
  const asked = { election, state: 'incomplete', most: 1000, by: 'clerk' } as const
  const { claims } = await listClaims(app, asked)
  const note = { livesHere: true, needed: false, iban: account }
  for (const { assignmentId } of claims)
    expectOk(await noteClaim(app, { election, assignmentId, note, by: 'clerk' }))
}
