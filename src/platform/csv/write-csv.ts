import { stringify } from 'csv-stringify/sync'

/** What a CSV file for a spreadsheet starts with: a byte order mark, so that accents survive. */
export const byteOrderMark = '\ufeff'

/** Spaces and quotes before it don't keep a spreadsheet, or a person who tidies up, from making a formula of it. */
const formula = /^['"\s\u200b]*[=+@\t\r\uff1d\uff0b\uff20\uff0d-]/

/** The text with an apostrophe in front, when a spreadsheet would run it as a formula. */
function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** What was meant by a cell of a file that `csvRows` wrote: without that apostrophe. */
export function withoutApostrophe(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}

/**
 * Rows as a spreadsheet of this country reads them: `;`, CRLF, quotes where needed. A cell that a spreadsheet
 * would run as a formula gets an apostrophe in front.
 */
export function csvRows(rows: readonly (readonly (string | number)[])[]): string {
  const written = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))
  return stringify(written, { delimiter: ';', record_delimiter: 'windows' })
}

/** Rows by the names of their columns, for programs: RFC 4180, with a header. Formulas get their apostrophe here too. */
export function csvTable(rows: readonly Readonly<Record<string, string>>[]): string {
  return stringify([...rows], { header: true, record_delimiter: 'windows', escape_formulas: true })
}
