import { dateReader } from './date-reader.ts'
import type { FieldSource } from './preset.ts'

/** From the texts of its fields to what a column of our format holds. What can't be read is passed on as it is. */
export type ColumnValue = (texts: readonly string[]) => string

/** Prepares one column, so that a row costs no more than its own texts. */
export function columnValue(source: FieldSource): ColumnValue {
  const { between = ' ', firstFilled = false, map } = source
  const empty = new Set(source.empty ?? [])
  const pattern = source.match === undefined ? undefined : new RegExp(source.match, 'u')
  const readDate = source.date === undefined ? undefined : dateReader([source.date].flat(), source.latestYear)
  const codes = map && new Map(Object.entries(map))
  return (texts) => {
    const filled = texts.filter((text) => text !== '' && !empty.has(text))
    let text = firstFilled ? (filled[0] ?? '') : filled.join(between)
    if (pattern) text = pattern.exec(text)?.[1] ?? ''
    if (codes) text = codes.get(text) ?? text
    if (source.digits && /^\d+$/.test(text)) text = text.padStart(source.digits, '0')
    return readDate && text !== '' ? readDate(text) : text
  }
}
