import type { Db } from '../../platform/db/database.ts'
import type { MemberId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { forgetUnreachable } from '../messages/unreachable-store.ts'
import type { Contact } from './contact.ts'
import { putContact, selectContact } from './contact-store.ts'

/** In the scope of the municipality, or of the member. */
export async function contactOf(
  db: Db,
  { vault }: { readonly vault: Vault },
  election: OfElection,
  memberId: MemberId,
): Promise<Contact | undefined> {
  const sealed = await selectContact(db, election, memberId)
  return (
    sealed && {
      phone: vault.open(sealed.phone),
      email: sealed.email ? vault.open(sealed.email) : undefined,
      iban: sealed.iban ? vault.open(sealed.iban) : undefined,
    }
  )
}

/** False when it was so already. To another address or number messages may go again, whatever came back from the one before. */
export async function keepContact(
  db: Db,
  { vault }: { readonly vault: Vault },
  election: OfElection,
  { memberId, contact, at }: { memberId: MemberId; contact: Contact; at: Date },
): Promise<boolean> {
  const before = await contactOf(db, { vault }, election, memberId)
  if (before && isSame(before, contact)) return false
  const sealed = {
    phone: vault.seal(contact.phone),
    email: contact.email ? vault.seal(contact.email) : null,
    iban: contact.iban ? vault.seal(contact.iban) : null,
  }
  await putContact(db, election, { memberId, sealed, at })
  const changed = [
    ...(before?.email === contact.email ? [] : (['EMAIL'] as const)),
    ...(before?.phone === contact.phone ? [] : (['SMS'] as const)),
  ]
  await forgetUnreachable(db, election, memberId, changed)
  return true
}

function isSame(one: Contact, other: Contact): boolean {
  return one.phone === other.phone && one.email === other.email && one.iban === other.iban
}
