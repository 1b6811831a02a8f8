import { CsvFault } from './csv-fault.ts'

export interface Block {
  /** The text of whole records; empty while little has been gathered. */
  readonly text: string
  /** How many records came before it. */
  readonly recordsBefore: number
}

export interface BlockCutter {
  push(text: string): Block
  /** What is left: the last record may have no line end behind it. */
  end(): Block
}

const blockLength = 64 * 1024

/** Cuts text between records, however it arrives; `recordsAbove` were left out before. Throws a `CsvFault` when a record grows too long. */
export function blockCutter(maxRecordLength: number, recordsAbove = 0): BlockCutter {
  let held = ''
  let recordsCut = recordsAbove

  function cut(boundary: number): Block {
    const block = { text: held.slice(0, boundary), recordsBefore: recordsCut }
    held = held.slice(boundary)
    recordsCut += countRecords(block.text)
    return block
  }

  function cutWhole(): Block {
    const block = cut(lastBoundary(held))
    if (held.length > maxRecordLength) refuseLong(held, recordsCut)
    return block
  }

  return {
    push(text) {
      held += text
      return held.length < blockLength ? { text: '', recordsBefore: recordsCut } : cutWhole()
    },
    end() {
      const whole = cutWhole()
      return { ...whole, text: whole.text + cut(held.length).text }
    },
  }
}

/** How many records a text of whole records has. */
export function countRecords(text: string): number {
  if (text === '') return 0
  const isPlain = !text.includes('"') && !/\r(?!\n)/.test(text) // no line ends of old, a carriage return alone
  const isEnded = text.endsWith('\n') || text.endsWith('\r')
  return (isPlain ? countNewlines(text) : countLineEnds(text)) + (isEnded ? 0 : 1)
}

function countNewlines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

function countLineEnds(text: string): number {
  const outsideQuotes = text.split('"').filter((_, index) => index % 2 === 0)
  return outsideQuotes.reduce((sum, part) => sum + (part.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}

/** Just behind the last line end outside quotation marks; 0 when there is none. */
function lastBoundary(text: string): number {
  const segments = text.split('"')
  let start = text.length
  for (let index = segments.length - 1; index >= 0; index--) {
    start -= segments[index]!.length
    const isOutside = index % 2 === 0
    const lineEnd = isOutside ? lastLineEnd(text, start, start + segments[index]!.length) : -1
    if (lineEnd >= 0) return lineEnd + 1
    start -= 1
  }
  return 0
}

/** A carriage return at the very end may be half a line end: its line feed is still to come. */
function lastLineEnd(text: string, from: number, to: number): number {
  for (let index = to - 1; index >= from; index--) {
    const character = text[index]
    if (character === '\n' || (character === '\r' && index < text.length - 1)) return index
  }
  return -1
}

function refuseLong(held: string, recordsBefore: number): never {
  const row = recordsBefore + 1
  if (held.includes('"')) throw new CsvFault('quoting', `a quotation mark of row ${row} is not closed`)
  throw new CsvFault('line-too-long', `row ${row} is longer than the format allows`)
}
