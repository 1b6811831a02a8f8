import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { acceptList, findVoters, importVoters, openVoter, type Question, type SearchPlace } from '../index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps, testNumber } from '../testing.ts'

const names = [
  ['Peeters', 'Lotte'],
  ['Peters', 'Lotte Marie'],
  ['Van de Velde', 'Zoë'],
  ['Vandevelde', 'Jean-Pierre'],
  ["D'Hondt", 'Ömer'],
  ['De Backer - Claes', 'Agnès'],
  ['Øster Straße', 'Łucja'],
  ['Maes', ''],
  ['Janssens', 'Dirk'],
] as const
const reason = 'asks for a duplicate'
let database: TestDatabase
let deps: ReturnType<typeof testDeps>
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
  election = await anElection(database, firstMunicipality)
  const others = Array.from({ length: 45 }, (_, n) => ({ last_name: 'Dubois', first_names: `Noor ${n}` }))
  const rows = [
    ...names.map(([last_name, first_names]) => ({ last_name, first_names })),
    { last_name: 'Verborgen', first_names: 'Ada', street: 'Geheimstraat', address_kind: 'PROTECTED' },
    ...others,
  ].map((cells, n) => aRow(n, { birth_date: '1980-01-01', ...cells }))
  const source = sourceOf(csvOf(rows))
  expectOk(await importVoters(deps, { election, source, by: 'test' }))
  expectOk(await acceptList(deps, { election, by: 'test' }))
})
afterAll(() => database.close())

const find = (question: Question, after?: SearchPlace) =>
  findVoters(deps, { election, question, after, by: 'clerk', reason })

/** Last names of the first page, with a `~` before those that come near. */
async function hits(question: Question): Promise<string[]> {
  return expectOk(await find(question)).voters.map(
    ({ voter, closeness }) => `${closeness === 'near' ? '~' : ''}${voter.lastName}`,
  )
}

describe('by name', () => {
  test.each([
    ['peeters', ['Peeters', '~Peters']],
    ['LOTTE  Peters', ['Peters', '~Peeters']],
    ['Petters lote', ['~Peeters', '~Peters']],
    ['van de velde', ['Van de Velde', 'Vandevelde']],
    ['vandevelde', ['Van de Velde', 'Vandevelde']],
    ['vd velde zoe', []],
    ['velde zoe', ['Van de Velde']],
    ['Zoé Velde van de', ['~Van de Velde']],
    ['dhondt', ["D'Hondt"]],
    ['omer d hondt', ["D'Hondt"]],
    ['debakker', ['~De Backer - Claes']],
    ['klaas agnes', ['~De Backer - Claes']],
    ['pierre vandevelde', ['Vandevelde']],
    ['oster strasse', ['Øster Straße']],
    ['lucja', ['Øster Straße']],
    ['meas', ['~Maes']],
    ['jansen', ['~Janssens']],
    ['janss', ['~Janssens']],
    ['lotte maes', []],
  ])('%s', async (name, expected) => {
    expect(await hits({ name })).toEqual(expected)
  })

  test('with a birth date, which alone is no question', async () => {
    expect(await hits({ name: 'maes', birthDate: '1980-01-01' })).toEqual(['Maes'])
    expect(await hits({ name: 'maes', birthDate: '1980-01-02' })).toEqual([])
    expect(await find({ birthDate: '1980-01-01' })).toMatchObject({ because: 'ask-more' })
    expect(await find({ name: 'maes', birthDate: '1980-02-30' })).toMatchObject({ because: 'not-a-day' })
    for (const name of ['', ' - ', "'; drop table", 'a'])
      expect((await find({ name })).ok, name).toBe(name.includes('drop'))
  })

  test('what is longer than any name is refused, whatever its words', async () => {
    const long = { ok: false, because: 'question-too-long' }
    expect(await find({ name: 'a'.repeat(242) })).toMatchObject(long)
    expect(await find({ street: 'a '.repeat(15_000) })).toMatchObject(long)
    expect(await find({ name: 'maes', houseNumber: '1'.repeat(13) })).toMatchObject(long)
  })

  test.each([
    ['one word', 'abcdefghij'.repeat(24)],
    ['words of thirty letters', `${'abcdefghij'.repeat(3)} `.repeat(7)],
    ['particles', 'van '.repeat(60)],
  ])('the longest that may be asked is answered without a wait: %s', async (_, name) => {
    const started = performance.now()
    expect(await hits({ name, street: 'b'.repeat(120) })).toEqual([])
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('page after page, everybody once', async () => {
    const seen: number[] = []
    let after: SearchPlace | undefined
    do {
      const page = expectOk(await find({ name: 'dubios' }, after))
      seen.push(...page.voters.map(({ voter }) => voter.listNumber))
      after = page.next
    } while (after)
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => names.length + 2 + n))
  })
})

