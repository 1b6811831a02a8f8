import { foldName, placeOfName } from './column-name.ts'
import { CsvFault } from './csv-fault.ts'
import { findHeader } from './find-header.ts'

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
  /** As a spreadsheet numbers it. */
  readonly row: number
}

const delimiters = [';', ',', '\t', '|']

/** Finds the header under any titles, the delimiter that yields most known columns, and where each stands. */
export function readHeader<Name extends string>(
  text: string,
  columns: readonly CsvColumn<Name>[],
): CsvHeader<Name> & { readonly start: number } {
  const known = columns.map(({ name }) => name)
  const required = columns.filter((column) => column.required).map(({ name }) => name)
  const { names, delimiter, start, linesAbove } = findHeader(text, {
    delimiters,
    quote: '"',
    required,
    known,
  })
  const places = new Map(known.map((name) => [name, placeIn(names, name)]))
  const folded = new Set(known.map(foldName))
  return {
    delimiter,
    places,
    width: names.length,
    unknownColumns: names.filter((name) => name !== '' && !folded.has(foldName(name))),
    row: linesAbove + 1,
    start,
  }
}

function placeIn(names: readonly string[], wanted: string): number {
  const place = placeOfName(names, wanted)
  if (place === 'twice') throw new CsvFault('double-columns', `the header names ${wanted} twice`)
  return place === 'absent' ? -1 : place
}
