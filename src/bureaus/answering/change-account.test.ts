import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { SeatId } from '../../platform/ids.ts'
import { exportPay } from '../assignments/export-pay.ts'
import { noteBounced } from '../assignments/note-bounced.ts'
import { notePaid } from '../assignments/note-paid.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  adopted,
  afterPollingDay,
  aLocalElection,
  aMember,
  aPollingBureau,
  bureauDeps,
  withSections,
} from '../testing.ts'
import { changeAccount } from './change-account.ts'
import { contactOf } from './keep-contact.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let seats: SeatId[]
const before = 'BE68539007547034'
const after = 'BE71096123456769'

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 2)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  seats = bureau!.seats.map(({ seatId }) => seatId)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)

test('after polling day who served changes the account only, until it is paid', async () => {
  const arrivedAt = new Date('2030-10-13T05:00:00Z')
  const facts = { election, seatId: seats[0]!, memberId: await aMember(deps, election, 1) }
  const assignmentId = await afterPollingDay(deps, { ...facts, arrivedAt, iban: before })
  const change = () => changeAccount(deps, { election, assignmentId, iban: after, by: 'citizen' })
  expect(await change()).toMatchObject({ because: 'before-polling-day-is-over' })
  deps.clock.moveTo('2030-10-20T08:00:00Z')
  const step = { election, assignmentId, by: 'clerk', authority: 'municipality' } as const
  expect((await exportPay(deps, step)).ok).toBe(true)
  expect((await noteBounced(deps, step)).ok).toBe(true)
  expect(await change()).toEqual({ ok: true })
  const [found] = await inTown((db) => selectAssignments(db, election, { assignments: [assignmentId] }))
  const contact = await inTown((db) => contactOf(db, deps, election, found!.memberId))
  expect(contact).toEqual({ phone: '+32470000000', email: undefined, iban: after })
  expect((await exportPay(deps, step)).ok).toBe(true)
  expect((await notePaid(deps, step)).ok).toBe(true)
  expect(await change()).toMatchObject({ because: 'not-in-this-state' })
})

test('who stayed away has no fee, and no account to change', async () => {
  deps.clock.moveTo('2030-08-20T08:00:00Z')
  const facts = { election, seatId: seats[1]!, memberId: await aMember(deps, election, 2) }
  const assignmentId = await afterPollingDay(deps, facts)
  deps.clock.moveTo('2030-10-20T08:00:00Z')
  expect(await changeAccount(deps, { election, assignmentId, iban: after, by: 'citizen' })).toMatchObject({
    because: 'not-in-this-state',
  })
})
