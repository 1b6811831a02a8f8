import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mark, Ruleset } from './ruleset.ts'
import { rulesetSchema } from './ruleset-file.ts'

const folder = join(import.meta.dirname, 'rulesets')
const cache = new Map<string, Ruleset>()

/** The ids of the rulesets that ship: each is a file of `rulesets/`. */
export function listRulesets(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort()
}

/** A ruleset by its id, with its French if there is a file of it; `undefined` when there is none. Throws when the shipped file is not right. */
export function loadRuleset(id: string): Ruleset | undefined {
  if (!listRulesets().includes(id)) return undefined
  const known = cache.get(id)
  if (known) return known
  const french = join(folder, 'french', `${id}.json`)
  const ruleset = rulesetSchema.parse({
    ...readJson(join(folder, `${id}.json`)),
    ...(existsSync(french) && { french: readJson(french) }),
  })
  if (ruleset.id !== id) throw new Error(`rulesets/${id}.json says it is ${ruleset.id}`)
  cache.set(id, ruleset)
  return ruleset
}

function readJson(file: string): object {
  return JSON.parse(readFileSync(file, 'utf8'))
}

export interface UnverifiedValue {
  /** `hours.DIGITAL`, `statutoryTexts.kwb-94ter`. */
  readonly path: string
  readonly mark: Mark
  readonly source: string
  /** What the ruleset says: a text, a list, a rule. */
  readonly value: unknown
  readonly note?: string | undefined
}

/** Everything that was neither read in the law nor in a current public source, nor signed off since. */
export function unverifiedValues(ruleset: Ruleset): UnverifiedValue[] {
  return [...markedValues(ruleset, '')].filter(({ mark }) => mark !== 'L' && mark !== 'S')
}

interface MarkedNode {
  readonly mark: Mark
  readonly source: string
  readonly article: string
  readonly note: string
  readonly checkedBy: string
  readonly checkedAt: string
  readonly value: unknown
  readonly text: string
  readonly offset: object
  readonly keepUntil: string
}

function* markedValues(node: unknown, path: string): Generator<UnverifiedValue> {
  if (typeof node !== 'object' || node === null) return
  const { mark, source, article, note, checkedBy, checkedAt, ...rest } = node as Partial<MarkedNode>
  if (mark && !(checkedBy && checkedAt))
    yield {
      path,
      mark,
      source: source ?? article ?? '',
      value: rest.value ?? rest.text ?? rest.offset ?? rest.keepUntil,
      ...(note && { note }),
    }
  for (const [key, child] of Object.entries(node))
    yield* markedValues(child, path === '' ? key : `${path}.${nameOf(child) ?? key}`)
}

/** A list's entries are named by their own key, so that the path still holds when the order changes. */
function nameOf(entry: unknown): string | undefined {
  const named = entry as { id?: string; key?: string; code?: string } | null
  return Array.isArray(entry) ? undefined : (named?.id ?? named?.key ?? named?.code)
}
