import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Staff } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, StaffId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { selectAssignments } from '../bureau-overview.ts'
import type { SeatRole } from '../bureau-rules.ts'
import { lettersOf } from '../convoking/member-letter-store.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  aCalledMember,
  adopted,
  aLocalElection,
  aMember,
  aNaming,
  aPollingBureau,
  bureauDeps,
  importNamings,
  withSections,
  withVoters,
} from '../testing.ts'
import { decideExcuse } from './decide-excuse.ts'
import { latestExcuse } from './excuse-store.ts'
import { requestExcuse } from './request-excuse.ts'

let database: TestDatabase
let deps: ReturnType<typeof depsOf>
let election: Election
const staff: Staff = {
  ...{ staffId: 'm' as StaffId, municipalityId: firstMunicipality, name: 'm' },
  rights: ['bureaus.decide'],
}
const authority = 'de vrederechter van het kanton Zonnedorp'
const depsOf = (base: ReturnType<typeof bureauDeps>) => ({
  ...{ ...base, typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' },
})

beforeAll(async () => {
  database = await testDatabase()
  deps = depsOf(bureauDeps(database))
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await withVoters(deps, election, 7)
  await importNamings(deps, election, aNaming(1), aNaming(2))
  await adopted(deps, election, [aPollingBureau(1, 2)])
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const lettersTo = (assignmentId: AssignmentId) => inTown((db) => lettersOf(db, election, [assignmentId]))

/** The n-th invented person, called for this seat and asking not to sit there. */
async function asking(role: SeatRole, n: number) {
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const { seatId } = bureau!.seats.find((one) => one.role === role)!
  const assignmentId = await aCalledMember(deps, {
    ...{ election, seatId, memberId: await aMember(deps, election, n) },
  })
  const request = { ground: 'WORK', text: 'Ik werk.' } as const
  const by = { by: 'citizen', authority: 'person' } as const
  await requestExcuse(deps, { election, assignmentId, request, channel: 'PORTAL', ...by })
  return { seatId, assignmentId }
}

test('who is excused is replaced at once by who comes next by the lists, and is told by letter', async () => {
  const { seatId, assignmentId } = await asking('CHAIR', 5)
  const granted = { election, assignmentId, staff, grants: true, reason: '', authority }
  expect(await decideExcuse(deps, granted)).toMatchObject({ ok: true })
  const inSeat = await inTown((db) => selectAssignments(db, election, { seats: [seatId] }))
  const seen = inSeat.map(({ axes, origin, replaces }) => [axes.designation, origin, replaces])
  expect(seen).toHaveLength(2)
  expect(seen).toContainEqual(['PROPOSED', 'CATEGORY', assignmentId])
  expect(seen).toContainEqual(['EXCUSED', 'OTHER', undefined])
  expect(await lettersTo(assignmentId)).toMatchObject([{ kind: 'excuse-granted', facts: { authority } }])
})

test('a refusal says by letter why, where and when', async () => {
  const { assignmentId } = await asking('ASSESSOR', 6)
  const decision = { election, assignmentId, staff, grants: false, reason: 'Geen bewijs.' }
  expect(await decideExcuse(deps, { ...decision, authority: ' ' })).toMatchObject({ because: 'no-authority' })
  expect(await lettersTo(assignmentId)).toEqual([])
  expect(await decideExcuse(deps, { ...decision, authority })).toMatchObject({
    ...{ ok: true, letterId: expect.any(String) },
    assignment: { axes: { reply: 'EXCUSE_REFUSED', confirmed: true } },
  })
  expect(await lettersTo(assignmentId)).toMatchObject([
    {
      ...{ kind: 'excuse-refused', version: 1, state: 'sent', sentBy: staff.staffId },
      facts: {
        ...{ authority, reason: 'Geen bewijs.', decidedOn: '2030-08-20' },
        where: { place: 'De Linde', meetingTime: expect.stringMatching(/^\d\d:\d\d$/) },
      },
    },
  ])
})

test('of who has no known address the decision stands, and somebody writes it by hand', async () => {
  const { assignmentId } = await asking('SUBSTITUTE', 7)
  await inTown((db) =>
    sql`update bureaus.member m set address = null from bureaus.assignment a
        where a.member_id = m.member_id and a.assignment_id = ${assignmentId}`.execute(db),
  )
  const decision = { election, assignmentId, staff, grants: false, reason: 'Geen bewijs.', authority }
  expect(await decideExcuse(deps, decision)).toMatchObject({ ok: true, letterId: undefined })
  expect(await inTown((db) => latestExcuse(db, election, assignmentId))).toMatchObject({ outcome: 'REFUSED' })
  expect(await lettersTo(assignmentId)).toEqual([])
})
