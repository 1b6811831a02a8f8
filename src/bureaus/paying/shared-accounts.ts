import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { type AccountOfClaim, accountsOfClaims } from './claim-store.ts'

/** Claims whose account another member gave as well, each with the claims of those others. */
export type SharedAccounts = ReadonlyMap<AssignmentId, readonly AssignmentId[]>

/**
 * Whose account is that of another member too, as long as one of those claims is still to be handed over. It is no fault, for a household
 * may share an account. The seals differ each time, so that accounts are opened here to be compared, and no account leaves this function.
 */
export async function sharedAccounts(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: OfElection,
): Promise<SharedAccounts> {
  const claims = await accountsOfClaims(db, election)
  const shared = new Map<AssignmentId, readonly AssignmentId[]>()
  for (const together of Map.groupBy(claims, ({ ibanSealed }) => vault.open(ibanSealed)).values())
    if (together.some(({ isOpen }) => isOpen))
      for (const claim of together) {
        const others = othersThan(claim, together)
        if (others.length > 0) shared.set(claim.assignmentId, others)
      }
  return shared
}

function othersThan({ memberId }: AccountOfClaim, together: readonly AccountOfClaim[]): AssignmentId[] {
  return together.filter((one) => one.memberId !== memberId).map(({ assignmentId }) => assignmentId)
}
