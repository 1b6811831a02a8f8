import { dayTyped, type TypedDate } from '../platform/http/components/index.ts'

/** `17/5/1980` as `1980-05-17`; what is no such day stays as it was typed. */
export function dayFrom(typed: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  return year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : typed
}

/** `1980-05-17` as people type it: `17/05/1980`. */
export function typedDay(day: string): string {
  const [, year, month, rest] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  return year ? `${rest}/${month}/${year}` : day
}

/** `8`, `8:00`, `8.30`, `20u15` as `08:00` and the like; nothing for what is no time. */
export function timeFrom(typed: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.uU](\d{2})?)?$/.exec(typed) ?? []
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return undefined
  return `${hour.padStart(2, '0')}:${minute}`
}

/** The three fields of a `DateField` by this name. */
export function typedDate(field: (name: string) => string, name: string): TypedDate {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => field(`${name}-${part}`))
  return { day, month, year }
}

/** `undefined`: nothing was typed; `null`: there is no such day. */
export function dayOf(typed: TypedDate): string | null | undefined {
  if (Object.values(typed).every((part) => part === '')) return undefined
  return (/^\d{4}$/.test(typed.year) && dayTyped(typed)) || null
}

/** `1980-05-17` in the three fields of a `DateField`. */
export function typedDateOf(day: string): TypedDate {
  const [year = '', month = '', rest = ''] = day.split('-')
  return { day: String(Number(rest)), month: String(Number(month)), year }
}
