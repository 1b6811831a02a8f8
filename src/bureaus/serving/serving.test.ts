import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { testNumber } from '../../voters/testing.ts'
import { closeTerms } from '../answering/close-terms.ts'
import { listDeps } from '../listing/testing.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  aCalledMember,
  adopted,
  afterPollingDay,
  aLocalElection,
  aMember,
  aPollingBureau,
  bureauDeps,
} from '../testing.ts'
import { exemptionOf, myServices } from './exemption-of.ts'
import { importServices } from './import-services.ts'
import { dropOldServices, hasServed, recordServices } from './record-services.ts'
import { serviceList } from './service-list.ts'
import { serviceCounts } from './service-store.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let after: ReturnType<typeof bureauDeps>
let election: Election
let asking: AssignmentId
const by = 'clerk'
const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  after = bureauDeps(database, '2030-10-14T08:00:00Z')
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(12, 3, 1)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const [chair, came, away, silent, substitute] = bureau!.seats.map(({ seatId }) => seatId)
  const onTime = new Date('2030-10-13T05:10:00Z')
  const noted = async (seatId: typeof chair, n: number, arrivedAt?: Date) =>
    afterPollingDay(deps, {
      election,
      seatId: seatId!,
      memberId: await aMember(deps, election, n),
      arrivedAt,
    })
  await noted(chair, 1, onTime)
  asking = await noted(came, 2, onTime)
  await noted(away, 3)
  await noted(substitute, 5, onTime)
  await aCalledMember(deps, { election, seatId: silent!, memberId: await aMember(deps, election, 4) })
  await closeTerms(bureauDeps(database, '2030-10-10T08:00:00Z'), election)
})
afterAll(() => database.close())

const header = 'national_number;polling_day;bureau;role;served'
const read = (...rows: string[]) =>
  importServices(listDeps(after), {
    ...{ election, by },
    stream: Readable.from([Buffer.from([header, ...rows].join('\n'))]),
  })

test('nobody served before the day is over', async () => {
  expect(await recordServices(bureauDeps(database, '2030-10-13T20:00:00Z'), { election, by })).toMatchObject({
    because: 'day-not-over',
  })
})

test('who sat is written down, with who did not; of whom nobody noted it nothing is kept; again it is the same', async () => {
  const sum = { ok: true, served: 2, notServed: 2, unknown: 1 }
  expect(await recordServices(after, { election, by })).toEqual(sum)
  expect(await recordServices(after, { election, by })).toEqual(sum)
  const counts = await inTown((db) => serviceCounts(db, firstMunicipality))
  expect(counts).toEqual([{ pollingDay: '2030-10-13', noted: 4, told: 0 }])
})

test('who left before the end has not served for the count', () => {
  const one = {
    assignmentId: asking,
    lastName: '',
    firstNames: '',
    nrnIndex: Buffer.of(),
    nrnCipher: Buffer.of(),
  }
  const seat = { bureau: 'POLLING', number: '12', role: 'ASSESSOR' } as const
  expect(hasServed({ ...one, ...seat, attendance: 'PRESENT' })).toBe(true)
  expect(hasServed({ ...one, ...seat, attendance: 'LEFT' })).toBe(false)
})

test('what is kept names nobody, and another municipality and another person see none of it', async () => {
  const { rows } = await inTown((db) =>
    sql<{ row: string; sealed: Buffer }>`select s::text as row, s.sealed from bureaus.service s`.execute(db),
  )
  for (const { row } of rows) {
    expect(row).not.toContain(testNumber(1))
    expect(row).not.toMatch(/CHAIR|ASSESSOR|POLLING/)
  }
  const seenBy = (scope: Parameters<typeof database.inScope>[0]) =>
    database.inScope(scope, async (db) => (await sql`select from bureaus.service`.execute(db)).rows.length)
  expect(await seenBy(staffOf(secondMunicipality))).toBe(0)
  expect(await seenBy({ person: after.vault.index(testNumber(1)) })).toBe(1)
  expect(await seenBy({ person: after.vault.index(testNumber(99)) })).toBe(0)
})

