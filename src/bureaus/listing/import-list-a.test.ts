import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { testNumber } from '../../voters/testing.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { aLocalElection, bureauDeps, withSections } from '../testing.ts'
import { adoptList } from './adopt-list.ts'
import { listedPeople } from './listed-overview.ts'
import { memberLists } from './member-list-store.ts'
import { reopenList } from './reopen-list.ts'
import { sendList } from './send-list.ts'
import { aNaming, candidatesAre, importNamings, withVoters } from './testing.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
/** Each test has a municipality of its own. */
let municipalityId = 0 as MunicipalityId
let election: Election
beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
})
beforeEach(async () => {
  municipalityId = (municipalityId + 1) as MunicipalityId
  election = await aLocalElection(database, municipalityId)
  await withSections(database, election, [1, 2])
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)
const people = () => inScope((db) => listedPeople(db, election, loadBureauRules(election.ruleset)))
const names = async () => (await people()).map(({ lastName }) => lastName)
const lawyer = { category: '3', source: 'Balie' }

describe('a file for list A', () => {
  test('comes in the order of the law: the category first, then the place on the roll', async () => {
    const rows = [
      aNaming(1),
      aNaming(2, { ...lawyer, place: '2' }),
      aNaming(3, { ...lawyer, place: '1' }),
      aNaming(4, { category: 'magistrates', source: 'Rechtbank' }),
    ]
    expect(await importNamings(deps, election, ...rows)).toMatchObject({ ok: true, people: 4, added: 4 })
    expect(await names()).toEqual(['Peeters 4', 'Peeters 3', 'Peeters 2', 'Peeters 1'])
  })

  test('read again changes nothing, and what changed, came and went is counted', async () => {
    const first = [aNaming(1), aNaming(2), aNaming(3)]
    await importNamings(deps, election, ...first)
    expect(await importNamings(deps, election, ...first)).toMatchObject({ unchanged: 3, added: 0, gone: 0 })
    const second = [aNaming(1), aNaming(2, { place: '1' }), aNaming(4)]
    const change = { unchanged: 1, changed: 1, added: 1, gone: 1 }
    expect(await importNamings(deps, election, ...second)).toMatchObject(change)
    expect(await names()).toEqual(['Peeters 2', 'Peeters 1', 'Peeters 4'])
  })

  test('of another source leaves what the first one said', async () => {
    await importNamings(deps, election, aNaming(1))
    await importNamings(deps, election, aNaming(2, lawyer))
    expect(await names()).toEqual(['Peeters 2', 'Peeters 1'])
  })

  test('who is named twice stands there once, by the category that comes first, and both are told', async () => {
    const rows = [aNaming(1), aNaming(1, lawyer), aNaming(1, { source: 'De Eik' })]
    expect(await importNamings(deps, election, ...rows)).toMatchObject({ people: 1, namedMoreThanOnce: 1 })
    const [one, ...others] = await people()
    expect(others).toEqual([])
    expect(one!.entries.map(({ category, source }) => [category, source])).toEqual([
      ['lawyers', 'Balie'],
      ['teachers', 'De Eik'],
      ['teachers', 'De Linde'],
    ])
  })

  test.each<[string, Parameters<typeof aNaming>[1], string]>([
    ['a number with wrong check digits', { national_number: '80610100198' }, 'no-national-number'],
    ['no number', { national_number: '' }, 'empty'],
    ['a category that the law has not', { category: '8' }, 'no-category'],
    ['no source', { source: '' }, 'empty'],
    ['a place that is none', { place: 'eerste' }, 'no-place'],
    ['a number in a name', { last_name: testNumber(9) }, 'number-in-text'],
  ])('with %s is refused whole, row and column named', async (_, cells, code) => {
    const refused = await importNamings(deps, election, aNaming(1), aNaming(2, cells))
    expect(refused).toMatchObject({ because: 'rows-refused', faults: [{ row: 3, code }] })
    expect(JSON.stringify(refused)).not.toContain(testNumber(9))
    expect(await names()).toEqual([])
  })

  test('with the same naming twice is refused', async () => {
    expect(await importNamings(deps, election, aNaming(1), aNaming(1))).toMatchObject({
      faults: [{ row: 3, code: 'twice' }],
    })
  })

  test('keeps no national number that can be read', async () => {
    await importNamings(deps, election, aNaming(1))
    await candidatesAre(deps, election, 2)
    const { rows } = await inScope((db) =>
      sql<{ row: string }>`
        select to_jsonb(p)::text as row from bureaus.listed_person p
        union all select to_jsonb(c)::text from bureaus.election_candidate c
        union all select to_jsonb(a)::text from platform.audit_event a`.execute(db),
    )
    expect(rows.length).toBeGreaterThan(3)
    for (const { row } of rows) expect(row).not.toMatch(new RegExp(`${testNumber(1)}|${testNumber(2)}`))
  })
})

describe('who cannot be called stays on the list with the reason', () => {
  test('candidates, and who is not on the voters list', async () => {
    await withVoters(deps, election, 3, (n) => 1 + (n % 2))
    await importNamings(deps, election, aNaming(1), aNaming(2), aNaming(7))
    await candidatesAre(deps, election, 2)
    const found = (await people()).map(({ lastName, section, whyNot }) => ({ lastName, section, whyNot }))
    expect(found).toEqual([
      { lastName: 'Peeters 1', section: 2, whyNot: [] },
      { lastName: 'Peeters 2', section: 1, whyNot: ['candidate'] },
      { lastName: 'Peeters 7', section: undefined, whyNot: ['no-voter'] },
    ])
    await candidatesAre(deps, election, 9000)
    expect((await people())[1]!.whyNot).toEqual([])
  })
})

describe('what the college decides', () => {
  const decision = { kind: 'A', decision: 'CBS 2030/114', decidedOn: '2030-08-19', by: 'clerk' } as const
  const sending = { kind: 'A', sentTo: 'Vrederechter', sentOn: '2030-08-20', by: 'clerk' } as const

  test('fixes the list: nothing comes in until it is opened again, with a reason', async () => {
    await importNamings(deps, election, aNaming(1))
    expect(await sendList(deps, { election, ...sending })).toMatchObject({ because: 'list-not-adopted' })
    expect(await adoptList(deps, { election, ...decision })).toMatchObject({ ok: true, people: 1 })
    expect(await importNamings(deps, election, aNaming(2))).toMatchObject({ because: 'list-adopted' })
    expect(await sendList(deps, { election, ...sending })).toEqual({ ok: true })
    expect(await sendList(deps, { election, ...sending })).toMatchObject({ because: 'list-sent' })
    const reason = { election, kind: 'A', reason: 'een school kwam later', by: 'clerk' } as const
    expect(await reopenList(deps, { ...reason, reason: ' ' })).toMatchObject({ because: 'no-reason' })
    expect(await reopenList(deps, reason)).toEqual({ ok: true })
    expect(await importNamings(deps, election, aNaming(2))).toMatchObject({ ok: true })
    const versions = await inScope((db) => memberLists(db, election, 'A'))
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'DRAFT'],
      [1, 'SENT'],
    ])
  })

  test('an empty list is not adopted', async () => {
    expect(await adoptList(deps, { election, ...decision })).toMatchObject({ because: 'list-empty' })
  })

  test('what was changed behind its back is not sent', async () => {
    await importNamings(deps, election, aNaming(1), aNaming(2))
    await adoptList(deps, { election, ...decision })
    await inScope((db) =>
      sql`update bureaus.list_entry set place = 1 where municipality_id = ${municipalityId}`.execute(db),
    )
    expect(await sendList(deps, { election, ...sending })).toMatchObject({ because: 'list-differs' })
  })
})
