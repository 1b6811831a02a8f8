import { personNumber } from '../../delivery/testing.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { designate } from '../assignments/designate.ts'
import { proposeMember } from '../assignments/propose-member.ts'
import { recordMember } from '../assignments/record-member.ts'
import type { Stepped } from '../assignments/step-assignment.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aPollingBureau, type bureauDeps, withSections } from '../testing.ts'
import type { MemberLetterFacts } from './member-letter-facts.ts'

/** A letter to an assessor of an invented municipality. */
export function memberLetterFacts(changes: Partial<MemberLetterFacts> = {}): MemberLetterFacts {
  return {
    letter: 'designation',
    regime: 'LPKD',
    election: { name: 'Lokale en provinciale verkiezingen 2030', pollingDay: '2030-10-13' },
    municipality: {
      name: 'Zonnedorp',
      department: 'Dienst Burgerzaken',
      address: { street: 'Marktplein', houseNumber: '1', postcode: '9999', city: 'Zonnedorp' },
      phone: '09 000 00 00',
      email: 'bureaus@zonnedorp.example',
    },
    person: {
      name: 'Elke Vandenbroeck',
      address: { street: 'Kerkstraat', houseNumber: '12', box: '3', postcode: '9999', city: 'Zonnedorp' },
    },
    kind: 'POLLING',
    role: 'ASSESSOR',
    bureau: 'Stembureau 7',
    where: {
      place: 'Basisschool De Regenboog',
      room: 'turnzaal',
      address: { street: 'Schoolstraat', houseNumber: '4', postcode: '9999', city: 'Zonnedorp' },
      meetingTime: '06:30',
    },
    authority: 'de vrederechter van het kanton Zonnedorp',
    decidedOn: '2030-09-02',
    excuseWindow: '3 dagen',
    fee: '50 euro',
    fine: '50 tot 200 euro',
    exemptionUntil: '2030-09-02',
    answerAddress: 'https://kiesloket.example/bureau',
    reference: 'B7-A2',
    ...changes,
  }
}

/** So many invented people, designated for assessors of bureaus in one school; answers their assignments. */
export async function designatedMembers(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  count: number,
): Promise<AssignmentId[]> {
  const bureaus = Math.ceil(count / assessorsOfABureau)
  const sections = Array.from({ length: bureaus }, (_, place) => place + 1)
  await withSections(deps.database, election, sections)
  await adopted(
    deps,
    election,
    sections.map((section) => aPollingBureau(section, assessorsOfABureau)),
  )
  const kept = await deps.database.inScope(staffOf(election.municipalityId), (db) =>
    keptBureaus(db, election),
  )
  const seats = kept.flatMap(({ seats }) => seats.filter(({ role }) => role === 'ASSESSOR'))
  const assignments: AssignmentId[] = []
  for (const [place, { seatId }] of seats.slice(0, count).entries()) {
    const memberId = await recordMember(deps, { election, member: aPerson(place + 1), by: 'test' })
    const proposal = {
      election,
      seatId,
      memberId,
      by: 'clerk',
      authority: 'municipality',
      origin: 'DRAW',
    } as const
    const { assignmentId } = expectStepped(await proposeMember(deps, proposal))
    expectStepped(await designate(deps, { election, assignmentId, by: 'judge', authority: 'magistrate' }))
    assignments.push(assignmentId)
  }
  return assignments
}

const assessorsOfABureau = 10

function aPerson(n: number) {
  return {
    ...{ nationalNumber: personNumber(n) as NationalNumber, lastName: `Peeters ${n}`, firstNames: 'Lotte' },
    address: { street: 'Kerkstraat', houseNumber: String(n), postcode: '9999', city: 'Zonnedorp' },
  }
}

function expectStepped(answer: Stepped): SeatedAssignment {
  if (!answer.ok) throw new Error(`${answer.because} ${answer.detail}`)
  return answer.assignment
}
