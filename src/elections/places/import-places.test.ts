import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { addMunicipality } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refused } from '../../platform/result.ts'
import { addElection, type Election, getSections, importPlaces } from '../index.ts'

const header =
  'section;room;place_code;place_name;street;house_number;box;postcode;city;entrance;entrance_fr;step_free;facilities;latitude;longitude'
const school =
  'S1;Basisschool De Zon;Kerkstraat;12;;9999;Zonnedorp;poort in de Schoolstraat;grille, rue de l’École;ja;ringleiding|parking;51,05;3,72'
const hall = 'H1;Sporthal;Sportlaan;;;9999;Zonnedorp;;;nee;;;'
const good = [header, `1;Refter;${school}`, `2;Turnzaal;${school}`, `3;Zaal 1;${hall}`].join('\r\n')

let database: TestDatabase
const elections: Election[] = []

beforeAll(async () => {
  database = await testDatabase()
  for (const number of [1, 2]) {
    const added = await addMunicipality({ database }, { document: aMunicipality(number), by: 'test' })
    if (!added.ok) throw new Error(added.because)
    const document = {
      code: '2030',
      name: 'x',
      rulesetId: 'lpkd-2030',
      pollingDay: '2030-10-13',
      votingMode: 'PAPER',
    }
    const election = await addElection(
      { database },
      { municipalityId: added.municipalityId, document, by: 'test' },
    )
    if (!election.ok) throw new Error(election.because)
    elections.push(election.election)
  }
})
afterAll(() => database.close())

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const importInto = (election: Election, text: string) =>
  importPlaces({ database }, { election, stream: bytesOf(text), by: 'test' })
const sectionsOf = ({ municipalityId, electionId }: Election, as = municipalityId) =>
  database.inScope(staffOf(as), (db) => getSections(db, municipalityId, electionId))

test('a list becomes places and sections, with everything that helps to find the room', async () => {
  const election = elections[0]!
  expect(await importInto(election, good)).toEqual({ ok: true, places: 2, sections: 3 })
  const sections = await sectionsOf(election)
  expect(sections.map(({ section, room, place }) => [section, room, place.code])).toEqual([
    [1, 'Refter', 'S1'],
    [2, 'Turnzaal', 'S1'],
    [3, 'Zaal 1', 'H1'],
  ])
  expect(sections[0]!.place).toEqual({
    code: 'S1',
    name: 'Basisschool De Zon',
    address: { street: 'Kerkstraat', houseNumber: '12', postcode: '9999', city: 'Zonnedorp' },
    details: {
      entrance: 'poort in de Schoolstraat',
      french: { entrance: 'grille, rue de l’École' },
      stepFree: true,
      facilities: ['ringleiding', 'parking'],
      coordinates: { latitude: 51.05, longitude: 3.72 },
    },
  })
  expect(sections[2]!.place.details).toEqual({ stepFree: false })
})

test('a new list takes the place of the old one whole', async () => {
  const election = elections[0]!
  expect(await importInto(election, [header, `7;Zaal 1;${hall}`].join('\n'))).toMatchObject({
    ok: true,
    sections: 1,
  })
  expect((await sectionsOf(election)).map(({ section }) => section)).toEqual([7])
  expect(await importInto(election, good)).toMatchObject({ ok: true, sections: 3 })
})

