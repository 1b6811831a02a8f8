import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { createVault } from '../../platform/vault.ts'
import { dataKeyFaults } from '../../voters/index.ts'
import { testNumber } from '../../voters/testing.ts'
import { answerCall } from '../answering/answer-call.ts'
import { contactOf } from '../answering/keep-contact.ts'
import { requestExcuse } from '../excuses/request-excuse.ts'
import { keepListFile, lookThrough } from '../listing/list-file.ts'
import { aNaming, importNamings, listDeps } from '../listing/testing.ts'
import { exportClaims } from '../paying/export-claims.ts'
import { noteClaim } from '../paying/note-claim.ts'
import { openBatchFile } from '../paying/open-batch.ts'
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
import { rotateSealed } from './rotate-sealed.ts'
import {
  memberKeysInUse,
  replaceSealed,
  sealedColumns,
  sealedKeysInUse,
  sealedUnderOtherKeys,
} from './sealed-store.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
const iban = 'BE68539007547034'
const by = 'clerk'
const municipalityId = firstMunicipality
const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)
const newer = createVault([
  { id: 2, key: Buffer.alloc(32, 2) },
  { id: 1, key: Buffer.alloc(32, 1) },
])
const phones = sealedColumns.find(({ column }) => column === 'phone_sealed')!
const onlyNew = createVault([{ id: 2, key: Buffer.alloc(32, 2) }])

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, municipalityId)
  await adopted(deps, election, [aPollingBureau(12, 3, 2)])
})
afterAll(() => database.close())

/** One person paid, one who asks to be excused, one who only answered, and a file that waits. */
async function everythingSealed() {
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const [first, second, third] = bureau!.seats
  const member = (n: number) => aMember(deps, election, n)
  const paid = await afterPollingDay(deps, {
    ...{ election, seatId: first!.seatId, memberId: await member(1), iban },
    arrivedAt: new Date('2030-10-13T05:10:00Z'),
  })
  const asking = await aCalledMember(deps, { election, seatId: second!.seatId, memberId: await member(2) })
  const person = { election, by: 'citizen', authority: 'person' } as const
  const request = { ground: 'WORK', text: 'Ik werk in het ziekenhuis.' } as const
  await requestExcuse(deps, { ...person, assignmentId: asking, request, channel: 'PORTAL' })
  const memberId = await member(3)
  const answered = await aCalledMember(deps, { election, seatId: third!.seatId, memberId })
  const contact = { phone: '+32470000000', email: 'lotte@zonnedorp.example', iban }
  await answerCall(deps, { ...person, assignmentId: answered, contact })
  await importNamings(deps, election, aNaming(9))
  const file = Buffer.from(`national_number\n${testNumber(9000)}\n`)
  await keepListFile(listDeps(deps), { election, what: 'candidates', bytes: file, by })
  const later = bureauDeps(database, '2030-10-20T08:00:00Z')
  await noteClaim(later, { election, assignmentId: paid, note: { livesHere: true, needed: false, iban }, by })
  const payer = { name: 'Provincie Middelland', iban: 'BE71096123456769' }
  const made = await exportClaims(later, { election, payer, payOn: '2030-11-15', by })
  if (!made.ok) throw new Error(made.because)
  return { memberId, batchId: made.batchId, contact }
}

test('all that the vault sealed comes under the newest key, and says what it said', async () => {
  const { memberId, batchId, contact } = await everythingSealed()
  const asked = { election, batchId, format: 'csv', by } as const
  const before = await openBatchFile(deps, asked)
  expect(await inTown((db) => sealedKeysInUse(db, municipalityId))).toEqual([1])

  // Stopped after one: what is done stays done, and the next run finds the rest.
  await inTown(async (db) => {
    const [one] = await sealedUnderOtherKeys(db, phones, municipalityId, { keyId: 2, limit: 1 })
    const fresh = [{ ...one!, sealed: newer.seal(newer.open(one!.sealed)) }]
    await replaceSealed(db, phones, municipalityId, fresh)
  })
  const rotate = () => rotateSealed({ database, vault: newer }, { municipalityId })
  // Two telephones less one, an address, two accounts, a request, a note, a payment and the file.
  expect(await rotate()).toEqual({ people: 4, other: 8 })
  expect(await rotate()).toEqual({ people: 0, other: 0 })

  expect(await inTown((db) => sealedKeysInUse(db, municipalityId))).toEqual([2])
  expect(await inTown((db) => contactOf(db, { vault: onlyNew }, election, memberId))).toEqual(contact)
  expect(await openBatchFile({ ...deps, vault: onlyNew }, asked)).toEqual(before)
  const look = { election, what: 'candidates', by } as const
  expect(await lookThrough({ ...listDeps(deps), vault: onlyNew }, look)).toMatchObject({
    answer: { ok: true },
  })
})

test('the same person stays the same member, and the doctor knows which keys are needed', async () => {
  const inUse = await inTown((db) => memberKeysInUse(db, municipalityId))
  expect(dataKeyFaults(newer, inUse)).toEqual([])
  expect(dataKeyFaults(deps.vault, inUse)).toEqual([{ keyId: 2, wrong: 'missing' }])
  const known = await aMember({ ...deps, vault: newer }, election, 1)
  const { rows } = await inTown((db) =>
    sql<{
      cipher: Buffer
    }>`select nrn_cipher as cipher from bureaus.member where member_id = ${known}`.execute(db),
  )
  expect(rows.map(({ cipher }) => [cipher[0], onlyNew.open(cipher)])).toEqual([[2, testNumber(1)]])
})

test('every column that holds what the vault seals is moved', async () => {
  const { rows } = await inTown((db) =>
    sql<{ at: string }>`
      select table_schema || '.' || table_name || '.' || column_name as at from information_schema.columns
      where table_schema = 'bureaus' and (column_name ~ 'sealed$' or column_name = 'nrn_cipher') order by 1`.execute(
      db,
    ),
  )
  // What a reader's key opens, and no data key.
  const ofReaders = ['bureaus.evidence.sealed']
  const moved = sealedColumns.map(({ table, column }) => `${table}.${column}`)
  expect(rows.map(({ at }) => at).filter((at) => !ofReaders.includes(at))).toEqual(moved.toSorted())
})
