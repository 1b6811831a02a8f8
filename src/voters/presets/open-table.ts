import { delimitedTable } from './delimited-table.ts'
import { fixedTable } from './fixed-table.ts'
import { withoutPassedOver } from './pass-over.ts'
import type { TableFormat } from './preset.ts'
import type { Table } from './table.ts'
import { workbookTable } from './workbook-table.ts'

/**
 * Opens an export as its preset describes it; a header is found by the fields that are wanted. Throws a `CsvFault`
 * when it is not such a file.
 */
export async function openTable(
  format: TableFormat,
  source: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
): Promise<Table> {
  const table = await openWhole(format, source, wanted)
  return format.passOver ? { ...table, rows: withoutPassedOver(table, format.passOver) } : table
}

function openWhole(
  format: TableFormat,
  source: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
): Promise<Table> {
  if (format.format === 'xlsx') return workbookTable(format, source, wanted)
  return format.format === 'fixed-length'
    ? fixedTable(format, source)
    : delimitedTable(format, source, wanted)
}
