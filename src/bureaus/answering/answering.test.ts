import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, SeatId } from '../../platform/ids.ts'
import { testNumber, testVault } from '../../voters/testing.ts'
import { revoke } from '../assignments/revoke.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  aCalledMember,
  adopted,
  aLocalElection,
  aMember,
  aPollingBureau,
  aProposal,
  bureauDeps,
  withSections,
} from '../testing.ts'
import { answerCall } from './answer-call.ts'
import { contactOf } from './keep-contact.ts'
import { myCalls } from './my-calls-overview.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let seats: SeatId[]
let people = 0
const section = 1
const person = { by: 'citizen', authority: 'person' } as const

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [section])
  await adopted(deps, election, [aPollingBureau(section, 6)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  seats = bureau!.seats.filter(({ role }) => role === 'ASSESSOR').map(({ seatId }) => seatId)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)

async function called(): Promise<{ assignmentId: AssignmentId; scope: { readonly person: Buffer } }> {
  const n = ++people
  const facts = { election, seatId: seats[n - 1]!, memberId: await aMember(deps, election, n) }
  return { assignmentId: await aCalledMember(deps, facts), scope: { person: testVault.index(testNumber(n)) } }
}

describe('what a member reads of the call', () => {
  test('role, bureau, place and hour, and nothing of a proposal or of somebody else', async () => {
    const { assignmentId, scope } = await called()
    const other = await called()
    const [mine, ...more] = await database.inScope(scope, (db) => myCalls(db, scope.person))
    expect(more).toEqual([])
    expect(mine).toMatchObject({
      ...{ assignmentId, role: 'ASSESSOR', bureau: { kind: 'POLLING', number: String(section) } },
      ...{ day: '2030-10-13', from: '07:30', isDelivered: true, isExcused: false, reply: 'NONE' },
      place: { name: 'De Linde', addressLines: [`Lokaal ${section}`, 'Schoolstraat 1', '9999 Zonnedorp'] },
    })
    expect(await database.inScope(other.scope, (db) => myCalls(db, scope.person))).toEqual([])
    const n = ++people
    await aProposal(deps, { election, seatId: seats[n - 1]!, memberId: await aMember(deps, election, n) })
    const proposed = { person: testVault.index(testNumber(n)) }
    expect(await database.inScope(proposed, (db) => myCalls(db, proposed.person))).toEqual([])
  })
})

test('who was called and whose designation is taken back reads so, instead of nothing', async () => {
  const { assignmentId, scope } = await called()
  const step = {
    election,
    assignmentId,
    by: 'magistrate',
    authority: 'magistrate',
    reason: 'kandidaat',
  } as const
  expect(await revoke(deps, step)).toMatchObject({ ok: true })
  expect(await database.inScope(scope, (db) => myCalls(db, scope.person))).toMatchObject([
    { assignmentId, isRevoked: true, isExcused: false },
  ])
})

describe('an answer', () => {
  const contact = { phone: '0470 12 34 56', iban: 'BE68539007547034' }

  test('is kept sealed, and sent twice it changes nothing', async () => {
    const { assignmentId, scope } = await called()
    const answer = { election, assignmentId, contact, ...person }
    const first = await answerCall(deps, answer)
    const again = await answerCall(deps, answer)
    expect(first).toMatchObject({ ok: true, assignment: { axes: { reply: 'ACKNOWLEDGED' } } })
    if (!first.ok) throw new Error(first.because)
    expect(again).toMatchObject({ assignment: { version: first.assignment.version } })
    const { rows } = await inTown((db) =>
      sql<{ action: string }>`select action from platform.audit_event where subject = ${assignmentId}
        and action = 'bureaus.contact-given'`.execute(db),
    )
    expect(rows.length).toBe(1)
    const { memberId } = first.assignment
    expect(await database.inScope(scope, (db) => contactOf(db, deps, election, memberId))).toMatchObject(
      contact,
    )
    const stored = await inTown((db) =>
      sql`select * from bureaus.contact where member_id = ${memberId}`.execute(db),
    )
    expect(JSON.stringify(stored.rows)).not.toContain('BE68')
  })

  test('can be changed until polling day is over', async () => {
    const { assignmentId } = await called()
    const answer = { election, assignmentId, ...person }
    await answerCall(deps, { ...answer, contact })
    deps.clock.moveTo('2030-10-13T18:00:00Z')
    expect(await answerCall(deps, { ...answer, contact: { phone: '0470 99 99 99' } })).toMatchObject({
      ok: true,
    })
    deps.clock.moveTo('2030-10-14T08:00:00Z')
    expect(await answerCall(deps, { ...answer, contact })).toEqual({
      ok: false,
      because: 'after-polling-day',
    })
  })
})
