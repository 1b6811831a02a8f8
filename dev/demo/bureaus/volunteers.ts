import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { App } from '../../../src/app.ts'
import {
  callForVolunteers,
  confirmOffer,
  decideOffer,
  keptBureaus,
  membersById,
  offerOfLink,
  offerOnline,
  proposeNext,
  proposeVolunteer,
  readApplication,
  selectAssignments,
  volunteerSecret,
  withdrawOffer,
  withdrawProposal,
} from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { sha256 } from '../../../src/platform/hash.ts'
import type { AssignmentId, SeatId, VolunteerId } from '../../../src/platform/ids.ts'
import { expectOk } from '../expect-ok.ts'

type Ended = 'new' | 'confirmed' | 'accepted' | 'used' | 'refused' | 'withdrawn'

/** What became of who offered, and what they offered. */
const story: readonly (readonly [Ended, readonly string[]])[] = [
  ['new', ['POLLING_MEMBER']],
  ['confirmed', ['POLLING_MEMBER', 'RESERVE']],
  ['confirmed', ['COUNTING_MEMBER']],
  ['confirmed', ['CHAIR', 'POLLING_MEMBER']],
  ['accepted', ['CHAIR', 'RESERVE']],
  ['used', ['POLLING_MEMBER', 'RESERVE']],
  ['accepted', ['POLLING_MEMBER']],
  ['accepted', ['COUNTING_MEMBER']],
  ['refused', ['CHAIR']],
  ['withdrawn', ['POLLING_MEMBER']],
]
/** Of who could offer one in so many does, so that they live all over the town. */
const everyOther = 97

/** Some people of this town offered to sit on the form, which is on. One has a seat by it, where list B was used up. */
export async function volunteers(
  daysAgo: (days: number) => App,
  election: Election,
  votersFile: string,
  by: string,
): Promise<string> {
  expectOk('the form', await callForVolunteers(daysAgo(40), { election, isOpen: true, by }))
  const voters: Record<string, string>[] = parse(await readFile(votersFile), {
    ...{ columns: true, delimiter: ';', bom: true },
  })
  const sitting = await namesOfMembers(daysAgo(0), election)
  // Each sixth from the fourth on may be on list A.
  const free = voters.filter(
    (voter, place) =>
      place % 6 !== 3 && voter.category === 'BELGIAN' && voter.birth_date && !sitting.has(nameOf(voter)),
  )
  for (const [place, [ended, functions]] of story.entries()) {
    // Long before the demo begins, except of who still has time to confirm.
    const deps = daysAgo(ended === 'new' ? 0 : 33 - place)
    const volunteerId = await offered(deps, election, free[(place + 1) * everyOther]!, { place, functions })
    await ending(deps, election, { volunteerId, ended, by })
    if (ended === 'used') await sitsByOffer(daysAgo(2), election, { volunteerId, by })
  }
  return `${story.length} people offered to sit; the form is on`
}

async function offered(
  deps: App,
  election: Election,
  voter: Record<string, string>,
  { place, functions }: { place: number; functions: readonly string[] },
): Promise<VolunteerId> {
  const typed = {
    ...{ nationalNumber: voter.national_number!, lastName: voter.last_name! },
    ...{ firstNames: voter.first_names!, birthDate: voter.birth_date! },
    ...{
      email: `vrijwilliger${place}@sterrendorp.example`,
      phone: '',
      wish: place % 2 ? 'Dicht bij huis' : '',
    },
    ...{ functions, training: ['EVENING'], satBefore: place % 3 ? 'no' : 'yes' },
  }
  const reading = { numbers: deps.numbers, now: deps.clock.now(), mailsLeave: true }
  const read = readApplication(typed, reading)
  if (!read.ok) throw new Error(`an offer is not right: ${Object.keys(read.faults).join()}`)
  const offer = { election, application: read.application, language: 'nl' } as const
  return expectOk('an offer', await offerOnline(deps, offer)).volunteerId
}

interface End {
  readonly volunteerId: VolunteerId
  readonly ended: Ended
  readonly by: string
}

async function ending(deps: App, election: Election, { volunteerId, ended, by }: End): Promise<void> {
  const link = (purpose: 'confirm' | 'withdraw') => sha256(volunteerSecret(deps.vault, purpose, volunteerId))
  if (ended === 'new') return
  if (!(await confirmOffer(deps, link('confirm')))) throw new Error('an offer could not be confirmed')
  if (ended === 'withdrawn') {
    await withdrawOffer(deps, (await offerOfLink(deps, link('withdraw')))!)
    return
  }
  if (ended === 'confirmed') return
  const reason = ended === 'refused' ? 'De gemeente heeft genoeg voorzitters.' : ''
  const accepts = ended !== 'refused'
  expectOk('a decision', await decideOffer(deps, { election, volunteerId, accepts, reason, by }))
}

const nameOf = (voter: Record<string, string>) => `${voter.last_name} ${voter.first_names}`

async function namesOfMembers(deps: App, election: Election): Promise<ReadonlySet<string>> {
  return deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    const bureaus = (await keptBureaus(db, election)).map(({ bureauId }) => bureauId)
    const assignments = await selectAssignments(db, election, { bureaus })
    const members = await membersById(
      db,
      election,
      assignments.map(({ memberId }) => memberId),
    )
    return new Set([...members.values()].map(({ lastName, firstNames }) => `${lastName} ${firstNames}`))
  })
}

/** In the last polling bureau with somebody proposed, people turned out to have moved, until the names of list B were used up. */
async function sitsByOffer(deps: App, election: Election, { volunteerId, by }: Omit<End, 'ended'>) {
  const inScope = { election, by, authority: 'municipality' } as const
  const seatId = await lastProposedSubstitute(deps, election)
  for (let turn = 0; turn < 12; turn++) {
    const assignmentId = (await proposedFor(deps, election)).get(seatId)
    if (!assignmentId) throw new Error('nobody is proposed for the seat that a volunteer is to get')
    expectOk(
      'a withdrawal',
      await withdrawProposal(deps, { ...inScope, assignmentId, reason: 'is verhuisd' }),
    )
    const given = await proposeVolunteer(deps, { election, seatId, volunteerId, by })
    if (given.ok) return
    expectOk('the next', await proposeNext(deps, { ...inScope, seatId }))
  }
  throw new Error('list B of the last bureau was never used up')
}

/** The story leaves some bureaus without anybody, so the seat is looked for among those who are really proposed. */
async function lastProposedSubstitute(deps: App, election: Election): Promise<SeatId> {
  const proposed = await proposedFor(deps, election)
  const seats = (await bureausIn(deps, election))
    .filter(({ kind }) => kind === 'POLLING')
    .flatMap((bureau) => bureau.seats)
  const last = seats.findLast(
    ({ seatId, role, optional }) => role === 'SUBSTITUTE' && !optional && proposed.has(seatId),
  )
  if (!last) throw new Error('nobody is proposed for any substitute seat')
  return last.seatId
}

const bureausIn = (deps: Pick<App, 'database'>, election: Election) =>
  deps.database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))

/** Who is proposed and not yet designated, by seat. */
async function proposedFor(deps: App, election: Election): Promise<ReadonlyMap<SeatId, AssignmentId>> {
  const bureaus = (await bureausIn(deps, election)).map(({ bureauId }) => bureauId)
  const assignments = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    selectAssignments(db, election, { bureaus }),
  )
  const proposed = assignments.filter(({ axes }) => axes.designation === 'PROPOSED')
  return new Map(proposed.map(({ seatId, assignmentId }) => [seatId, assignmentId]))
}
