import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { addElection, type Election, importPlaces } from '../../elections/index.ts'
import { updateMunicipality } from '../../municipalities/index.ts'
import { aMunicipality } from '../../municipalities/testing.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { acceptList, closeList, importVoters } from '../index.ts'
import type { ListRow } from '../list-format.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps } from '../testing.ts'

let database: TestDatabase
let municipalityId = 0 as MunicipalityId
let election: Election
const by = 'clerk'

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  municipalityId = (municipalityId + 1) as MunicipalityId
  election = await anElection(database, municipalityId)
})
afterAll(() => database.close())

const rows = (count: number, cells: (n: number) => Partial<ListRow> = () => ({})) =>
  Array.from({ length: count }, (_, n) => aRow(n, { section: n % 2 ? '1' : '2', ...cells(n) }))

async function found(list: readonly ListRow[], of: Election = election) {
  const imported = await importVoters(testDeps(database), { election: of, source: sourceOf(csvOf(list)), by })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  return imported.report.findings.map(({ code, row, detail, sameAs }) =>
    [code, row, detail, sameAs].filter((part) => part !== undefined).join(' '),
  )
}

test('the same person under two numbers: same name, birth date and address', async () => {
  const one = { last_name: 'Maes', birth_date: '1980-01-01', house_number: '7' }
  const list = rows(5, (n) => (n === 1 || n === 3 ? one : {}))
  expect(await found(list)).toContain('likely-same-person 5 3')
  const twins = rows(5, (n) =>
    n === 1 || n === 3 ? { ...one, first_names: `Twin${n === 1 ? 'a' : 'b'}` } : {},
  )
  expect(await found(twins)).toEqual([])
})

test('an address with more voters than a house holds, unless it is an institution', async () => {
  const together = (n: number): Partial<ListRow> => (n < 26 ? { house_number: '1', section: '1' } : {})
  expect(await found(rows(30, together))).toEqual(['crowded-home 2 26'])
  const known = rows(30, (n) => ({ ...together(n), address_kind: 'INSTITUTION', care_of: `Kamer ${n}` }))
  expect(await found(known)).toEqual([])
})

test('the bounds are parameters: an election decides them otherwise', async () => {
  const together = (n: number): Partial<ListRow> => (n < 4 ? { house_number: '1', section: '1' } : {})
  expect(await found(rows(30, together))).toEqual([])
  const { listChecks } = election.ruleset
  const decided = { ...listChecks, value: { ...listChecks.value, votersInAHome: 3 } }
  const strict = { ...election, ruleset: { ...election.ruleset, listChecks: decided } }
  expect(await found(rows(30, together), strict)).toEqual(['crowded-home 2 4'])
})

test('a section that is larger than the law allows, and one without voters', async () => {
  const { largest } = election.ruleset.sectionSizes.value
  expect(await found(rows(largest! + 1, () => ({ section: '2' })))).toEqual([
    'section-without-voters 1',
    `large-section 2: ${largest! + 1}`,
  ])
  expect(await found(rows(largest!, () => ({ section: '2' })))).not.toContain('large-section')
})

test('a section may be larger by leave of the governor, up to what the law lets him allow', async () => {
  const { largest, largestByLeave } = election.ruleset.sectionSizes.value
  const header = 'section;size_leave;room;place_code;place_name;street;house_number;postcode;city\n'
  const places = [1, 2].map(
    (n) => `${n};${n === 2 ? 'besluit 7' : ''};Lokaal ${n};S;De Linde;Schoolstraat;1;9999;Zonnedorp\n`,
  )
  const stream = Readable.from([Buffer.from(header + places.join(''))])
  expect(await importPlaces({ database }, { election, stream, by })).toMatchObject({ ok: true })
  const large = (section: string, voters: number) =>
    found(rows(voters + 1, (n) => ({ section: n === 0 ? (section === '1' ? '2' : '1') : section })))
  expect(await large('2', largestByLeave!)).toEqual([])
  expect(await large('2', largestByLeave! + 1)).toEqual([`large-section 2: ${largestByLeave! + 1}`])
  expect(await large('1', largest! + 1)).toContain(`large-section 1: ${largest! + 1}`)
})

test('with its postcodes in the municipality file, a voter in any of them lives here', async () => {
  const list = rows(10, (n) => ({ postcode: n < 4 ? '8999' : '9999' }))
  expect(await found(list)).toHaveLength(4)
  const document = { ...aMunicipality(municipalityId), postcodes: ['9999', '8999'] }
  expect(await updateMunicipality({ database }, { municipalityId, document, by })).toMatchObject({ ok: true })
  expect(await found(list)).toEqual([])
  const elsewhere = rows(10, (n) => ({ postcode: n < 6 ? '7999' : '8999' }))
  expect(await found(elsewhere)).toContain('another-municipality 6')
})

