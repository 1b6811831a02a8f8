import { parse } from 'csv-parse/sync'
import { holdsName, nearestName } from './column-name.ts'
import { CsvFault } from './csv-fault.ts'

/** A line that may be the header: what it says, and where it starts. */
export interface HeaderLine {
  readonly names: readonly string[]
  /** Lines before it, blank ones among them. */
  readonly linesAbove: number
}

export interface TextHeader extends HeaderLine {
  readonly delimiter: string
  /** Its first character in the text. */
  readonly start: number
}

export interface SoughtHeader {
  /** Names that a header has to have. */
  readonly required: readonly string[]
  /** All names that are looked for. */
  readonly known: readonly string[]
}

/** Titles, a date, an explanation: more than this stands above no table. */
export const mostLinesAbove = 200

const longestHeader = 16_384

/** Finds the line that names the columns, under whatever titles. Throws a `CsvFault` when no line does. */
export function findHeader(
  text: string,
  { delimiters, quote, ...sought }: SoughtHeader & { delimiters: readonly string[]; quote: string | null },
): TextHeader {
  const lines: TextHeader[] = []
  let linesAbove = 0
  for (const { 0: line, index: start } of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (line.trim() !== '') {
      const found = readAs(delimiters, sought, (delimiter) => {
        const names = firstRecord(text.slice(start, start + longestHeader), delimiter, quote)
        return { names, linesAbove, delimiter, start }
      })
      if (isHeader(found.names, sought)) return found
      lines.push(found)
    }
    if (++linesAbove > mostLinesAbove) break
  }
  if (lines.length === 0) throw new CsvFault('empty', 'the file holds no text')
  for (const line of lines) refuseOtherDelimiter(line, sought)
  throw noHeader(lines, sought)
}

/** A line that names all columns with something else between: better told than that every column is missing. */
function refuseOtherDelimiter({ names, linesAbove }: HeaderLine, sought: SoughtHeader): void {
  const [line = '', ...more] = names
  if (more.length > 0) return
  const between = [...new Set(line.match(/[^\p{L}\p{N}_\s"-]/gu))]
  const delimiter = between.find((one) => isHeader(line.split(one), sought))
  if (delimiter)
    throw new CsvFault(
      'missing-columns',
      `line ${linesAbove + 1} names them with ${delimiter} between, which a preset can say ("delimiter")`,
      { line: linesAbove + 1, separator: delimiter },
    )
}

export function isHeader(names: readonly string[], { required }: SoughtHeader): boolean {
  return required.every((name) => holdsName(names, name))
}

/** The fault of a table none of whose first lines is its header. */
export function noHeader(lines: readonly HeaderLine[], sought: SoughtHeader): CsvFault {
  const nearest = lines.reduce((one, other) => (rank(other, sought) > rank(one, sought) ? other : one))
  const missing = sought.required.filter((name) => !holdsName(nearest.names, name))
  const names = nearest.names.map((name) => name.trim()).filter((name) => name !== '')
  if (!isQuotable(names))
    return new CsvFault('missing-columns', `no line names ${sought.required.join(', ')}`, {
      missing: sought.required.map((name) => ({ name })),
    })
  const lacking = missing.map((name) => {
    const near = nearestName(names, name)
    return { name, ...(near && { near }) }
  })
  const meant = lacking.map(({ name, near }) => (near ? `${name} (is it ${near}?)` : name))
  const found = names.slice(0, 60).map((name) => name.slice(0, 40).replace(/\s+/g, ' '))
  return new CsvFault(
    'missing-columns',
    `line ${nearest.linesAbove + 1} comes nearest to a header and lacks ${meant.join(', ')}; it has: ${found.join(', ')}`,
    { line: nearest.linesAbove + 1, missing: lacking, found },
  )
}

function readAs(
  delimiters: readonly string[],
  sought: SoughtHeader,
  read: (delimiter: string) => TextHeader,
): TextHeader {
  return delimiters
    .map(read)
    .reduce((one, other) => (score(other.names, sought) > score(one.names, sought) ? other : one))
}

function firstRecord(text: string, delimiter: string, quote: string | null): readonly string[] {
  try {
    const options = { delimiter, quote, escape: quote, trim: true, to: 1, relax_column_count: true }
    const [record] = parse(text, { ...options, record_delimiter: ['\r\n', '\n', '\r'] }) as string[][]
    return record ?? []
  } catch {
    return [] // quotation marks in a title
  }
}

function score(names: readonly string[], { known }: SoughtHeader): number {
  return known.filter((name) => holdsName(names, name)).length
}

/** Between lines without any name that is sought, one of several words looks most like a header. */
function rank({ names }: HeaderLine, sought: SoughtHeader): number {
  return score(names, sought) * 1000 + (isQuotable(names) ? names.length : 0)
}

/** A row with a national number in it is no header, and is not repeated to anybody. */
function isQuotable(names: readonly string[]): boolean {
  return names.length > 1 && !names.some((name) => /\d{4}|(?:\d\D?){6}/.test(name))
}
