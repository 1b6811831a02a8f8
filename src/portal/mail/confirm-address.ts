import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { hashOfSecret } from './links.ts'
import type { Subscription } from './subscription.ts'
import { confirmSubscription, findByLink } from './subscription-store.ts'

type Deps = Pick<PortalDeps, 'database' | 'clock'>

/** Whose link it is, as long as it works; on any device, for the link itself is the proof. */
export async function findConfirmable(
  { database, clock }: Deps,
  secret: string,
): Promise<Subscription | undefined> {
  const hash = hashOfSecret(secret)
  if (!hash) return undefined
  const found = await database.inScope({ session: hash }, (db) => findByLink(db, 'confirm', hash))
  return found && found.confirmUntil > clock.now() ? found : undefined
}

/** Confirms the address, once. Answers false when the link was used, is too old, or belongs to an earlier address. */
export async function confirmAddress(deps: Deps, secret: string): Promise<boolean> {
  const found = await findConfirmable(deps, secret)
  if (!found) return false
  const { municipalityId, voterId } = found
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await confirmSubscription(db, found, deps.clock.now()))) return false
    const event = { municipalityId, actor: 'citizen', action: 'citizen.mail-confirmed', subject: voterId }
    await recordAudit(db, { ...event, details: { by: 'link' } })
    return true
  })
}
