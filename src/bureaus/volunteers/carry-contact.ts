import type { Db } from '../../platform/db/database.ts'
import type { MemberId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { contactOf, keepContact } from '../answering/keep-contact.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { openContact } from './show-volunteers.ts'

/** A volunteer who is proposed can be reached as they said when they offered; what the member gave already stays. */
export async function carryContact(
  db: Db,
  { vault }: { readonly vault: Vault },
  election: OfElection,
  { memberId, contactSealed, at }: { memberId: MemberId; contactSealed: Buffer | null; at: Date },
): Promise<void> {
  const { phone, email } = openContact(vault, contactSealed)
  if (!phone && !email) return
  if (await contactOf(db, { vault }, election, memberId)) return
  await keepContact(db, { vault }, election, { memberId, contact: { phone: phone ?? '', email }, at })
}
