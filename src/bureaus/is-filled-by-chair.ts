import type { BureauRules, KeptKind, SeatRole } from './bureau-rules.ts'

/** Whether the chair of the bureau fills this seat, and no magistrate. */
export function isFilledByChair(
  { chosenByChair }: Pick<BureauRules, 'chosenByChair'>,
  kind: KeptKind,
  role: SeatRole,
): boolean {
  return chosenByChair.value[kind]?.includes(role) ?? false
}
