import { Readable } from 'node:stream'
import type { Election } from '../../elections/index.ts'
import type { Staff } from '../../municipalities/index.ts'
import type { StaffId } from '../../platform/ids.ts'
import { acceptList, closeList, importVoters } from '../../voters/index.ts'
import { aRow, csvOf, sourceOf, testNumber } from '../../voters/testing.ts'
import type { bureauDeps } from '../testing.ts'
import { importCandidates } from './import-candidates.ts'
import { importListA } from './import-list-a.ts'
import type { ListAColumn } from './list-a-format.ts'

/** Data for tests: lists of invented people. */

export function listDeps(deps: ReturnType<typeof bureauDeps>) {
  return { ...deps, numbers: { allowTestNumbers: true } }
}

const columns = ['national_number', 'last_name', 'first_names', 'category', 'source', 'place'] as const

/** A row of the n-th invented person: a teacher whom a school named. */
export function aNaming(n: number, cells: Partial<Record<ListAColumn, string>> = {}) {
  const row: Partial<Record<ListAColumn, string>> = {
    ...{ national_number: testNumber(n), last_name: `Peeters ${n}`, first_names: 'Lotte' },
    ...{ category: 'teachers', source: 'De Linde' },
    ...cells,
  }
  return columns.map((name) => row[name] ?? '').join(';')
}

const fileOf = (...lines: readonly string[]) => Readable.from([Buffer.from(`${lines.join('\n')}\n`)])

export function importNamings(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  ...rows: readonly string[]
) {
  const stream = fileOf(columns.join(';'), ...rows)
  return importListA(listDeps(deps), { election, stream, by: 'clerk' })
}

export function candidatesAre(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  ...people: readonly number[]
) {
  const stream = fileOf('national_number', ...people.map(testNumber))
  return importCandidates(listDeps(deps), { election, stream, by: 'clerk' })
}

/** A closed list of so many invented voters, the n-th in the section that `sectionOf` says; who is in `foreign` is of another EU state. */
export async function withVoters(
  deps: ReturnType<typeof bureauDeps>,
  election: Election,
  count: number,
  sectionOf: (n: number) => number = () => 1,
  foreign: readonly number[] = [],
): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) =>
    aRow(n, { section: String(sectionOf(n)), category: foreign.includes(n) ? 'EU' : 'BELGIAN' }),
  )
  const by = 'clerk'
  const imported = await importVoters(listDeps(deps), { election, source: sourceOf(csvOf(rows)), by })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  for (const step of [acceptList, closeList]) {
    const answer = await step(deps, { election, by })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
}

/** Somebody of the staff who keeps the bureaus and draws. */
export function aKeeper(election: Election, name: string): Staff {
  const rights = ['bureaus.read', 'bureaus.manage', 'bureaus.draw'] as const
  return { staffId: name as StaffId, municipalityId: election.municipalityId, name, rights }
}
