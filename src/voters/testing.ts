import { Readable } from 'node:stream'
import { addElection, type Election, importPlaces } from '../elections/index.ts'
import { keepMunicipality } from '../municipalities/testing.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { checkDigits } from '../platform/national-number.ts'
import { createVault } from '../platform/vault.ts'
import type { RowRules } from './checking/check-row.ts'
import type { ImportDeps } from './importing/import-voters.ts'
import type { ListSource } from './importing/read-rows.ts'
import { type ColumnName, type ListRow, listColumns } from './list-format.ts'

/** Data for tests: invented people, and an election with sections for them to vote in. */

export const testVault = createVault([{ id: 1, key: Buffer.alloc(32, 1) }])

export function testDeps(database: Database): ImportDeps {
  const numbers = { allowTestNumbers: true, allowRealNumbers: false }
  return { database, vault: testVault, clock: fixedClock('2029-04-02T08:00:00Z'), numbers }
}

/** The n-th invented person's TST number: born on 1 January 1980 or later, one a counter. */
export function testNumber(n: number): string {
  const day = String(1 + (Math.floor(n / 998) % 28)).padStart(2, '0')
  const digits = `80${61 + Math.floor(n / 27_944)}${day}${String(1 + (n % 998)).padStart(3, '0')}`
  return digits + checkDigits(digits, 1980)
}

/** What the rows of an invented list are held against. */
export const rulesOfTests: RowRules = {
  sections: new Set([1, 2]),
  categories: new Set(['BELGIAN', 'BELGIAN_16_17', 'BELGIAN_ABROAD']),
  ages: { BELGIAN: { from: 18 }, BELGIAN_16_17: { from: 16, to: 17 }, BELGIAN_ABROAD: { from: 18 } },
  oldestAge: 115,
  pollingDay: '2029-06-10',
  birthdayOn29February: '28 February',
  postcodes: new Set(['9999']),
  numbers: { allowTestNumbers: true, today: new Date('2029-04-02T00:00:00Z') },
}

/** The n-th row of a list without faults. */
export function aRow(n: number, cells: Partial<Record<ColumnName, string>> = {}): ListRow {
  const row: Partial<Record<ColumnName, string>> = {
    list_number: String(n + 1),
    national_number: testNumber(n),
    last_name: 'Peeters',
    first_names: 'Lotte',
    category: 'BELGIAN',
    section: '1',
    street: 'Kersenlaan',
    house_number: String(1 + n),
    postcode: '9999',
    city: 'Zonnedorp',
    ...cells,
  }
  return Object.fromEntries(listColumns.map(({ name }) => [name, row[name] ?? ''])) as ListRow
}

export function csvOf(rows: readonly ListRow[]): string {
  const lines = rows.map((row) => listColumns.map(({ name }) => row[name]).join(';'))
  return [listColumns.map(({ name }) => name).join(';'), ...lines, ''].join('\n')
}

export function sourceOf(text: string | Uint8Array, name = 'kiezers.csv'): ListSource {
  const bytes = Buffer.from(text as Uint8Array)
  return { name, stream: Readable.from([bytes]), bytes: bytes.length }
}

/** An election of 10 June 2029 with these sections, all in one building. */
export async function anElection(
  database: Database,
  municipalityId: MunicipalityId,
  sections: readonly number[] = [1, 2],
): Promise<Election> {
  await keepMunicipality(database, municipalityId)
  const added = await addElection(
    { database },
    {
      municipalityId,
      by: 'test',
      document: {
        code: 'juni-2029',
        name: 'Verkiezingen van 10 juni 2029',
        rulesetId: 'kwb-2029',
        pollingDay: '2029-06-10',
        votingMode: 'PAPER',
      },
    },
  )
  if (!added.ok) throw new Error(JSON.stringify(added))
  const header = 'section;room;place_code;place_name;street;house_number;postcode;city\n'
  const rows = sections.map(
    (section) => `${section};Lokaal ${section};school;De Linde;Schoolstraat;1;9999;Zonnedorp\n`,
  )
  const source = Readable.from([Buffer.from(header + rows.join(''))])
  const places = await importPlaces({ database }, { election: added.election, stream: source, by: 'test' })
  if (!places.ok) throw new Error(JSON.stringify(places))
  return added.election
}