describe('a refused list leaves everything as it was', () => {
  const row = (changes: Record<string, string> = {}) => {
    const cells = Object.fromEntries(
      header.split(';').map((name, index) => [name, `3;Zaal 1;${hall}`.split(';')[index]!]),
    )
    return Object.values({ ...cells, ...changes }).join(';')
  }

  test.each([
    ['section', 'is empty', row({ section: '' })],
    ['section', 'is not a whole number', row({ section: '3b' })],
    ['section', 'is not a whole number', row({ section: '0' })],
    ['room', 'is empty', row({ room: ' ' })],
    ['room', 'is longer than', row({ room: 'x'.repeat(61) })],
    ['place_code', 'is empty', row({ place_code: '' })],
    ['postcode', 'is not a Belgian postcode', row({ postcode: '999' })],
    ['step_free', 'is neither ja nor nee', row({ step_free: 'misschien' })],
    ['entrance_fr', 'stands without the Dutch', row({ entrance_fr: 'la grille' })],
    ['latitude', 'is not a place in Belgium', row({ latitude: '3,7', longitude: '51,0' })],
    ['longitude', 'is not a place in Belgium', row({ latitude: '51,0', longitude: '' })],
    ['section', 'stands in row 2 already', `${row()}\n${row({ room: 'Zaal 2' })}`],
    ['room', 'is taken by row 2', `${row()}\n${row({ section: '4', room: 'ZAAL 1' })}`],
    ['city', 'differs from row 2', `${row()}\n${row({ section: '4', room: 'Zaal 2', city: 'Elders' })}`],
    [undefined, 'has too few fields', '3;Zaal 1'],
    [undefined, 'has too many fields', `${row()};x;y`],
  ])('%s %s', async (column, wrong, rows) => {
    const before = await sectionsOf(elections[0]!)
    const refusal = await importInto(elections[0]!, `${header}\n${rows}\n`)
    if (refusal.ok || !('faults' in refusal)) throw new Error('was not refused for its rows')
    const fault = refusal.faults.find((one) => one.column === column && one.wrong.includes(wrong))
    expect(fault, JSON.stringify(refusal.faults)).toBeDefined()
    expect(fault!.row).toBe(rows.includes('\n') ? 3 : 2)
    expect(fault!.remedy).not.toBe('')
    expect(await sectionsOf(elections[0]!)).toEqual(before)
  })

  test('every bad row is answered, not only the first', async () => {
    const rows = [
      row({ section: 'a', room: 'Zaal 2' }),
      row(),
      row({ section: 'b', room: 'Zaal 3', postcode: 'c' }),
      row({ room: 'Zaal 4', step_free: 'x' }),
      row({ section: '5', room: 'Zaal 5', place_code: 'S9', step_free: 'misschien' }),
    ]
    const refusal = await importInto(elections[0]!, [header, ...rows].join('\n'))
    if (refusal.ok || !('faults' in refusal)) throw new Error('was not refused for its rows')
    expect(refusal.faults.map(({ path, wrong }) => `${path} ${wrong}`)).toEqual([
      'row 2, section is not a whole number from 1',
      'row 4, section is not a whole number from 1',
      'row 4, postcode is not a Belgian postcode',
      'row 4, postcode differs from row 2, which has the same place_code',
      'row 5, step_free is neither ja nor nee',
      'row 5, section stands in row 3 already',
      'row 5, step_free differs from row 2, which has the same place_code',
      'row 6, step_free is neither ja nor nee',
    ])
  })

  test.each([
    ['an empty file', ''],
    ['a header without rows', header],
    ['a missing column', 'section;room\n1;x\n'],
    ['a binary file', `${header}\n\0\0\0`],
    ['too many rows', `${header}\n${`${row()}\n`.repeat(20_001)}`],
  ])('%s is not a list', async (_, text) => {
    const before = await sectionsOf(elections[0]!)
    expect(await importInto(elections[0]!, text)).toMatchObject({ ok: false, because: 'not-a-list' })
    expect(await sectionsOf(elections[0]!)).toEqual(before)
  })

  test('and so does one that the caller refuses inside the transaction', async () => {
    const mayReplace = async () => refused('letters-released')
    const facts = { election: elections[0]!, stream: bytesOf(`${header}\n${row()}`), by: 'test' }
    expect(await importPlaces({ database, mayReplace }, facts)).toMatchObject({ because: 'letters-released' })
    expect(await sectionsOf(elections[0]!)).toHaveLength(3)
  })
})

test('the governor’s leave for a larger section is a fact of that section, where the law knows such a leave', async () => {
  const rows = ['section;size_leave;room;place_code;place_name;street;house_number;postcode;city']
  rows.push('1;beslissing van 2 mei 2029;Refter;S1;School;Kerkstraat;12;9999;Zonnedorp')
  rows.push('2;;Turnzaal;S1;School;Kerkstraat;12;9999;Zonnedorp')
  const local = await importInto(elections[0]!, rows.join('\n'))
  expect(local).toMatchObject({ faults: [{ row: 2, column: 'size_leave', remedy: 'Leave it empty' }] })
  const document = {
    code: '2029',
    name: 'x',
    rulesetId: 'kwb-2029',
    pollingDay: '2029-06-10',
    votingMode: 'PAPER',
  }
  const { municipalityId } = elections[1]!
  const added = await addElection({ database }, { municipalityId, document, by: 'test' })
  if (!added.ok) throw new Error(added.because)
  expect(await importInto(added.election, rows.join('\n'))).toMatchObject({ ok: true })
  expect((await sectionsOf(added.election)).map(({ sizeLeave }) => sizeLeave)).toEqual([
    'beslissing van 2 mei 2029',
    undefined,
  ])
})

test('two imports at once come one after the other', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => importInto(elections[0]!, good)))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  expect(await sectionsOf(elections[0]!)).toHaveLength(3)
})

test('an import leaves an event with counts', async () => {
  const { municipalityId, electionId } = elections[0]!
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<{ details: object }>`select e.details from platform.audit_event e
      where e.action = 'places.imported' and e.subject = ${electionId} order by e.event_id limit 1`.execute(
      db,
    ),
  )
  expect(rows).toEqual([{ details: { places: 2, sections: 3 } }])
})

test('another municipality neither sees the places nor writes them', async () => {
  const [mine, other] = elections as [Election, Election]
  expect(await sectionsOf(other)).toEqual([])
  expect(await sectionsOf(mine, other.municipalityId)).toEqual([])
  const disguised = { ...mine, municipalityId: other.municipalityId }
  await expect(importInto(disguised, good)).rejects.toThrow(/in this scope/)
  expect(await sectionsOf(mine)).toHaveLength(3)
})
