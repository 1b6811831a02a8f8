import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { blockAddress } from './ask-mail.ts'
import { hashOfSecret } from './links.ts'
import type { Subscription } from './subscription.ts'
import { deleteSubscription, findByLink } from './subscription-store.ts'

type Deps = Pick<PortalDeps, 'database' | 'vault' | 'clock'>

/** Whose link it is; nothing when there is nothing to stop any more. */
export async function findStoppable(
  { database }: Pick<Deps, 'database'>,
  secret: string,
): Promise<Subscription | undefined> {
  const hash = hashOfSecret(secret)
  return hash && database.inScope({ session: hash }, (db) => findByLink(db, 'stop', hash))
}

/**
 * No more mail, and the address is erased. Whoever stops by a link before the address was confirmed did not ask for it: then
 * nobody can have this address mailed for a while.
 */
export async function stopMail(deps: Deps, subscription: Subscription, by: 'page' | 'link'): Promise<void> {
  const { municipalityId, voterId, confirmedAt, addressSealed } = subscription
  await deps.database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await deleteSubscription(db, subscription))) return
    if (by === 'link' && !confirmedAt) await blockAddress(db, deps, deps.vault.open(addressSealed))
    const event = { municipalityId, actor: 'citizen', action: 'citizen.mail-stopped', subject: voterId }
    await recordAudit(db, { ...event, details: { by } })
  })
}
