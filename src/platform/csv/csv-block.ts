import type { CsvHeader } from './csv-header.ts'
import { recordsIn } from './csv-records.ts'

/** Some whole rows of a list, still as text. It can be passed to a thread and read there by itself. */
export interface CsvBlock<Name extends string = string> {
  readonly header: CsvHeader<Name>
  readonly text: string
  /** Rows of the file before this block, the header and blank ones among them. */
  readonly rowsBefore: number
  readonly holdsHeader: boolean
}

export interface CsvRow<Name extends string = string> {
  /** As a spreadsheet numbers it: the header is row 1, blank rows count. */
  readonly row: number
  /** The known columns, trimmed; a column that is absent is an empty text. */
  readonly fields: Readonly<Record<Name, string>>
  readonly damage?: RowDamage
}

/** The row has not as many fields as the header, so its fields may stand under the wrong name. */
export type RowDamage = 'too-few-fields' | 'too-many-fields'

/** Reads the rows of a block; blank ones are skipped. Throws a `CsvFault` at quotation marks that do not match. */
export function rowsIn<Name extends string>(block: CsvBlock<Name>): CsvRow<Name>[] {
  const { header, rowsBefore } = block
  const records = recordsIn(block.text, header.delimiter, rowsBefore)
  const headerAt = block.holdsHeader ? records.findIndex((record) => !isBlank(record)) : -1
  const toFields = fieldReader(header)
  const rows: CsvRow<Name>[] = []
  for (let index = headerAt + 1; index < records.length; index++) {
    const record = records[index]!
    if (isBlank(record)) continue
    const row = { row: rowsBefore + index + 1, fields: toFields(record) }
    const damage = damageOf(record, header.width)
    rows.push(damage ? { ...row, damage } : row)
  }
  return rows
}

function isBlank(record: readonly string[]): boolean {
  return record.every((field) => field.trim() === '')
}

function damageOf(record: readonly string[], width: number): CsvRow['damage'] {
  if (record.length < width) return 'too-few-fields'
  return record.length > width && !isBlank(record.slice(width)) ? 'too-many-fields' : undefined
}

/** Copies an object that has all columns already: that is far quicker than adding them to an empty one. */
function fieldReader<Name extends string>(
  header: CsvHeader<Name>,
): (record: readonly string[]) => Record<Name, string> {
  const empty = Object.fromEntries([...header.places.keys()].map((name) => [name, ''])) as Record<
    Name,
    string
  >
  const filled = [...header.places].filter(([, place]) => place >= 0)
  return (record) => {
    const fields = { ...empty }
    for (const [name, place] of filled) fields[name] = record[place]?.trim() ?? ''
    return fields
  }
}
