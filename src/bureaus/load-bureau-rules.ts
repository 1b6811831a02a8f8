import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ruleset } from '../elections/index.ts'
import type { BureauRules } from './bureau-rules.ts'
import { bureauRulesSchema } from './bureau-rules-file.ts'

/** What the law says of bureaus in an election of this regime. Throws when the shipped file is not right. */
export function loadBureauRules({ regime }: Pick<Ruleset, 'regime'>): BureauRules {
  const file = join(import.meta.dirname, 'rulesets', `${regime.toLowerCase()}.json`)
  const rules = bureauRulesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (rules.regime !== regime) throw new Error(`${file} says it is ${rules.regime}`)
  return rules
}
