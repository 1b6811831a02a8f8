import { CsvError, parse } from 'csv-parse/sync'
import { CsvFault } from './csv-fault.ts'

/**
 * The records of a text that holds whole ones, as fields. Lines in plain form are simply split, some ten times
 * faster than a full parser; csv-parse reads a text with anything else in it. Throws a `CsvFault` at quotation
 * marks that do not match; `recordsBefore` is for its message.
 */
export function recordsIn(text: string, delimiter: string, recordsBefore: number): string[][] {
  return splitRecords(text, delimiter) ?? parseRecords(text, delimiter, recordsBefore)
}

/** Nothing when a line is not plain. */
function splitRecords(text: string, delimiter: string): string[][] | undefined {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  if (!text.includes('"')) return lines.map((line) => line.split(delimiter))
  const records: string[][] = []
  for (const line of lines) {
    const record = line.includes('"') ? splitQuoted(line, delimiter) : line.split(delimiter)
    if (!record) return undefined
    records.push(record)
  }
  return records
}

/** Each field is either without quotation marks or quoted from its first character to its last. */
function splitQuoted(line: string, delimiter: string): string[] | undefined {
  const fields: string[] = []
  for (let start = 0; start <= line.length; ) {
    const isQuoted = line[start] === '"'
    const end = isQuoted ? endOfQuoted(line, start) : endOfBare(line, start, delimiter)
    if (end > line.length || (end < line.length && line[end] !== delimiter)) return undefined
    const field = isQuoted ? line.slice(start + 1, end - 1).replaceAll('""', '"') : line.slice(start, end)
    if (!isQuoted && field.includes('"')) return undefined
    fields.push(field)
    start = end + 1
  }
  return fields
}

/** Just behind the closing quotation mark; past the line's end when it stands in another line. */
function endOfQuoted(line: string, start: number): number {
  let at = line.indexOf('"', start + 1)
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2)
  return (at < 0 ? line.length : at) + 1
}

function endOfBare(line: string, start: number, delimiter: string): number {
  const end = line.indexOf(delimiter, start)
  return end < 0 ? line.length : end
}

function parseRecords(text: string, delimiter: string, recordsBefore: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
    }) as string[][]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = recordsBefore + Number(error.records ?? 0) + 1
    throw new CsvFault(
      'quoting',
      `the quotation marks of row ${row} do not match (inside a text, write " as "")`,
    )
  }
}
