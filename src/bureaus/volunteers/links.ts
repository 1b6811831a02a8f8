import type { VolunteerId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'

export type LinkPurpose = 'confirm' | 'withdraw'

/**
 * The secret in a link of a mail to a volunteer. It follows from the offer by a key that is not in the database, so that it has to be
 * kept nowhere: the database has its hash, and who reads that can't make the link.
 */
export function volunteerSecret(
  vault: Pick<Vault, 'pseudonym'>,
  purpose: LinkPurpose,
  volunteerId: VolunteerId,
): string {
  return vault.pseudonym(`volunteer ${purpose} ${volunteerId}`).toString('base64url')
}
