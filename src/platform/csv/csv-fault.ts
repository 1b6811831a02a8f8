export type CsvFaultCode =
  | 'empty'
  | 'not-text'
  | 'encoding'
  | 'line-too-long'
  | 'missing-columns'
  | 'double-columns'
  | 'quoting'
  | 'missing-file'
  | 'damaged-row'
  | 'double-keys'
  | 'not-a-workbook'
  | 'damaged-workbook'
  | 'which-sheet'

/** What was found instead of a list, for a sentence in any language. It quotes names of columns only, and no other text. */
export interface CsvFaultFacts {
  /** Another kind of file, by how it begins. */
  readonly kind?: OtherKind
  /** The line that comes nearest to a header, counted from 1. */
  readonly line?: number
  /** Needed columns that it lacks, each with the name of the file that comes near to it. */
  readonly missing?: readonly { readonly name: string; readonly near?: string }[]
  /** The columns that it does name. */
  readonly found?: readonly string[]
  /** What stands between the columns instead of what a list may have there. */
  readonly separator?: string
}

export type OtherKind = 'workbook' | 'old-workbook' | 'pdf' | 'compressed' | 'utf-16' | 'web-page'

/**
 * The file as a whole cannot be read as a list; nothing of it may be used. `detail` names lines, columns and
 * bytes but never quotes the file: it may hold national numbers.
 */
export class CsvFault extends Error {
  readonly because: CsvFaultCode
  readonly detail: string
  readonly facts: CsvFaultFacts

  constructor(because: CsvFaultCode, detail: string, facts: CsvFaultFacts = {}) {
    super(`${because}: ${detail}`)
    this.name = 'CsvFault'
    this.because = because
    this.detail = detail
    this.facts = facts
  }
}
