import { placeOfField } from './place-of-field.ts'
import type { RowPattern } from './preset.ts'
import type { Table, TableRow } from './table.ts'

/** Marks the rows that the preset passes over, whatever else is wrong with them. Throws a `CsvFault` at a field that is not there. */
export function withoutPassedOver(table: Table, patterns: readonly RowPattern[]): Table['rows'] {
  const tests = patterns.map(({ field, match }) => {
    const pattern = new RegExp(match, 'u')
    const place = field === undefined ? undefined : placeOfField(table.names, field, 'the file')
    return ({ texts }: TableRow) =>
      pattern.test(place === undefined ? asOneText(texts) : (texts[place] ?? ''))
  })
  return marked(table.rows, (row) => tests.some((matches) => matches(row)))
}

async function* marked(
  rows: AsyncIterable<TableRow>,
  isPassedOver: (row: TableRow) => boolean,
): AsyncGenerator<TableRow, void, undefined> {
  for await (const row of rows) yield isPassedOver(row) ? { ...row, damage: 'row-passed-over' } : row
}

function asOneText(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ')
}
