import type { SeatRole } from '../bureau-rules.ts'
import type { PaidBureau } from '../paying/pay-rules.ts'
import type { OathRule } from './absence-rules.ts'

/** What somebody swears in this bureau; nothing where no article was read. */
export function oathFor(
  oaths: readonly OathRule[],
  bureau: PaidBureau,
  role: SeatRole,
): OathRule | undefined {
  return oaths.find(({ bureaus, roles }) => bureaus.includes(bureau) && roles.includes(role))
}
