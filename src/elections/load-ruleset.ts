import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extendRuleset, withReadingDay } from './extend-ruleset.ts'
import type { Ruleset } from './ruleset.ts'
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
  const ruleset = rulesetSchema.parse(withFrench(wholeRuleset(`${id}.json`)))
  if (ruleset.id !== id) throw new Error(`rulesets/${id}.json says it is ${ruleset.id}`)
  cache.set(id, ruleset)
  return ruleset
}

type Json = Readonly<Record<string, unknown>>

/** A file of `rulesets/` with all that it takes from the ruleset it extends. */
function wholeRuleset(file: string): Json {
  const own = readRulesetFile(file)
  return own.extends ? extendRuleset(wholeRuleset(`base/${own.extends}.json`), own) : own
}

/** Its French is a file of its own; a ruleset without one has that of the ruleset it extends. */
function withFrench(ruleset: Json): Json {
  const files = [ruleset.id, ruleset.extends].map((id) => `french/${id}.json`)
  const file = files.find((name) => existsSync(join(folder, name)))
  return file ? { ...ruleset, french: withReadingDay(readJson(file), ruleset.readOn as string) } : ruleset
}

function readRulesetFile(file: string): Json {
  const own = readJson(file)
  return withReadingDay(own, own.readOn as string) as Json
}

function readJson(file: string): Json {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}
