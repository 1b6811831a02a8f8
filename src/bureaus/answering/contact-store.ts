import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'

export interface SealedContact {
  readonly phone: Buffer
  readonly email: Buffer | null
  readonly iban: Buffer | null
}

export async function selectContact(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: MemberId,
): Promise<SealedContact | undefined> {
  const { rows } = await sql<SealedContact>`
    select c.phone_sealed as phone, c.email_sealed as email, c.iban_sealed as iban from bureaus.contact c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} and c.member_id = ${memberId}`.execute(
    db,
  )
  return rows[0]
}

export async function putContact(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { memberId, sealed, at }: { memberId: MemberId; sealed: SealedContact; at: Date },
): Promise<void> {
  const { phone, email, iban } = sealed
  await sql`
    insert into bureaus.contact (municipality_id, election_id, member_id, phone_sealed, email_sealed, iban_sealed, changed_at)
    values (${municipalityId}, ${electionId}, ${memberId}, ${phone}, ${email}, ${iban}, ${at})
    on conflict (municipality_id, election_id, member_id) do update
    set phone_sealed = excluded.phone_sealed, email_sealed = excluded.email_sealed, iban_sealed = excluded.iban_sealed,
      changed_at = excluded.changed_at`.execute(db)
}
