/** What stands at the end of a PDF: where its objects are listed, and what they are. */
export interface Trailer {
  /** Objects are listed in a stream or in a table (ISO 32000-1, 7.5.4 and 7.5.8): an update does it as the file does. */
  readonly listedIn: 'stream' | 'table'
  /** Where that list begins. */
  readonly listAt: number
  /** The first number that no object has. */
  readonly size: number
  /** References, as `64 0 R`. */
  readonly root: string
  readonly info: string
  /** The part of the file's id that stays the same for good, as it is written. */
  readonly id: string
}

/** The list is followed by so many bytes at most before all of these are told. */
const dictionaryBytes = 600

/** Reads the end of a PDF that we made. Throws when it is another one. */
export function readTrailer(pdf: Buffer): Trailer {
  const end = pdf.toString('latin1', Math.max(0, pdf.length - 64))
  const listAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN)
  const listedIn = pdf.toString('latin1', listAt, listAt + 4) === 'xref' ? 'table' : 'stream'
  const dictionaryAt = listedIn === 'table' ? pdf.indexOf('trailer', listAt) : listAt
  const text = pdf.toString('latin1', dictionaryAt, dictionaryAt + dictionaryBytes)
  const size = Number(/\/Size (\d+)/.exec(text)?.[1])
  const root = /\/Root (\d+ \d+ R)/.exec(text)?.[1]
  const info = /\/Info (\d+ \d+ R)/.exec(text)?.[1]
  const id = /\/ID ?\[ ?(<[^>]*>|\([^)]*\))/.exec(text)?.[1]
  if (!size || !root || !info || !id) throw new Error('this is not how our files end')
  return { listedIn, listAt, size, root, info, id }
}
