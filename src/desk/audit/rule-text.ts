import { defaultLookUpRules, type UnusualLookUp } from '../../oversight/index.ts'
import { texts } from './texts.nl.ts'

/** The rule under which a look-up fell, as a sentence. */
export function ruleText({ rule, voters }: Pick<UnusualLookUp, 'rule' | 'voters'>): string {
  return texts.rules[rule].why(voters ?? 0, defaultLookUpRules)
}
