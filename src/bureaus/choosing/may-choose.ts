import type { Granted } from '../authorities/authority.ts'
import { authorityRule, type BureauInArea, isOwnBureau } from '../authorities/rights-in-election.ts'
import type { BureauRules, SeatRole } from '../bureau-rules.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'

/** Who names people for seats that a chair fills: the main bureau itself, or a clerk who writes down what the chair of a bureau said. */
export type Chooser = Granted | 'municipality'

type Rules = Pick<BureauRules, 'chosenByChair' | 'authorities'>

/** Whether such an organisation is a main bureau of which the chair picks anybody. */
export function hasOwnChoice(rules: Rules, { kind }: Granted): boolean {
  return authorityRule(rules, kind)?.own !== undefined && (rules.chosenByChair.value.MAIN ?? []).length > 0
}

/** A main bureau fills the seats of its own chair; the municipality writes down those of chairs who do not log in. */
export function mayChoose(
  rules: Rules,
  chooser: Chooser,
  { role, ...bureau }: BureauInArea & { readonly role: SeatRole },
): boolean {
  if (!isFilledByChair(rules, bureau.kind, role)) return false
  if (chooser === 'municipality') return bureau.kind === 'POLLING' || bureau.kind === 'COUNTING'
  return isOwnBureau(rules, chooser, bureau)
}
