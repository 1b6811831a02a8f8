import type { GivenEncoding } from '../../platform/csv/strict-decoder.ts'
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

export type TableFormat = DelimitedFormat | FixedLengthFormat | WorkbookFormat

/** Rows that an export has and that are no voters. */
export interface RowPattern {
  /** Absent: the filled cells of the row, with a space between. */
  readonly field?: string | undefined
  /** Regular expression. */
  readonly match: string
}

interface AnyFormat {
  /** Rows that are told of and not read. */
  readonly passOver?: readonly RowPattern[] | undefined
}

interface TextFormat extends AnyFormat {
  /** Absent: UTF-8 or Windows-1252, told apart from the bytes, strictly. */
  readonly encoding?: GivenEncoding | undefined
  /** Lines before the table that are not looked at; the header is not one of them. */
  readonly skipLines?: number | undefined
}

export interface DelimitedFormat extends TextFormat {
  readonly format: 'delimited'
  readonly delimiter: string
  /** Absent: `"`. `none`: quotation marks are letters like any other. */
  readonly quote?: '"' | "'" | 'none' | undefined
  /** Names of the fields by position, for a file without a header line. Absent: the header is found by its names. */
  readonly fields?: readonly string[] | undefined
}

/** A workbook of a spreadsheet program: `.xlsx`. */
export interface WorkbookFormat extends AnyFormat {
  readonly format: 'xlsx'
  /** Its name, or its number from 1. Absent: the one visible sheet that has the fields. */
  readonly sheet?: string | number | undefined
  /** Rows that are hidden or filtered away. Absent: they refuse the list. */
  readonly hiddenRows?: 'read' | 'pass-over' | undefined
  readonly skipLines?: number | undefined
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
  readonly on: {
    readonly here: string
    readonly there: string
    /** So many digits on both sides, with zeros put in front: `3` is `000003`. */
    readonly digits?: number | undefined
  }
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
  /** How the supplier writes a date: `DD/MM/YYYY`, `YYYYMMDD`, `DD.MM.YY`, or `SERIAL` for a spreadsheet's day number. */
  readonly date?: string | readonly string[] | undefined
  /** Of years in two digits: the last one that is meant. With 2013, `13` is 2013 and `14` is 1914. */
  readonly latestYear?: number | undefined
  /** So many digits, with the zeros in front that a spreadsheet dropped. A text with other characters stays. */
  readonly digits?: number | undefined
}
