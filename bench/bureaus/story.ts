import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { listAFile } from '../../dev/demo/bureaus/list-a-file.ts'
import { bureausStaff } from '../../dev/demo/bureaus/town.ts'
import { expectOk } from '../../dev/demo/expect-ok.ts'
import { diceFrom } from '../../dev/demo/random.ts'
import type { App } from '../../src/app.ts'
import {
  adoptList,
  adoptPlan,
  answerCall,
  closeTerms,
  convoke,
  decideExcuse,
  designateAll,
  followMemberLetters,
  freezeDraw,
  holdDraw,
  importListA,
  type KeptBureau,
  keptBureaus,
  type MemberLetterKind,
  memberLetterCampaign,
  noteComplete,
  planElection,
  proposeNext,
  proposeSeating,
  requestExcuse,
  type SeatedAssignment,
  selectAssignments,
  sendList,
  wantedBureaus,
} from '../../src/bureaus/index.ts'
import { runCampaign } from '../../src/delivery/index.ts'
import type { Election } from '../../src/elections/index.ts'
import type { Staff } from '../../src/municipalities/index.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { noteTheDay } from './day.ts'
import { payAll } from './pay.ts'
import type { BenchTown } from './town.ts'

export type BenchApp = App & { readonly portalUrl: string }

/** A municipality on its way through the story. */
export interface Telling extends BenchTown {
  readonly clerk: Staff
  readonly registrar: Staff
  /** Claims that no bank takes, by the name. */
  byHand: number
}

/** Of those who are called for the first time, how many ask to be excused; all of them are, so that all are replaced. */
export const excusedShare = 0.12
const by = 'bench'
const authority = 'de vrederechter van het kanton'
const account = 'BE68539007547034'

/** What happens in every municipality, in this order; each with the moment at which it does. */
export const steps: readonly (readonly [string, (app: BenchApp, town: Telling) => Promise<unknown>])[] = [
  ['plan', (app, town) => plan(at(app, '2030-08-01T09:00:00Z'), town)],
  ['lists', (app, town) => lists(at(app, '2030-08-12T09:00:00Z'), town)],
  ['draw', draw],
  ['propose', (app, town) => propose(at(app, '2030-08-25T09:00:00Z'), town)],
  ['designate', (app, town) => designate(at(app, '2030-09-01T09:00:00Z'), town)],
  ['convoke', (app, town) => convokeAll(at(app, '2030-09-05T09:00:00Z'), town)],
  ['answer and excuse', (app, town) => answer(at(app, '2030-09-06T09:00:00Z'), town, excusedShare)],
  ['replace', replace],
  [
    'polling day',
    async (app, town) => {
      await closeTerms(at(app, '2030-10-10T09:00:00Z'), town.election)
      await noteTheDay(at(app, '2030-10-13T16:30:00Z'), town)
    },
  ],
  [
    'pay',
    async (app, town) => {
      town.byHand = await payAll(at(app, '2030-10-21T09:00:00Z'), town)
    },
  ],
]

const at = (app: BenchApp, moment: string): BenchApp => ({ ...app, clock: fixedClock(moment) })

export async function telling(app: App, town: BenchTown): Promise<Telling> {
  return { ...town, ...(await bureausStaff(app, town.election.municipalityId)), byHand: 0 }
}

async function plan(app: BenchApp, { election }: Telling): Promise<void> {
  const typed = { firstNumber: 1, seatsToFill: { G: 23, P: 8 } }
  const planned = expectOk('the plan', await planElection(app, election, typed))
  const wanted = wantedBureaus(planned.plan, election.votingMode).map((bureau) =>
    bureau.kind === 'COUNTING'
      ? { ...bureau, place: 'Sporthal De Zonnewijzer', room: `Tafel ${bureau.number}` }
      : bureau,
  )
  expectOk('adopting the plan', await adoptPlan(app, { election, wanted, by }))
}

async function lists(app: BenchApp, { election, sections, votersFile }: Telling): Promise<void> {
  const file = listAFile(await readFile(votersFile), Math.ceil(sections / 24))
  const stream = Readable.from([Buffer.from(file)])
  expectOk('list A', await importListA(app, { election, stream, by }))
  const list = { election, kind: 'A', by } as const
  const decidedOn = '2030-08-12'
  expectOk('its adoption', await adoptList(app, { ...list, decision: 'CBS 2030/114', decidedOn }))
  expectOk('its sending', await sendList(app, { ...list, sentTo: authority, sentOn: decidedOn }))
}

