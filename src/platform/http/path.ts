/** The names in a pattern: those of `/loket/:election/secties/:section` are `election` and `section`. */
type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

type Values<Pattern extends string> = [Names<Pattern>] extends [never]
  ? []
  : [values: Readonly<Record<Names<Pattern>, string | number>>]

/** An address of a page: called with its values it is a link, and its pattern stands in the route line. */
export interface Path<Pattern extends string = string> {
  (...values: Values<Pattern>): string
  readonly pattern: Pattern
}

/** Makes an address from its pattern, in which `:name` stands for a value. */
export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const fill = (values: Readonly<Record<string, string | number>> = {}) =>
    pattern.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name])))
  return Object.assign(fill, { pattern }) as unknown as Path<Pattern>
}

/** The address with what is asked behind it; what is absent is left out. */
export function withQuery(
  address: string,
  asked: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, String(value))
  if (query.size === 0) return address
  return `${address}${address.includes('?') ? '&' : '?'}${query}`
}
