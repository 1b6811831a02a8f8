import { sha256 } from '../../platform/hash.ts'
import type { Vault } from '../../platform/vault.ts'
import type { Subscription } from './subscription.ts'

type Purpose = 'confirm' | 'stop'

/**
 * The secret in a link of a mail. It follows from the subscription by a key that is not in the database, so that it has to be kept
 * nowhere: the database has its hash, and who reads that can't make the link.
 */
export function secretOf(
  vault: Pick<Vault, 'pseudonym'>,
  purpose: Purpose,
  { subscriptionId }: Pick<Subscription, 'subscriptionId'>,
): string {
  return vault.pseudonym(`mail ${purpose} ${subscriptionId}`).toString('base64url')
}

/** By which the database finds whose link it is; nothing when it is no secret of ours at all. */
export function hashOfSecret(secret: string): Buffer | undefined {
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? sha256(secret) : undefined
}
