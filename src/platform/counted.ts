const whole = new Intl.NumberFormat('nl-BE')
const dutch = new Intl.PluralRules('nl')

/** `1 brief`, `512 brieven`, of a number or of a count that is written already. */
export function counted(count: number | string, one: string, more: string): string {
  if (typeof count === 'string') return `${count} ${count === '1' ? one : more}`
  return `${whole.format(count)} ${dutch.select(count) === 'one' ? one : more}`
}