async function draw(app: BenchApp, { election, clerk, registrar }: Telling): Promise<void> {
  const knownAt = new Date('2030-08-21T20:30:00Z')
  const announced = { publicSource: 'Lotto van zaterdag', knownAt, dice: 3, twoPeople: true }
  const before = at(app, '2030-08-19T09:00:00Z')
  expectOk('the commitment', await freezeDraw(before, { election, staff: clerk, ...announced }))
  const spoken = { publicValue: '4 8 15 16 23 42', dice: [3, 5, 1] }
  const after = at(app, '2030-08-22T09:00:00Z')
  expectOk('the draw', await holdDraw(after, { election, staff: registrar, ...spoken }))
}

/** Everybody of the lists divided over the seats; for a seat that stays free whoever comes next. */
async function propose(app: BenchApp, { election }: Telling): Promise<void> {
  const act = { election, by, authority: 'municipality' } as const
  expectOk('the division', await proposeSeating(app, { election, by }))
  for (const bureau of await bureausOf(app, election))
    for (const { seatId, role, optional, isTaken } of bureau.seats) {
      if (isTaken || optional || role === 'SECRETARY' || bureau.kind === 'RESERVE') continue
      expectOk('a proposal', await proposeNext(app, { ...act, seatId }))
    }
}

async function designate(app: BenchApp, { election }: Telling): Promise<void> {
  for (const bureau of await bureausOf(app, election)) {
    const proposed = await assignmentsOf(app, election, bureau, ({ axes }) => axes.designation === 'PROPOSED')
    if (proposed.length === 0) continue
    const act = { election, steps: proposed, by: 'Marie Dubois', authority: 'magistrate' } as const
    const { refused } = expectOk('the designation', await designateAll(app, act))
    if (refused.length > 0) throw new Error(`not designated: ${refused[0]!.because}`)
  }
}

async function convokeAll(app: BenchApp, { election }: Telling): Promise<void> {
  const order = { election, authority, by }
  const { notCalled } = expectOk('the calls', await convoke(app, order))
  // An address that is protected stands on no letter: whoever has one is told by hand, and comes.
  const other = notCalled.find(({ because }) => because !== 'no-address')
  if (other) throw new Error(`not called: ${other.because}`)
  await deliver(app, election, 'designation')
}

async function deliver(app: BenchApp, election: Election, kind: MemberLetterKind): Promise<void> {
  const { municipalityId } = election
  await runCampaign(app, { municipalityId, campaignId: memberLetterCampaign(election, kind) })
  await followMemberLetters(app, election)
}

/** Everybody who was called answers: that they come, with an account, or that they ask to be excused, which is granted. */
async function answer(app: BenchApp, town: Telling, share: number): Promise<void> {
  const { election, clerk, registrar } = town
  const dice = diceFrom(election.municipalityId)
  let excused = 0
  for (const bureau of await bureausOf(app, election)) {
    const called = await assignmentsOf(
      app,
      election,
      bureau,
      ({ axes }) =>
        axes.designation === 'DESIGNATED' && axes.delivery === 'DELIVERED' && axes.reply === 'NONE',
    )
    for (const { assignmentId } of called) {
      const act = { election, assignmentId, by: 'citizen', authority: 'person' } as const
      if (dice.roll() >= share) {
        const contact = { phone: '+32470001234', iban: account }
        expectOk('an answer', await answerCall(app, { ...act, contact }))
        continue
      }
      const request = { ground: 'WORK', text: 'Ik werk die dag in het ziekenhuis.' } as const
      expectOk('an excuse', await requestExcuse(app, { ...act, request, channel: 'PORTAL' }))
      expectOk('a request', await noteComplete(app, { election, assignmentId, by: clerk.staffId }))
      const decision = { election, assignmentId, staff: registrar, grants: true, reason: '', authority }
      expectOk('a decision', await decideExcuse(app, decision))
      excused++
    }
  }
  if (excused > 0) await deliver(app, election, 'excuse-granted')
}

/** Who came in the place of who was excused is designated, called, and answers. */
async function replace(app: BenchApp, town: Telling): Promise<void> {
  await designate(at(app, '2030-09-10T09:00:00Z'), town)
  await convokeAll(at(app, '2030-09-11T09:00:00Z'), town)
  await answer(at(app, '2030-09-12T09:00:00Z'), town, 0)
}

export const bureausOf = (app: Pick<App, 'database'>, election: Election): Promise<KeptBureau[]> =>
  app.database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))

async function assignmentsOf(
  app: BenchApp,
  election: Election,
  { bureauId }: KeptBureau,
  which: (one: SeatedAssignment) => boolean,
): Promise<SeatedAssignment[]> {
  const all = await app.database.inScope(staffOf(election.municipalityId), (db) =>
    selectAssignments(db, election, { bureaus: [bureauId] }),
  )
  return all.filter(which)
}
