import { parse } from 'csv-parse/sync'
import { CsvFault } from './csv-fault.ts'

export interface CsvColumn<Name extends string = string> {
  readonly name: Name
  readonly required: boolean
}

export interface CsvHeader<Name extends string = string> {
  readonly delimiter: string
  /** Place of each known column in a row; −1 where the file does not have it. */
  readonly places: ReadonlyMap<Name, number>
  readonly width: number
  /** Columns of the file that the format does not know; they are not read. */
  readonly unknownColumns: readonly string[]
}

const delimiters = [';', ',', '\t', '|']

/** Finds the delimiter that yields most known columns, and where each column stands. */
export function readHeader<Name extends string>(
  line: string,
  columns: readonly CsvColumn<Name>[],
): CsvHeader<Name> {
  const known = new Set<string>(columns.map((column) => column.name))
  const best = delimiters
    .map((delimiter) => ({ delimiter, names: splitNames(line, delimiter) }))
    .map((reading) => ({ ...reading, score: reading.names.filter((name) => known.has(name)).length }))
    .reduce((one, other) => (other.score > one.score ? other : one))
  refuseMissing(best.names, columns)
  refuseDoubles(best.names, known)
  return {
    delimiter: best.delimiter,
    places: new Map(columns.map((column) => [column.name, best.names.indexOf(column.name)])),
    width: best.names.length,
    unknownColumns: best.names.filter((name) => name !== '' && !known.has(name)),
  }
}

/** `Place code` and `place-code` are read as `place_code`. */
function splitNames(line: string, delimiter: string): string[] {
  try {
    const records = parse(line, { delimiter, trim: true }) as string[][]
    return (records[0] ?? []).map((name) =>
      name
        .toLowerCase()
        .trim()
        .replace(/[\s-]+/g, '_'),
    )
  } catch {
    return []
  }
}

function refuseMissing(names: readonly string[], columns: readonly CsvColumn[]): void {
  const missing = columns.filter((column) => column.required && !names.includes(column.name))
  if (missing.length > 0)
    throw new CsvFault(
      'missing-columns',
      `the first line does not name ${missing.map((column) => column.name).join(', ')}`,
    )
}

function refuseDoubles(names: readonly string[], known: ReadonlySet<string>): void {
  const double = names.find((name, index) => known.has(name) && names.indexOf(name) !== index)
  if (double) throw new CsvFault('double-columns', `the first line names ${double} twice`)
}
