import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Election } from '../elections/index.ts'
import { type Scope, staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId, VoterId } from '../platform/ids.ts'
import { addVoter } from './amendments/add-voter.ts'
import { strikeVoter } from './amendments/strike-voter.ts'
import {
  acceptList,
  amendmentsOf,
  closeList,
  countsByState,
  currentList,
  hashFrozenList,
  importVoters,
  type SealedVoter,
  streamVoters,
} from './index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps, testVault } from './testing.ts'

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
async function closed(count: number): Promise<void> {
  await importRows(count)
  await acceptList(deps, { election, by })
  await closeList(deps, { election, by })
}
const listNow = () => database.inScope(scope, (db) => currentList(db, municipalityId, election.electionId))
const voters = () =>
  database.inScope(scope, async (db) => {
    const list = await currentList(db, municipalityId, election.electionId)
    const all: SealedVoter[] = []
    for await (const voter of streamVoters(db, municipalityId, election.electionId, list!.listId))
      all.push(voter)
    return all
  })
const sums = () =>
  database.inScope(scope, async (db) => {
    const list = await currentList(db, municipalityId, election.electionId)
    return countsByState(db, municipalityId, election.electionId, list!.listId)
  })
const events = async () => {
  const { rows } = await database.inScope(scope, (db) =>
    sql<{ action: string; subject: string; details: object }>`
      select e.action, e.subject, e.details from platform.audit_event e
      where e.action like 'voters.%' order by e.event_id`.execute(db),
  )
  return rows
}

describe('from imported to closed', () => {
  test('each step only after the one before', async () => {
    expect(await acceptList(deps, { election, by })).toMatchObject({ because: 'nothing-to-accept' })
    expect(await closeList(deps, { election, by })).toMatchObject({ because: 'not-accepted' })
    await importRows(3)
    expect(await closeList(deps, { election, by })).toMatchObject({ because: 'not-accepted' })
    expect(await acceptList(deps, { election, by })).toMatchObject({ ok: true, voters: 3 })
    expect(await acceptList(deps, { election, by })).toMatchObject({ because: 'nothing-to-accept' })
    expect(await closeList(deps, { election, by })).toMatchObject({ ok: true, voters: 3 })
    expect(await closeList(deps, { election, by })).toMatchObject({ because: 'list-closed' })
    expect((await events()).map(({ action }) => action)).toEqual([
      'voters.imported',
      'voters.accepted',
      'voters.closed',
    ])
  })

  test('an accepted list stays in use until another is accepted', async () => {
    await importRows(3)
    await acceptList(deps, { election, by })
    await importRows(5)
    expect(await listNow()).toMatchObject({ state: 'accepted', voterCount: 3 })
    await acceptList(deps, { election, by })
    expect(await listNow()).toMatchObject({ state: 'accepted', voterCount: 5 })
    expect(await voters()).toHaveLength(5)
  })

  test('a list is neither accepted nor closed when a section of it has gone', async () => {
    await importRows(3)
    await acceptList(deps, { election, by })
    await importRows(3)
    await database.inScope(scope, (db) =>
      sql`delete from elections.voting_section where section = 2`.execute(db),
    )
    expect(await acceptList(deps, { election, by })).toMatchObject({ because: 'section-gone', detail: '2' })
    expect(await closeList(deps, { election, by })).toMatchObject({ because: 'section-gone', detail: '2' })
  })

  test('the hash is the one that the format page shows for its example', async () => {
    const page = readFileSync(new URL('../../docs/formats/voters-list.md', import.meta.url), 'utf8')
    const example = /```csv\n([\s\S]*?)```/.exec(page)![1]!
    expect(await importVoters(deps, { election, source: sourceOf(example), by })).toMatchObject({ ok: true })
    await acceptList(deps, { election, by })
    const frozen = await closeList(deps, { election, by })
    if (!frozen.ok) throw new Error(frozen.because)
    expect(page).toContain(frozen.sha256.toString('hex'))
    expect((await listNow())?.listSha256).toEqual(frozen.sha256)
  })

  test('the hash depends on every cell, not on the order of the rows in the file', async () => {
    const hashOf = async (rows: ReturnType<typeof aRow>[]) => {
      await importVoters(deps, { election, source: sourceOf(csvOf(rows)), by })
      return database.inScope(scope, async (db) => {
        const list = await currentList(db, municipalityId, election.electionId)
        return (await hashFrozenList(db, testVault, election, list!.listId)).sha256.toString('hex')
      })
    }
    const rows = [aRow(0), aRow(1)]
    const hash = await hashOf(rows)
    expect(await hashOf(rows.toReversed())).toBe(hash)
    const others = [
      [aRow(0), aRow(1, { last_name: 'Peters' })],
      [aRow(0), aRow(1, { box: '1' })],
      [aRow(0), aRow(1, { no_post: 'GONE' })],
      [aRow(0), aRow(1, { address_kind: 'PROTECTED' })],
      [aRow(0), aRow(1, { care_of: 'WZC De Linde' })],
      [aRow(0), aRow(1, { language_requested_on: '2028-02-14' })],
      [aRow(0), aRow(2, { list_number: '2', house_number: '2' })],
      [aRow(0)],
    ]
    for (const other of others) expect(await hashOf(other)).not.toBe(hash)
  })

  test('a list that came in under the first recipe keeps its hash', async () => {
    await closed(2)
    const { listId } = (await listNow())!
    await database.inScope(scope, (db) => sql`update voters.voters_list set hash_recipe = 1`.execute(db))
    const expected = createHash('sha256').update('kiesloket voters list 1\x1fjuni-2029\x1f2029-06-10\x1e')
    for (const row of [aRow(0), aRow(1, { section: '2' })])
      expected.update(`${Object.values(row).slice(0, 21).join('\x1f')}\x1e`)
    const { sha256 } = await database.inScope(scope, (db) => hashFrozenList(db, testVault, election, listId))
    expect(sha256.toString('hex')).toBe(expected.update('2\x1e').digest('hex'))
  })
})

