import type { FieldSource } from './preset.ts'

/** From the texts of its fields to what a column of our format holds. What can't be read is passed on as it is. */
export type ColumnValue = (texts: readonly string[]) => string

/** Prepares one column, so that a row costs no more than its own texts. */
export function columnValue(source: FieldSource): ColumnValue {
  const { between = ' ', firstFilled = false, map } = source
  const empty = new Set(source.empty ?? [])
  const pattern = source.match === undefined ? undefined : new RegExp(source.match, 'u')
  const readDate = source.date === undefined ? undefined : dateReader(source.date)
  const codes = map && new Map(Object.entries(map))
  return (texts) => {
    const filled = texts.filter((text) => text !== '' && !empty.has(text))
    let text = firstFilled ? (filled[0] ?? '') : filled.join(between)
    if (pattern) text = pattern.exec(text)?.[1] ?? ''
    if (codes) text = codes.get(text) ?? text
    return readDate && text !== '' ? readDate(text) : text
  }
}

/** Reads a date as the supplier writes it; answers 1985-01-31, or the text itself when it is not such a date. */
function dateReader(layout: string): (text: string) => string {
  const isSeparated = /[^DMY]/.test(layout)
  const two = isSeparated ? '\\d{1,2}' : '\\d{2}'
  const parts = layout
    .replaceAll('.', '\\.')
    .replace('YYYY', '(?<year>\\d{4})')
    .replace('MM', `(?<month>${two})`)
    .replace('DD', `(?<day>${two})`)
  const pattern = new RegExp(`^${parts}$`)
  return (text) => {
    const found = pattern.exec(text)?.groups
    return found ? `${found.year}-${found.month!.padStart(2, '0')}-${found.day!.padStart(2, '0')}` : text
  }
}
