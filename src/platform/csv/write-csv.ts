import { stringify } from 'csv-stringify/sync'

/** What a CSV file for a spreadsheet starts with: a byte order mark, so that accents survive. */
export const byteOrderMark = '\ufeff'

/**
 * Rows as a spreadsheet of this country reads them: `;`, CRLF, quotes where needed. A cell that a spreadsheet
 * would run as a formula gets an apostrophe in front.
 */
export function csvRows(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], {
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

/** Rows by the names of their columns, for programs: RFC 4180, with a header. Formulas get their apostrophe here too. */
export function csvTable(rows: readonly Readonly<Record<string, string>>[]): string {
  return stringify([...rows], { header: true, record_delimiter: 'windows', escape_formulas: true })
}
