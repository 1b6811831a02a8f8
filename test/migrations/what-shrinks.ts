import type { Shape } from './shape.ts'

/**
 * What the release before would miss, or run into, on the new form; each with what to do instead. Empty for a
 * migration that only expands.
 */
export function whatShrinks(before: Shape, after: Shape): string[] {
  return [
    ...[...before.tables.keys()].flatMap((table) => ofTable(table, before, after)),
    ...ofRules(before, after),
    ...ofFunctions(before, after),
    ...ofRights(before, after),
  ]
}

const later = 'leave it; a later release, whose release before does not use it, takes it away'

function ofTable(table: string, before: Shape, after: Shape): string[] {
  const old = before.tables.get(table)!
  const now = after.tables.get(table)
  if (!now) return [`${table} is gone or has another name: ${later}`]
  const found: string[] = []
  for (const [column, { type, required }] of old) {
    const is = now.get(column)
    if (!is) found.push(`${table}.${column} is gone or has another name: ${later}`)
    else if (is.type !== type)
      found.push(`${table}.${column} was ${type} and is ${is.type}: add a column beside it, and write both`)
    else if (is.required && !required)
      found.push(
        `${table}.${column} may not be empty any more: the release before leaves it empty; ask it of a later one`,
      )
  }
  for (const [column, { required, filled }] of now)
    if (!old.has(column) && required && !filled)
      found.push(
        `${table}.${column} is asked of rows that the release before writes without it: give it a default`,
      )
  return found
}

/**
 * A rule over new columns alone holds for rows that do not name them, as far as their defaults keep it; so does one that
 * refuses doubles, when a column of it stays empty.
 */
function ofRules(before: Shape, after: Shape): string[] {
  return [...after.rules].flatMap(([name, { table, columns, says }]) => {
    const old = before.tables.get(table)
    if (!old || before.rules.get(name)?.says === says) return []
    if (columns.length > 0 && columns.every((column) => !old.has(column))) return []
    const staysEmpty = (column: string) => !old.has(column) && !after.tables.get(table)?.get(column)?.filled
    if (/\bunique\b/i.test(says) && !/nulls not distinct/i.test(says) && columns.some(staysEmpty)) return []
    return [`${name} is a new rule over what the release before writes (${says}): add it in a later release`]
  })
}

function ofFunctions(before: Shape, after: Shape): string[] {
  return [...before.functions].flatMap(([signature, answers]) => {
    const now = after.functions.get(signature)
    if (now === answers) return []
    const how =
      now === undefined ? 'is gone or takes other arguments' : `answered ${answers} and answers ${now}`
    return [`${signature} ${how}: make another beside it`]
  })
}

function ofRights(before: Shape, after: Shape): string[] {
  return [...before.rights]
    .filter((may) => !after.rights.has(may))
    .map((may) => `the application may not “${may}” any more: ${later}`)
}