test('a file of the register: every fault by row and column, and then nothing of it', async () => {
  const refused = await read(
    `${testNumber(2)};2024-10-13;POLLING;ASSESSOR;ja`,
    `12345;2024-10-13;POLLING;ASSESSOR;ja`,
    `${testNumber(3)};2099-10-13;SCHOOL;KING;misschien`,
    `${testNumber(2)};2024-10-13;COUNTING;CHAIR;nee`,
    `${testNumber(4)};;POLLING;ASSESSOR;ja`,
  )
  expect(refused).toMatchObject({ because: 'rows-refused' })
  const faults = 'faults' in refused ? refused.faults : []
  expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'national_number', 'no-national-number'],
    [4, 'polling_day', 'no-day'],
    [4, 'bureau', 'no-bureau'],
    [4, 'role', 'no-role'],
    [4, 'served', 'no-yes-or-no'],
    [5, 'national_number', 'twice'],
    [6, 'polling_day', 'empty'],
  ])
  expect(JSON.stringify(refused)).not.toContain(testNumber(3))
  const counts = await inTown((db) => serviceCounts(db, firstMunicipality))
  expect(counts).toHaveLength(1)
  expect(
    await importServices(listDeps(after), { election, by, stream: Readable.from([Buffer.from('x\n1')]) }),
  ).toMatchObject({
    because: 'not-a-list',
  })
})

test('what the register says goes before what was noted, and is not written over', async () => {
  expect(await read(`${testNumber(1)};2030-10-13;POLLING;CHAIR;nee`)).toEqual({ ok: true, services: 1 })
  await recordServices(after, { election, by })
  const counts = await inTown((db) => serviceCounts(db, firstMunicipality))
  expect(counts).toEqual([{ pollingDay: '2030-10-13', noted: 3, told: 1 }])
})

test('who asks to be let off: earlier services count, this election does not, and too late is too late', async () => {
  const asked = (day: string) =>
    inTown((db) =>
      exemptionOf(db, after.vault, { election, assignmentId: asking, askedAt: new Date(`${day}T09:00:00Z`) }),
    )
  expect(await asked('2030-08-01')).toMatchObject({
    served: 0,
    times: 2,
    may: false,
    because: ['served-too-few'],
  })
  await read(
    `${testNumber(2)};2024-10-13;POLLING;ASSESSOR;ja`,
    `${testNumber(2)};2024-06-09;COUNTING;ASSESSOR;ja`,
  )
  expect(await asked('2030-08-01')).toMatchObject({
    served: 2,
    called: 2,
    may: true,
    because: [],
    lastDay: '2030-08-24',
  })
  expect(await asked('2030-08-25')).toMatchObject({ may: false, because: ['too-late'] })
  const index = after.vault.index(testNumber(2))
  const mine = await database.inScope({ person: index }, (db) => myServices(db, after.vault, election, index))
  expect(mine).toEqual({ served: 2, times: 2, lastDay: '2030-08-24' })
})

test('the list for the register has names and functions, and no account; the program reads it back', async () => {
  const { csv, people } = await serviceList(after, { election, by })
  expect(people).toBe(4)
  const rows = csv.trimEnd().split('\r\n')
  expect(rows[0]).toContain('national_number;last_name')
  expect(rows.find((row) => row.includes(testNumber(1)))).toMatch(/;2030-10-13;POLLING;12;CHAIR;ja$/)
  expect(rows.find((row) => row.includes(testNumber(5)))).toMatch(/;SUBSTITUTE;nee$/)
  expect(csv).not.toContain('BE68')
  expect(csv).not.toContain(testNumber(4))
  const stream = Readable.from([Buffer.from(csv)])
  expect(await importServices(listDeps(after), { election, by, stream })).toEqual({ ok: true, services: 4 })
})

test('each goes by itself after the years of the rules', async () => {
  const drop = (day: string) =>
    dropOldServices(bureauDeps(database, `${day}T08:00:00Z`), {
      municipalityId: firstMunicipality,
      by: 'purge-worker',
    })
  expect(await drop('2037-06-09')).toBe(0)
  expect(await drop('2037-06-10')).toBe(1)
  expect(await drop('2043-10-14')).toBe(5)
  expect(await inTown((db) => serviceCounts(db, firstMunicipality))).toEqual([])
})
