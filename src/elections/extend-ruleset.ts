type Json = Readonly<Record<string, unknown>>

/**
 * A ruleset is often another one with some values changed. What has a name is found by it: fields, and entries of
 * lists by their `id`, `key` or `code`. A value with its source, and an entry of a list, is replaced whole, so
 * that no value ever keeps the source of another. `leaveOut` names what does not hold at all.
 */
export function extendRuleset(base: Json, changes: Json): Json {
  const { leaveOut = [], ...rest } = changes
  const kept = (leaveOut as string[]).reduce(without, base)
  return merged(kept, rest) as Json
}

function merged(base: unknown, change: unknown): unknown {
  if (isNamedList(base) && isNamedList(change)) return mergedLists(base, change)
  if (!isObject(base) || !isObject(change) || 'mark' in change) return change
  const both = Object.entries(change).map(([key, value]) => [
    key,
    key in base ? merged(base[key], value) : value,
  ])
  return { ...base, ...Object.fromEntries(both) }
}

/** Changed entries stay where they were; new ones come last. */
function mergedLists(base: readonly Json[], changes: readonly Json[]): Json[] {
  const changed = new Map(changes.map((entry) => [nameOf(entry), entry]))
  const known = new Set(base.map(nameOf))
  return [
    ...base.map((entry) => changed.get(nameOf(entry)) ?? entry),
    ...changes.filter((entry) => !known.has(nameOf(entry))),
  ]
}

/** Takes `calendar.fed.list.ep` out: the field, then the name of the entry. Throws when there is none. */
function without(base: Json, path: string): Json {
  const [field, ...rest] = path.split('.')
  const list = base[field!]
  const name = rest.join('.')
  if (!isNamedList(list) || !list.some((entry) => nameOf(entry) === name))
    throw new Error(`a ruleset leaves out ${path}, which its base does not have`)
  return { ...base, [field!]: list.filter((entry) => nameOf(entry) !== name) }
}

/** Writes on every value with a mark when it was read: the day its file says, unless it says its own. */
export function withReadingDay(node: unknown, readOn: string): unknown {
  if (Array.isArray(node)) return node.map((entry) => withReadingDay(entry, readOn))
  if (!isObject(node)) return node
  const inner = Object.entries(node).map(([key, value]) => [key, withReadingDay(value, readOn)])
  return { ...Object.fromEntries(inner), ...('mark' in node && { readOn: node.readOn ?? readOn }) }
}

/** The name of an entry of a list, which holds when the order changes. */
export function nameOf(entry: unknown): string | undefined {
  const named = entry as { id?: string; key?: string; code?: string } | null
  return Array.isArray(entry) ? undefined : (named?.id ?? named?.key ?? named?.code)
}

function isObject(node: unknown): node is Json {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

function isNamedList(node: unknown): node is readonly Json[] {
  return Array.isArray(node) && node.length > 0 && node.every((entry) => isObject(entry) && nameOf(entry))
}
