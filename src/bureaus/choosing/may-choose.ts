import type { AuthorityKind } from '../authorities/authority.ts'
import type { BureauRules, KeptKind, SeatRole } from '../bureau-rules.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import type { MainBureau } from '../paying/pay-rules.ts'

/** Who names people for seats that a chair fills: the main bureau itself, or a clerk who writes down what the chair of a bureau said. */
export type Chooser = AuthorityKind | 'municipality'

const ownMainBureau: Readonly<Record<AuthorityKind, MainBureau | undefined>> = {
  COURT: undefined,
  CANTON_MAIN: 'MAIN_CANTON',
  MUNICIPAL_MAIN: 'MAIN_MUNICIPAL',
}

/** Whether such an organisation is a main bureau of which the chair picks anybody. */
export function hasOwnChoice(rules: Pick<BureauRules, 'chosenByChair'>, kind: AuthorityKind): boolean {
  return ownMainBureau[kind] !== undefined && (rules.chosenByChair.value.MAIN ?? []).length > 0
}

/** A main bureau fills the seats of its own chair; the municipality writes down those of chairs who do not log in. */
export function mayChoose(
  rules: Pick<BureauRules, 'chosenByChair'>,
  chooser: Chooser,
  { kind, code, role }: { readonly kind: KeptKind; readonly code: string; readonly role: SeatRole },
): boolean {
  if (!isFilledByChair(rules, kind, role)) return false
  if (chooser === 'municipality') return kind === 'POLLING' || kind === 'COUNTING'
  return kind === 'MAIN' && code === ownMainBureau[chooser]
}
