import { Readable } from 'node:stream'
import { addElection, type Election, importPlaces } from '../elections/index.ts'
import { keepMunicipality } from '../municipalities/testing.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { AssignmentId, MemberId, MunicipalityId, SeatId } from '../platform/ids.ts'
import type { NationalNumber } from '../platform/national-number.ts'
import { testNumber, testVault } from '../voters/testing.ts'
import { answerCall } from './answering/answer-call.ts'
import { noteContact } from './answering/note-contact.ts'
import { checkIn } from './assignments/check-in.ts'
import { confirm } from './assignments/confirm.ts'
import { designate } from './assignments/designate.ts'
import { noteAbsent } from './assignments/note-absent.ts'
import { noteDelivered } from './assignments/note-delivered.ts'
import { proposeMember } from './assignments/propose-member.ts'
import { recordMember } from './assignments/record-member.ts'
import { sendCall } from './assignments/send-call.ts'
import type { AssignmentDeps, Stepped } from './assignments/step-assignment.ts'
import { keptBureaus } from './planning/bureau-store.ts'

export { aKeeper, aNaming, candidatesAre, importNamings, withVoters } from './listing/testing.ts'

export { planMessages } from './messages/plan-messages.ts'
export { sendDueMessages } from './messages/send-messages.ts'
export { aPost, messageDeps } from './messages/testing.ts'
export { adopted, aPollingBureau } from './planning/testing.ts'
export { aTownToSeat, placesAt } from './proposing/testing.ts'
export { aTraining } from './training/testing.ts'
export { insertReserveCall } from './vacancies/reserve-call-store.ts'

/** Data for tests: a local election on paper, its bureaus, and invented people to sit in them. */

export function bureauDeps(database: Database, at = '2030-08-20T08:00:00Z') {
  return { database, vault: testVault, clock: fixedClock(at) }
}

export function aLocalElection(database: Database, municipalityId: MunicipalityId): Promise<Election> {
  return anElection(database, municipalityId, {
    code: 'oktober-2030',
    name: 'Lokale verkiezingen van 13 oktober 2030',
    rulesetId: 'lpkd-2030',
    pollingDay: '2030-10-13',
    votingMode: 'PAPER',
  })
}

export function aFederalElection(database: Database, municipalityId: MunicipalityId): Promise<Election> {
  return anElection(database, municipalityId, {
    code: 'juni-2029',
    name: 'Federale verkiezingen van 10 juni 2029',
    rulesetId: 'kwb-2029',
    pollingDay: '2029-06-10',
    votingMode: 'PAPER',
  })
}

async function anElection(
  database: Database,
  municipalityId: MunicipalityId,
  document: object,
): Promise<Election> {
  await keepMunicipality(database, municipalityId)
  const added = await addElection({ database }, { municipalityId, by: 'test', document })
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.election
}

/** Puts these sections in the place of those that were there, each in a room of one school. */
export async function withSections(
  database: Database,
  election: Election,
  sections: readonly number[],
): Promise<void> {
  const header = 'section;room;place_code;place_name;street;house_number;postcode;city\n'
  const rows = sections.map(
    (section) => `${section};Lokaal ${section};school;De Linde;Schoolstraat;1;9999;Zonnedorp\n`,
  )
  const stream = Readable.from([Buffer.from(header + rows.join(''))])
  const places = await importPlaces({ database }, { election, stream, by: 'test' })
  if (!places.ok) throw new Error(JSON.stringify(places))
}

/** The n-th invented person as a member. */
export function aMember(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  n: number,
): Promise<MemberId> {
  const member = {
    nationalNumber: testNumber(n) as NationalNumber,
    lastName: `Peeters ${n}`,
    firstNames: 'Lotte',
    address: { street: 'Kerkstraat', houseNumber: String(n), postcode: '9999', city: 'Zonnedorp' },
  }
  return recordMember(deps, { election, member, by: 'test' })
}

/** Proposed for this seat by the clerk; for one that a chair fills, as the chair said. */
export async function aProposal(
  deps: AssignmentDeps,
  facts: { readonly election: Election; readonly seatId: SeatId; readonly memberId: MemberId },
): Promise<AssignmentId> {
  const proposal = { ...facts, origin: 'OTHER', by: 'clerk' } as const
  const proposed = await proposeMember(deps, { ...proposal, authority: 'municipality' })
  const isOfChair = !proposed.ok && proposed.because === 'chosen-by-chair'
  return idOf(isOfChair ? await proposeMember(deps, { ...proposal, authority: 'chair' }) : proposed)
}

/** Designated, and the call arrived. */
export async function aCalledMember(
  deps: AssignmentDeps,
  facts: Parameters<typeof aProposal>[1],
): Promise<AssignmentId> {
  const step = { election: facts.election, assignmentId: await aProposal(deps, facts) }
  const signed = await designate(deps, { ...step, by: 'magistrate', authority: 'magistrate' })
  const isOfChair = !signed.ok && signed.because === 'chosen-by-chair'
  idOf(isOfChair ? await designate(deps, { ...step, by: 'chair', authority: 'chair' }) : signed)
  idOf(await sendCall(deps, { ...step, by: 'clerk', authority: 'municipality' }))
  return idOf(await noteDelivered(deps, { ...step, by: 'clerk', authority: 'municipality' }))
}

/** Called, confirmed, and on polling day noted as having come at this moment; without one: as absent. The clock stands where it was. */
export async function afterPollingDay(
  deps: ReturnType<typeof bureauDeps>,
  facts: Parameters<typeof aProposal>[1] & {
    readonly arrivedAt?: Date | undefined
    readonly iban?: string | undefined
  },
): Promise<AssignmentId> {
  const { election, arrivedAt, iban } = facts
  const before = deps.clock.now()
  const step = { election, assignmentId: await aCalledMember(deps, facts) }
  const contact = { phone: '+32470000000', iban }
  idOf(await answerCall(deps, { ...step, contact, by: 'citizen', authority: 'person' }))
  idOf(await confirm(deps, { ...step, by: 'clerk', authority: 'municipality' }))
  deps.clock.moveTo(`${election.pollingDay}T18:00:00Z`)
  const noted = { ...step, by: 'chair', authority: 'chair' } as const
  idOf(await (arrivedAt ? checkIn(deps, { ...noted, arrivedAt }) : noteAbsent(deps, noted)))
  deps.clock.moveTo(before.toISOString())
  return step.assignmentId
}

function idOf(answer: Stepped | Awaited<ReturnType<typeof answerCall>>): AssignmentId {
  if (!answer.ok) throw new Error(`${answer.because} ${answer.detail}`)
  return answer.assignment.assignmentId
}

/** The n-th invented person, called for the n-th seat of the election that is an assessor's, who can be reached at these. */
export async function aReachableMember(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  n: number,
  contact?: { phone: string; email?: string },
) {
  const { municipalityId } = election
  const bureaus = await deps.database.inScope(staffOf(municipalityId), (db) => keptBureaus(db, election))
  const seats = bureaus.flatMap((bureau) => bureau.seats.filter(({ role }) => role === 'ASSESSOR'))
  const memberId = await aMember(deps, election, n)
  const assignmentId = await aCalledMember(deps, { election, seatId: seats[n - 1]!.seatId, memberId })
  if (contact) await noteContact(deps, { election, assignmentId, contact, by: 'clerk' })
  return { memberId, assignmentId }
}
