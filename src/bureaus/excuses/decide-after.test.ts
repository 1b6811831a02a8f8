import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Staff } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, StaffId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { lettersOf } from '../convoking/member-letter-store.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, afterPollingDay, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { acceptAfter } from './accept-after.ts'
import { decideExcuse } from './decide-excuse.ts'
import { showExcuse } from './excuse-overview.ts'
import { latestExcuse } from './excuse-store.ts'
import { requestExcuse } from './request-excuse.ts'
import { sendDecision } from './send-decision.ts'

/** A reason that is told after polling day is decided on, and the letter that says so leaves with the decision. */

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
let seat = 0

beforeAll(async () => {
  database = await testDatabase()
  deps = depsOf(bureauDeps(database))
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(1, 5)])
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const lettersTo = (assignmentId: AssignmentId) => inTown((db) => lettersOf(db, election, [assignmentId]))
const sanctionOf = async (assignmentId: AssignmentId) =>
  (await inTown((db) => selectAssignments(db, election, { assignments: [assignmentId] })))[0]!.axes.sanction

/** Somebody who stayed away, and told why the day after. */
async function told(isTold = true): Promise<AssignmentId> {
  deps.clock.moveTo('2030-08-20T08:00:00Z')
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const { seatId } = bureau!.seats[seat++]!
  const memberId = await aMember(deps, election, seat)
  const assignmentId = await afterPollingDay(deps, { election, seatId, memberId })
  deps.clock.moveTo('2030-10-14T08:00:00Z')
  const request = { ground: 'MEDICAL', text: 'Ik lag in het ziekenhuis.' } as const
  const by = { by: 'citizen', authority: 'person' } as const
  if (isTold) await requestExcuse(deps, { election, assignmentId, request, channel: 'PORTAL', ...by })
  deps.clock.moveTo('2030-10-15T08:00:00Z')
  return assignmentId
}

const decide = (assignmentId: AssignmentId, grants: boolean, reason = 'Het attest is van die dag.') =>
  decideExcuse(deps, { election, assignmentId, staff, grants, reason, authority })

test.each([
  [true, 'reason-accepted', 'EXCUSED_AFTER'],
  [false, 'reason-refused', 'NONE'],
] as const)(
  'taken (%s): the letter is %s, with the decision and its reason',
  async (grants, kind, sanction) => {
    const assignmentId = await told()
    expect(await decide(assignmentId, grants)).toMatchObject({ ok: true, letterId: expect.any(String) })
    expect(await lettersTo(assignmentId)).toMatchObject([
      {
        ...{ kind, state: 'sent', sentBy: staff.staffId },
        facts: { authority, reason: 'Het attest is van die dag.', decidedOn: '2030-10-15' },
      },
    ])
    expect(await sanctionOf(assignmentId)).toBe(sanction)
  },
)

test('a letter that can’t be printed leaves the decision undone', async () => {
  const assignmentId = await told()
  expect(await decide(assignmentId, false, 'Niet \u{10FFFF} goed.')).toMatchObject({ because: 'unprintable' })
  expect(await inTown((db) => latestExcuse(db, election, assignmentId))).toMatchObject({ outcome: null })
  expect(await lettersTo(assignmentId)).toEqual([])
})

test('of who has no known address the decision stands, and the letter leaves once there is one', async () => {
  const assignmentId = await told()
  const address = (known: string | null) =>
    inTown((db) =>
      sql`update bureaus.member m set address = ${known}::jsonb from bureaus.assignment a
          where a.member_id = m.member_id and a.assignment_id = ${assignmentId}`.execute(db),
    )
  await address(null)
  expect(await decide(assignmentId, false)).toMatchObject({ ok: true, letterId: undefined })
  const { excuseId } = (await inTown((db) => latestExcuse(db, election, assignmentId)))!
  const shown = () => showExcuse(deps, { election, excuseId, by: 'clerk' })
  expect(await shown()).toMatchObject({ isWithoutLetter: true })
  const street = { street: 'Kerkstraat', houseNumber: '1', postcode: '9999', city: 'Zonnedorp' }
  await address(JSON.stringify(street))
  const order = { election, assignmentId, authority, by: 'clerk' }
  expect(await sendDecision(deps, order)).toMatchObject({ ok: true })
  expect(await sendDecision(deps, order)).toMatchObject({ because: 'already-sent' })
  expect(await lettersTo(assignmentId)).toMatchObject([{ kind: 'reason-refused' }])
  expect(await shown()).toMatchObject({ isWithoutLetter: false })
})

test('a reason that only the magistrate heard is answered by letter as well', async () => {
  const assignmentId = await told(false)
  const act = { election, assignmentId, by: 'm', authority: 'magistrate', reason: 'Ze belde zelf.' } as const
  expect(await acceptAfter(deps, { ...act, decidedBy: ' ' })).toMatchObject({ because: 'no-authority' })
  expect(await sanctionOf(assignmentId)).toBe('NONE')
  expect(await acceptAfter(deps, { ...act, decidedBy: authority })).toMatchObject({ ok: true })
  expect(await lettersTo(assignmentId)).toMatchObject([
    { kind: 'reason-accepted', facts: { authority, reason: 'Ze belde zelf.' } },
  ])
})
