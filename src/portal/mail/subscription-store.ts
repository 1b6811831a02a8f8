import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import type { Subscription } from './subscription.ts'

const columns = sql`s.municipality_id as "municipalityId", s.election_id as "electionId", s.person_index as "personIndex",
  s.subscription_id as "subscriptionId", s.voter_id as "voterId", s.address_sealed as "addressSealed",
  s.language, s.asked_at as "askedAt", s.letter_version as "letterVersion", s.confirm_until as "confirmUntil",
  s.confirmed_at as "confirmedAt", s.refused_at as "refusedAt"`

/** Which one: of one person, for one election. */
export type SubscriptionKey = Pick<Subscription, 'municipalityId' | 'electionId' | 'personIndex'>

/** Takes the place of an earlier one of this person for this election. */
export async function putSubscription(
  db: Db,
  one: Omit<Subscription, 'confirmedAt' | 'refusedAt'>,
  { confirmSha256, stopSha256 }: { confirmSha256: Buffer; stopSha256: Buffer },
): Promise<void> {
  await sql`
    insert into portal.subscription (municipality_id, election_id, person_index, subscription_id, voter_id,
      address_sealed, language, asked_at, letter_version, confirm_sha256, confirm_until, stop_sha256)
    values (${one.municipalityId}, ${one.electionId}, ${one.personIndex}, ${one.subscriptionId}, ${one.voterId},
      ${one.addressSealed}, ${one.language}, ${one.askedAt}, ${one.letterVersion}, ${confirmSha256}, ${one.confirmUntil}, ${stopSha256})
    on conflict (municipality_id, election_id, person_index) do update set
      subscription_id = excluded.subscription_id, voter_id = excluded.voter_id,
      address_sealed = excluded.address_sealed, language = excluded.language, asked_at = excluded.asked_at,
      letter_version = excluded.letter_version, confirm_sha256 = excluded.confirm_sha256,
      confirm_until = excluded.confirm_until, confirmed_at = null, stop_sha256 = excluded.stop_sha256,
      refused_at = null`.execute(db)
}

export async function findSubscription(
  db: Db,
  { municipalityId, electionId, personIndex }: SubscriptionKey,
): Promise<Subscription | undefined> {
  const { rows } = await sql<Subscription>`
    select ${columns} from portal.subscription s
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      and s.person_index = ${personIndex}`.execute(db)
  return rows[0]
}

/** What somebody holds the link to; `db` is in the scope of that link, which reaches this row and no other. */
export async function findByLink(
  db: Db,
  purpose: 'confirm' | 'stop',
  secretSha256: Buffer,
): Promise<Subscription | undefined> {
  const column = sql.ref(purpose === 'confirm' ? 's.confirm_sha256' : 's.stop_sha256')
  const { rows } = await sql<Subscription>`
    select ${columns} from portal.subscription s where ${column} = ${secretSha256}`.execute(db)
  return rows[0]
}

/** Uses the link up. Answers false when it was used, or the address was changed meanwhile. */
export async function confirmSubscription(
  db: Db,
  { municipalityId, electionId, personIndex, subscriptionId }: Subscription,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update portal.subscription s set confirmed_at = ${at}, confirm_sha256 = null
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      and s.person_index = ${personIndex} and s.subscription_id = ${subscriptionId}
      and s.confirm_sha256 is not null and s.confirm_until > ${at}`.execute(db)
  return Number(numAffectedRows) === 1
}

/** The address goes with it. Answers false when there was none any more. */
export async function deleteSubscription(
  db: Db,
  {
    municipalityId,
    electionId,
    personIndex,
    subscriptionId,
  }: SubscriptionKey & Pick<Subscription, 'subscriptionId'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from portal.subscription s
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      and s.person_index = ${personIndex} and s.subscription_id = ${subscriptionId}`.execute(db)
  return Number(numAffectedRows) === 1
}

/** The other side takes no mail for this address: no more of it, and the citizen is told on the page. */
export async function refuseSubscription(
  db: Db,
  { municipalityId, electionId, personIndex, subscriptionId }: Subscription,
  at: Date,
): Promise<void> {
  await sql`
    update portal.subscription s set refused_at = ${at}
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      and s.person_index = ${personIndex} and s.subscription_id = ${subscriptionId}`.execute(db)
}

/** Of an election that is over nobody needs an address any more; nor one that nobody confirmed in time. */
export async function deleteNeedless(
  db: Db,
  { municipalityId, electionId }: { municipalityId: MunicipalityId; electionId: ElectionId },
  { isOver, now }: { isOver: boolean; now: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from portal.subscription s
    where s.municipality_id = ${municipalityId} and s.election_id = ${electionId}
      and (${isOver}::boolean or (s.confirmed_at is null and s.confirm_until < ${now}::timestamptz - interval '7 days'))`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0n)
}