test('far fewer, and far more, than the list that was accepted before, however often one is read again', async () => {
  await found(rows(100))
  expect(await found(rows(40)), 'nobody accepted the other').toEqual([])
  await found(rows(100))
  await acceptList(testDeps(database), { election, by })
  for (const again of [1, 2])
    expect(await found(rows(89)), `time ${again}`).toContain('fewer-voters 100 → 89')
  expect(await found(rows(110))).toEqual([])
  expect(await found(rows(122))).toContain('more-voters 100 → 122')
})

describe('all that is wrong is told in one go: a list with an error is looked at as a whole too', () => {
  const crowd = (n: number): Partial<ListRow> => (n < 26 ? { house_number: '1' } : {})
  async function refusedFor(list: readonly ListRow[]) {
    const refusal = await importVoters(testDeps(database), { election, source: sourceOf(csvOf(list)), by })
    if (refusal.ok || !('report' in refusal)) throw new Error(JSON.stringify(refusal))
    return refusal.report.findings.map(({ code, row, detail, sameAs }) =>
      [code, row, detail, sameAs].filter((part) => part !== undefined).join(' '),
    )
  }

  test('a voter who stands on it twice, in rows with an error of their own', async () => {
    const list = rows(8, (n) => {
      if (n === 2) return { section: '9' }
      if (n === 5) return { ...numbersOf(2), street: '' }
      return n === 6 ? { ...numbersOf(2), list_number: '6' } : n === 7 ? { list_number: '7' } : {}
    })
    expect(await refusedFor(list)).toEqual([
      'unknown-section 4',
      'missing-value 7',
      'double-national-number 7 4',
      'double-national-number 8 4',
      'double-list-number 7 4',
    ])
  })

  test('crowded homes, gaps and sections beside errors and doubles', async () => {
    const list = rows(30, (n) => {
      if (n === 27) return { ...numbersOf(28), list_number: '28' }
      if (n === 29) return { list_number: '31', section: '9' }
      return { ...crowd(n), section: '2' }
    })
    expect(await refusedFor(list)).toEqual([
      'unknown-section 31',
      'double-national-number 30 29',
      'numbering-gap 31',
      'crowded-home 2 26',
    ])
  })

  test('a gap is told of where every number can be read', async () => {
    const unreadable = rows(5, (n) => (n === 2 ? { list_number: 'x' } : {}))
    expect(await refusedFor(unreadable)).toEqual(['not-a-whole-number 4'])
    const known = rows(5, (n) => (n === 2 ? { last_name: '' } : {}))
    expect(await refusedFor(known), 'the number of a row with an error is in use').toEqual([
      'missing-value 4',
    ])
  })

  function numbersOf(n: number): Partial<ListRow> {
    const { national_number, list_number } = aRow(n)
    return { national_number, list_number }
  }
})

test('the list of another day: many an age does not fit', async () => {
  const young = (n: number): Partial<ListRow> =>
    n < 6 ? { birth_date: `1980-01-0${n + 1}`, category: 'BELGIAN_16_17' } : {}
  expect(await found(rows(100, young))).toContain('ages-of-another-day 6')
  expect((await found(rows(100, (n) => (n < 5 ? young(n) : {})))).join()).not.toContain('another-day')
})

test('the list of another municipality: most voters live where nobody votes', async () => {
  expect(await found(rows(10, (n) => (n < 6 ? { postcode: '8999' } : {})))).toContain(
    'another-municipality 6',
  )
  expect((await found(rows(10, (n) => (n < 5 ? { postcode: '8999' } : {})))).join()).not.toContain(
    'another-mun',
  )
})

test('the very file of another election, and a size that is far from its list', async () => {
  await found(rows(100))
  await acceptList(testDeps(database), { election, by })
  await closeList(testDeps(database), { election, by })
  const next = await anotherElection()
  expect(await found(rows(100), next)).toEqual(['list-of-another-election'])
  expect(await found(rows(74), next)).toContain('unlike-last-election 100 → 74')
})

async function anotherElection(): Promise<Election> {
  const document = {
    ...{ code: 'later', name: 'Latere verkiezing', rulesetId: 'kwb-2029' },
    ...{ pollingDay: '2029-06-10', votingMode: 'PAPER' },
  }
  const added = await addElection({ database }, { municipalityId, by, document, besideOthers: true })
  if (!added.ok) throw new Error(JSON.stringify(added))
  const text = [
    'section;room;place_code;place_name;street;house_number;postcode;city',
    ...[1, 2].map((section) => `${section};Zaal ${section};school;De Linde;Schoolstraat;1;9999;Zonnedorp`),
  ]
  const { stream } = sourceOf(`${text.join('\n')}\n`)
  const places = await importPlaces({ database }, { election: added.election, stream: stream as never, by })
  if (!places.ok) throw new Error(JSON.stringify(places))
  return added.election
}
