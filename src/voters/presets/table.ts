import type { RowDamage } from '../../platform/csv/read-csv.ts'

/** Why a row of an export is no row of a voter, or not surely one. */
export type TableDamage =
  | RowDamage
  | 'repeated-header'
  | 'total-line'
  | 'one-cell'
  | 'row-passed-over'
  | 'hidden-row'
  | 'hidden-row-passed-over'
  | 'hidden-column'
  | 'merged-cells'
  | 'merged-header'
  | 'sheet-not-read'
  | 'join-without-partners'
  | 'join-partly-used'

/** A row of an export, before anything is known of its meaning. */
export interface TableRow {
  /** The line of the file on which it ends, or the row of the sheet. */
  readonly row: number
  readonly texts: readonly string[]
  readonly damage?: TableDamage
  /** More about it; never the content of a cell. */
  readonly detail?: string
}

export interface Table {
  /** Names of the texts of a row, by position. */
  readonly names: readonly string[]
  /** Where the header stands; absent when the preset names the fields. */
  readonly headerRow?: number
  readonly rows: AsyncGenerator<TableRow, void, undefined>
}

const totals = /^(?:sub)?(?:totaal|totalen|total|totaux|aantal|nombre|som|somme|einde|fin)\b/i

/** Marks the rows that repeat the header, as at the top of a printed page, those that only count and those with one text. */
export async function* withoutAsides(
  names: readonly string[],
  rows: AsyncIterable<TableRow>,
): AsyncGenerator<TableRow, void, undefined> {
  for await (const row of rows) {
    const damage = asideIn(row.texts, names)
    yield damage ? { ...row, damage } : row
  }
}

/** A voter takes more than three cells, and no header. One filled cell of many is a line that was printed under the table. */
export function asideIn(
  texts: readonly string[],
  names: readonly string[],
): 'repeated-header' | 'total-line' | 'one-cell' | undefined {
  if (texts.length > 1 && texts[0] === names[0] && names.every((name, at) => name === (texts[at] ?? '')))
    return 'repeated-header'
  let filled = 0
  for (const text of texts) if (text !== '' && ++filled > 3) return undefined
  const isCount =
    texts.some((text) => totals.test(text)) && !texts.some((text) => /(?:\d\D{0,2}){11}/.test(text))
  if (isCount) return 'total-line'
  return filled === 1 && texts.length > 3 ? 'one-cell' : undefined
}