describe('after the close', () => {
  const ground = 'deceased'
  const struck = (voter: SealedVoter) =>
    strikeVoter(deps, {
      election,
      voterId: voter.voterId,
      ground,
      source: 'register 2029/17',
      decidedOn: '2029-04-01',
      by,
    })
  const { list_number: _, ...newcomer } = aRow(50, { last_name: 'Claes', section: '2' })
  const added = (row = newcomer) =>
    addVoter(deps, {
      election,
      row,
      ground: 'court-decision',
      source: 'ruling 12',
      decidedOn: '2029-04-01',
      by,
    })

  test('before it, nobody is struck or added', async () => {
    await importRows(2)
    const [voter] = await voters()
    expect(await struck(voter!)).toMatchObject({ because: 'not-closed' })
    expect(await added()).toMatchObject({ because: 'not-closed' })
  })

  test('the sum holds in every section: frozen + added − struck, whatever happens to whom', async () => {
    await closed(5)
    const before = (await listNow())!
    const [first, second] = await voters()
    expect(await struck(first!)).toMatchObject({ ok: true })
    expect(await struck(first!)).toMatchObject({ because: 'already-struck' })
    expect(await struck(second!)).toMatchObject({ ok: true })
    const addition = await added()
    expect(addition).toMatchObject({ ok: true, listNumber: 6 })
    expect(await added()).toMatchObject({ because: 'already-on-list' })
    expect(await sums()).toEqual([
      { section: 1, frozen: 3, added: 0, struck: 1, voters: 2 },
      { section: 2, frozen: 2, added: 1, struck: 1, voters: 2 },
    ])
    const late = (await voters()).at(-1)!
    expect(late).toMatchObject({ state: 'added', lastName: 'Claes', listNumber: 6 })
    await struck(late)
    expect((await sums())[1]).toEqual({ section: 2, frozen: 2, added: 1, struck: 2, voters: 1 })
    const { list_number: __, ...again } = aRow(0)
    expect(await added(again)).toMatchObject({ ok: true, listNumber: 1 })
    expect(await added()).toMatchObject({ ok: true, listNumber: 6 })
    expect((await voters()).map(({ state }) => state)).toEqual([
      'enrolled',
      'struck',
      'enrolled',
      'enrolled',
      'enrolled',
      'added',
    ])
    const kept = await database.inScope(scope, (db) => amendmentsOf(db, municipalityId, election.electionId))
    expect(kept.map(({ kind, ground }) => `${kind} ${ground}`)).toHaveLength(6)
    expect(kept[0]).toMatchObject({
      voterId: first!.voterId,
      kind: 'struck',
      ground,
      source: 'register 2029/17',
      by,
    })
    const { sha256 } = await database.inScope(scope, (db) =>
      hashFrozenList(db, testVault, election, before.listId),
    )
    expect(sha256).toEqual(before.listSha256)
  })

  test('a row with a fault adds nobody, a stranger is not struck', async () => {
    await closed(2)
    expect(await added({ ...newcomer, section: '9' })).toMatchObject({
      because: 'row-refused',
      findings: [{ column: 'section', code: 'unknown-section' }],
    })
    const nobody = '00000000-0000-8000-8000-000000000000' as VoterId
    expect(
      await strikeVoter(deps, {
        election,
        voterId: nobody,
        ground,
        source: 'x',
        decidedOn: '2029-04-01',
        by,
      }),
    ).toMatchObject({
      because: 'not-on-list',
    })
    expect(await voters()).toHaveLength(2)
  })
})
