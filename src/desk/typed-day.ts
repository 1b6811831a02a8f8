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
