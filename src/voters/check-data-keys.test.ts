import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { createVault, type DataKey } from '../platform/vault.ts'
import { checkDataKeys, importVoters, reencryptNationalNumbers } from './index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps } from './testing.ts'

const municipalityId = 1 as MunicipalityId
const key = (id: number, fill = id): DataKey => ({ id, key: Buffer.alloc(32, fill) })
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  const election = await anElection(database, municipalityId)
  const source = sourceOf(csvOf([aRow(0), aRow(1)]))
  const deps = { ...testDeps(database), vault: createVault([key(1)]) }
  const imported = await importVoters(deps, { election, source, by: 'clerk' })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
})
afterAll(() => database.close())

const faultsWith = (...keys: DataKey[]) =>
  checkDataKeys({ database, vault: createVault(keys) }, municipalityId)

test('the keys are right as long as those in use and the oldest are there', async () => {
  expect(await faultsWith(key(1))).toEqual([])
  expect(await faultsWith(key(2), key(1))).toEqual([])
  expect(await checkDataKeys({ database, vault: createVault([key(3)]) }, 2 as MunicipalityId)).toEqual([])
})

test('a key that is gone, or another under its id, is named before anybody needs it', async () => {
  expect(await faultsWith(key(2))).toEqual([{ keyId: 1, wrong: 'missing' }])
  expect(await faultsWith(key(1, 9))).toEqual([{ keyId: 1, wrong: 'missing' }])
})

test('after a rotation the oldest key is missed by the look-up index alone', async () => {
  const vault = createVault([key(2), key(1)])
  await reencryptNationalNumbers({ database, vault }, { municipalityId, by: 'clerk' })
  expect(await faultsWith(key(2), key(1))).toEqual([])
  expect(await faultsWith(key(2))).toEqual([{ keyId: 2, wrong: 'index-key-missing' }])
})
