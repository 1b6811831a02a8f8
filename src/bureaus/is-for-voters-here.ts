import type { BureauKind, BureauRules, SeatRole } from './bureau-rules.ts'

/** Whether every rule for this seat wants a voter of the section or of the municipality; false where no rule fills it. */
export function isForVotersHere(
  { seating }: Pick<BureauRules, 'seating'>,
  kind: BureauKind,
  role: SeatRole,
): boolean {
  const rows = seating.filter((rule) => rule.kind === kind && rule.role === role)
  return rows.length > 0 && rows.every(({ voterOf }) => voterOf === 'section' || voterOf === 'municipality')
}
