import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Election } from '../elections/index.ts'
import { type Scope, staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { createVault } from '../platform/vault.ts'
import {
  currentList,
  importVoters,
  reencryptNationalNumbers,
  type SealedVoter,
  streamVoters,
} from './index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps, testNumber, testVault } from './testing.ts'

let database: TestDatabase
let deps: ReturnType<typeof testDeps>
const by = 'clerk'

/** Each test has a municipality of its own. */
let municipalityId = 0 as MunicipalityId
let election: Election
let scope: Scope

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
})
beforeEach(async () => {
  municipalityId = (municipalityId + 1) as MunicipalityId
  scope = staffOf(municipalityId)
  election = await anElection(database, municipalityId)
})
afterAll(() => database.close())

async function importRows(count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => aRow(n, { section: n % 2 === 0 ? '1' : '2' }))
  const imported = await importVoters(deps, { election, source: sourceOf(csvOf(rows)), by })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
}
const voters = () =>
  database.inScope(scope, async (db) => {
    const list = await currentList(db, municipalityId, election.electionId)
    const all: SealedVoter[] = []
    for await (const voter of streamVoters(db, municipalityId, election.electionId, list!.listId))
      all.push(voter)
    return all
  })
describe('key rotation', () => {
  const rotated = createVault([
    { id: 2, key: Buffer.alloc(32, 2) },
    { id: 1, key: Buffer.alloc(32, 1) },
  ])

  test('moves every number to the newest key, batch by batch; ids and look-up stay', async () => {
    await importRows(4500)
    const before = await voters()
    const moved = await reencryptNationalNumbers({ database, vault: rotated }, { municipalityId, by })
    expect(moved).toEqual({ moved: 4500 })
    const after = await voters()
    expect(after.every(({ nrnCipher }) => nrnCipher[0] === 2)).toBe(true)
    expect(after.map(({ nrnCipher }) => rotated.open(nrnCipher))).toEqual(before.map((_, n) => testNumber(n)))
    expect(after.map(({ voterId }) => voterId)).toEqual(before.map(({ voterId }) => voterId))
    const again = await reencryptNationalNumbers({ database, vault: rotated }, { municipalityId, by })
    expect(again).toEqual({ moved: 0 })
  })
})

describe('who sees whom', () => {
  const neighbour = 901 as MunicipalityId
  const seen = async (where: Scope) => {
    const { rows } = await database.inScope(where, (db) =>
      sql<{ municipality_id: number; list_number: number }>`
        select v.municipality_id, v.list_number from voters.voter v
        order by v.municipality_id, v.list_number`.execute(db),
    )
    return rows.map(({ municipality_id, list_number }) => `${municipality_id}/${list_number}`)
  }

  test('staff their own municipality; a person the own rows in all of them; nobody else anything', async () => {
    const other = await anElection(database, neighbour)
    const importInto = (into: Election, rows: ReturnType<typeof aRow>[]) =>
      importVoters(deps, { election: into, source: sourceOf(csvOf(rows)), by })
    await importInto(election, [aRow(20_000), aRow(20_001)])
    await importInto(other, [aRow(20_030), aRow(20_001, { list_number: '7' })])
    expect(await seen(scope)).toEqual([`${municipalityId}/20001`, `${municipalityId}/20002`])
    expect(await seen(staffOf(neighbour))).toEqual(['901/7', '901/20031'])
    const person = testVault.index(testNumber(20_001))
    expect(await seen({ person })).toEqual([`${municipalityId}/20002`, '901/7'])
    expect(await seen({ person: testVault.index(testNumber(20_999)) })).toEqual([])
    expect(await seen({ authority: 'province' })).toEqual([])
    expect(await seen({ directory: true })).toEqual([])
  })

  test('a person changes nothing, and reads no partition past its parent', async () => {
    await importRows(2)
    const person = { person: testVault.index(testNumber(1)) }
    expect(await seen(person)).not.toEqual([])
    const changed = await database.inScope(person, (db) =>
      sql`update voters.voter set last_name = 'x'`.execute(db),
    )
    expect(changed.numAffectedRows).toBe(0n)
    const partition = `voters.voter_${election.electionId.replaceAll('-', '')}`
    await expect(
      database.inScope(scope, (db) => sql`select from ${sql.table(partition)}`.execute(db)),
    ).rejects.toThrow('permission denied')
  })

  test('an election of another municipality cannot be imported into', async () => {
    const foreign = { ...election, municipalityId: neighbour }
    const refusal = await importVoters(deps, { election: foreign, source: sourceOf(csvOf([aRow(0)])), by })
    expect(refusal).toMatchObject({ because: 'no-sections' })
  })
})
