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

/**
 * The file as a whole cannot be read as a list; nothing of it may be used. `detail` names lines, columns and
 * bytes but never quotes the file: it may hold national numbers.
 */
export class CsvFault extends Error {
  readonly because: CsvFaultCode
  readonly detail: string

  constructor(because: CsvFaultCode, detail: string) {
    super(`${because}: ${detail}`)
    this.name = 'CsvFault'
    this.because = because
    this.detail = detail
  }
}