describe('by address, list number and national number', () => {
  test('all that is given has to fit', async () => {
    expect(await hits({ street: 'kersenlan', houseNumber: '3' })).toEqual(['Van de Velde'])
    expect(await hits({ street: 'Kersenlaan', houseNumber: '3', name: 'maes' })).toEqual([])
    expect(await hits({ listNumber: 8 })).toEqual(['Maes'])
    expect(await hits({ nationalNumber: testNumber(7) })).toEqual(['Maes'])
    expect(await hits({ nationalNumber: testNumber(900) })).toEqual([])
    expect(await find({ nationalNumber: '85610100148' })).toMatchObject({ because: 'not-a-number' })
  })

  test('nobody is found by an address that others may not learn', async () => {
    expect(await hits({ street: 'Geheimstraat' })).toEqual([])
    expect(await hits({ name: 'Verborgen' })).toEqual(['Verborgen'])
  })

  test('a hit shows nothing that was sealed', async () => {
    const [hit] = expectOk(await find({ name: 'maes' })).voters
    expect(Object.keys(hit!.voter)).not.toContain('nrnCipher')
  })
})

describe('what stays behind', () => {
  const events = async () => {
    const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
      sql<{ action: string; subject: string | null; details: object }>`
        select e.action, e.subject, e.details from platform.audit_event e order by e.event_id`.execute(db),
    )
    return rows
  }

  test('who asked what kind of question and how many answered, never what was typed', async () => {
    const [hit] = expectOk(await find({ name: 'Janssens', street: 'Kersenlaan' })).voters
    await find({ nationalNumber: testNumber(900) })
    const [described, numbered] = (await events()).slice(-2)
    expect(described).toEqual({
      action: 'voters.searched',
      subject: hit!.voter.voterId,
      details: { question: ['name', 'street'], hits: 1, more: false, reason },
    })
    expect(numbered).toMatchObject({ subject: null, details: { question: ['nationalNumber'], hits: 0 } })
    const all = JSON.stringify(await events()).toLowerCase()
    for (const typed of ['janssens', 'kersenlaan', testNumber(900), testNumber(7)])
      expect(all).not.toContain(typed)
  })

  test('the opening of one voter is another event, and takes a reason', async () => {
    const [hit] = expectOk(await find({ name: 'Verborgen' })).voters
    const { voterId } = hit!.voter
    const open = (facts: object) => openVoter(deps, { election, voterId, by: 'clerk', reason, ...facts })
    expect(await open({ reason: ' ' })).toMatchObject({ because: 'reason-missing' })
    expect(expectOk(await open({})).voter.lastName).toBe('Verborgen')
    expect((await events()).at(-1)).toEqual({
      action: 'voters.opened',
      subject: voterId,
      details: { reason, protectedAddress: true },
    })
  })
})

test('another municipality finds nobody, whatever list it names', async () => {
  const other = await anElection(database, secondMunicipality)
  const search = { question: { name: 'maes' }, by: 'clerk', reason }
  expect(await findVoters(deps, { election: other, ...search })).toMatchObject({ because: 'no-list' })
  const stolen = { ...election, municipalityId: secondMunicipality }
  expect(await findVoters(deps, { election: stolen, ...search })).toMatchObject({ because: 'no-list' })
  const list = sql<{ id: string }>`select l.list_id as id from voters.voters_list l`
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) => list.execute(db))
  const asked = database.inScope(staffOf(secondMunicipality), (db) =>
    sql`select * from voters.find_on_list(1, ${rows[0]!.id}::uuid, '''=maes'''::tsquery, null, 0, 9)`.execute(
      db,
    ),
  )
  await expect(asked).rejects.toThrow('no such voters list in this scope')
})
