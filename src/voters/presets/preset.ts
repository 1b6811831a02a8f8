import type { ColumnName } from '../list-format.ts'

/** How a supplier's export is read as our voters list: data, so that a new supplier needs no new code. */
export interface Preset {
  readonly name: string
  readonly title: string
  readonly file: TableFormat
  /** Other files of the same export, looked up for each row of the main one. */
  readonly joined?: readonly JoinedFile[] | undefined
  /** What fills each column of our format; a column that is absent stays empty. */
  readonly columns: Readonly<Partial<Record<ColumnName, ColumnSource>>>
}

export type TableFormat = DelimitedFormat | FixedLengthFormat

interface TextFormat {
  /** Absent: told apart from the bytes, strictly. */
  readonly encoding?: 'utf-8' | 'windows-1252' | undefined
  /** Lines before the table, such as a title; the header is not one of them. */
  readonly skipLines?: number | undefined
}

export interface DelimitedFormat extends TextFormat {
  readonly format: 'delimited'
  readonly delimiter: string
  /** Absent: `"`. `none`: quotation marks are letters like any other. */
  readonly quote?: '"' | "'" | 'none' | undefined
  /** Names of the fields by position, for a file without a header line. Absent: the first line names them. */
  readonly fields?: readonly string[] | undefined
}

export interface FixedLengthFormat extends TextFormat {
  readonly format: 'fixed-length'
  readonly fields: readonly FixedField[]
}

export interface FixedField {
  readonly name: string
  /** Place of the first character; the first of a line is 1. */
  readonly from: number
  /** Characters. */
  readonly length: number
}

export interface JoinedFile {
  readonly name: string
  readonly file: TableFormat
  /** The row of this file whose field `there` equals the main row's field `here`. */
  readonly on: { readonly here: string; readonly there: string }
}

/** A fixed text, or what a field or several say, changed in this order: joined, cut, mapped, read as a date. */
export type ColumnSource = { readonly value: string } | FieldSource

export interface FieldSource {
  /** Field names; `NAME.FIELD` for a field of a joined file. */
  readonly from: string | readonly string[]
  /** Between several fields; empty fields are left out. Absent: a space. */
  readonly between?: string | undefined
  /** The first that is filled, instead of all of them. */
  readonly firstFilled?: boolean | undefined
  /** Regular expression; its first group is taken. A text that does not match becomes empty. */
  readonly match?: string | undefined
  /** Texts that stand for "nothing", such as `0` or `00000000`. */
  readonly empty?: readonly string[] | undefined
  /** The supplier's codes and ours. A code that is not here stays as it is, and the row checks speak of it. */
  readonly map?: Readonly<Record<string, string>> | undefined
  /** How the supplier writes a date, with DD, MM and YYYY: `DD/MM/YYYY`, `YYYYMMDD`. */
  readonly date?: string | undefined
}
