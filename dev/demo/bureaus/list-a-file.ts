import { parse } from 'csv-parse/sync'
import { listAColumns } from '../../../src/bureaus/index.ts'
import { csvRows } from '../../../src/platform/csv/write-csv.ts'

/** Bodies and employers of an invented town, in the order of the law. */
const sources = [
  ['lawyers', 'Balie van het kanton', 'advocaat', 12],
  ['notaries', 'Kamer van notarissen', 'notaris', 4],
  ['public-officials', 'Gemeente Sterrendorp', 'ambtenaar', 60],
  ['teachers', 'Scholengroep De Poolster', 'leraar', 130],
] as const

/** List A as a file: adult Belgians of this voters list, each sixth, so that they live all over the town. `times`: as large as several such towns. */
export function listAFile(votersCsv: Buffer, times = 1): string {
  const voters: Record<string, string>[] = parse(votersCsv, { columns: true, delimiter: ';', bom: true })
  const adults = voters.filter((voter, place) => place % 6 === 3 && voter.category === 'BELGIAN')
  const namings = sources.flatMap(([category, source, profession, many]) =>
    Array.from({ length: many * times }, (_, index) => ({
      category,
      source,
      profession,
      place: String(index + 1),
    })),
  )
  const rows = namings.slice(0, adults.length).map((naming, index) => ({ ...adults[index], ...naming }))
  const header = listAColumns.map(({ name }) => name)
  return csvRows([
    header,
    ...rows.map((row: Record<string, string>) => header.map((name) => row[name] ?? '')),
  ])
}
