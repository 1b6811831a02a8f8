import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ruleset } from '../elections/index.ts'
import type { BureauRules } from './bureau-rules.ts'
import { bureauRulesSchema } from './bureau-rules-file.ts'

/** Read once: every step of every member asks for them. */
const known = new Map<Ruleset['regime'], BureauRules>()

/** What the law says of bureaus in an election of this regime. Throws when the shipped file is not right. */
export function loadBureauRules({ regime }: Pick<Ruleset, 'regime'>): BureauRules {
  const before = known.get(regime)
  if (before) return before
  const file = join(import.meta.dirname, 'rulesets', `${regime.toLowerCase()}.json`)
  const rules = bureauRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (rules.regime !== regime) throw new Error(`${file} says it is ${rules.regime}`)
  known.set(regime, rules)
  return rules
}
