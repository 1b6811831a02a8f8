import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { Vault } from '../../platform/vault.ts'
import { selectContact } from '../answering/contact-store.ts'
import type { Granted } from '../authorities/authority.ts'
import { isHandedOver } from '../authorities/rights-in-election.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { ComposedBureau, ComposedMember, Composition } from './composition.ts'
import { type SeatedMember, seatedMembers } from './composition-store.ts'

/**
 * Who sits where now, or as much of it as a court or main bureau gets by the law. How to reach somebody goes along for the functions of
 * which the law says so, and for no other.
 */
export async function compositionNow(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
  receiver?: Granted,
): Promise<Composition> {
  const rules = loadBureauRules(election.ruleset)
  const withContact = rules.composition.contactOf.value
  const bureaus: (ComposedBureau & { members: ComposedMember[] })[] = []
  for (const { bureau, memberId, code, district, ...member } of await seatedMembers(db, election)) {
    const of = { bureau: { kind: bureau.kind, code, district }, role: member.role }
    if (receiver && !isHandedOver(rules, receiver, of)) continue
    const last = bureaus.at(-1)
    const here = last?.number === bureau.number ? last : { ...bureau, members: [] }
    if (here !== last) bureaus.push(here)
    const contact = withContact.includes(member.role) ? await contactFor(db, vault, election, memberId) : {}
    here.members.push({ ...member, ...contact })
  }
  return { bureaus }
}

async function contactFor(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
  memberId: SeatedMember['memberId'],
): Promise<Pick<ComposedMember, 'phone' | 'email'>> {
  const sealed = await selectContact(db, election, memberId)
  if (!sealed) return {}
  return { phone: vault.open(sealed.phone), ...(sealed.email && { email: vault.open(sealed.email) }) }
}

export const peopleOf = ({ bureaus }: Composition): number =>
  bureaus.reduce((all, { members }) => all + members.length, 0)

/** What would be handed over now: how much it is, and its hash. */
export async function compositionFacts(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
): Promise<{ people: number; bureaus: number; digest: string }> {
  const composition = await compositionNow(db, vault, election)
  const digest = sha256OfJson(composition).toString('hex')
  return { people: peopleOf(composition), bureaus: composition.bureaus.length, digest }
}
