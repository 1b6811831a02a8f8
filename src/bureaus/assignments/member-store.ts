import { type RawBuilder, sql } from 'kysely'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import { type AssignmentId, type MemberId, newId, type VoterId } from '../../platform/ids.ts'
import type { OfElection } from './assignment-store.ts'

/** A person in the bureaus of an election, as others may know: everything but the national number. */
export interface Member {
  readonly memberId: MemberId
  readonly lastName: string
  /** Empty for a person without a given name. */
  readonly firstNames: string
  readonly birthDate?: string
  readonly address?: Address
  /** When this person is on the voters list. */
  readonly voterId?: VoterId
}

export interface SealedMember extends Omit<Member, 'memberId'> {
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

/** Who this is on the voters list that is in use: whoever stands on it lives in the municipality, by whichever list they came to a bureau. */
export function voterOnList(
  { municipalityId, electionId }: OfElection,
  nrnIndex: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(
    select v.voter_id from voters.voters_list l
    join voters.voter v on v.municipality_id = l.municipality_id and v.election_id = l.election_id and v.list_id = l.list_id
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state in ('accepted', 'closed')
      and v.nrn_index = ${nrnIndex} limit 1)`
}

/**
 * Keeps a person, once in an election: who is there already keeps the id, and gets what is newly known. The name stays as it was
 * proposed or signed.
 */
export async function upsertMember(
  db: Db,
  election: OfElection,
  member: SealedMember,
  at: Date,
): Promise<MemberId> {
  const { municipalityId, electionId } = election
  const onList = voterOnList(election, sql`${member.nrnIndex}::bytea`)
  const { rows } = await sql<{ memberId: MemberId }>`
    insert into bureaus.member as m (municipality_id, election_id, member_id, nrn_cipher, nrn_index, last_name, first_names,
      birth_date, address, voter_id, recorded_at)
    values (${municipalityId}, ${electionId}, ${newId<MemberId>()}, ${member.nrnCipher}, ${member.nrnIndex},
      ${member.lastName}, ${member.firstNames}, ${member.birthDate ?? null},
      ${member.address ? JSON.stringify(member.address) : null}::jsonb,
      coalesce(${member.voterId ?? null}::uuid, ${onList}), ${at})
    on conflict (municipality_id, election_id, nrn_index) do update
    set last_name = case when ${isNameFixed} then m.last_name else excluded.last_name end,
      first_names = case when ${isNameFixed} then m.first_names else excluded.first_names end,
      birth_date = coalesce(excluded.birth_date, m.birth_date), address = case when m.address_corrected_at is null then coalesce(excluded.address, m.address) else m.address end,
      voter_id = coalesce(excluded.voter_id, m.voter_id)
    returning m.member_id as "memberId"`.execute(db)
  return rows[0]!.memberId
}

/** Of a member `m`: waits for a signature, or was ever designated under this name. */
const isNameFixed = sql`exists (select from bureaus.assignment a
  where a.municipality_id = m.municipality_id and a.election_id = m.election_id and a.member_id = m.member_id
    and (a.designation = 'PROPOSED' or a.designated_at is not null))`

/** Whether there was such an assignment. */
export async function writeMemberAddress(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { assignmentId, address, at }: { assignmentId: AssignmentId; address: Address; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update bureaus.member as m set address = ${JSON.stringify(address)}::jsonb, address_corrected_at = ${at}
    from bureaus.assignment a
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} and a.municipality_id = m.municipality_id
      and a.election_id = m.election_id and a.member_id = m.member_id and a.assignment_id = ${assignmentId}
    returning m.member_id`.execute(db)
  return rows.length > 0
}

export async function isMember(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: MemberId,
): Promise<boolean> {
  const { rows } = await sql`
    select from bureaus.member m
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} and m.member_id = ${memberId}`.execute(
    db,
  )
  return rows.length > 0
}

interface MemberRow {
  readonly memberId: MemberId
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string | null
  readonly address: Address | null
  readonly voterId: VoterId | null
}

/** These members by id; ids that are not there are left out. */
export async function membersById(
  db: Db,
  { municipalityId, electionId }: OfElection,
  ids: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, Member>> {
  const { rows } = await sql<MemberRow>`
    select m.member_id as "memberId", m.last_name as "lastName", m.first_names as "firstNames",
      m.birth_date as "birthDate", m.address, m.voter_id as "voterId"
    from bureaus.member m
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId}
      and m.member_id = any(${ids}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.memberId,
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Member,
    ]),
  )
}

/** Whether there is anybody in the bureaus of an election, or on the way there. */
export async function hasMembers(db: Db, { municipalityId, electionId }: OfElection): Promise<boolean> {
  const { rows } = await sql`
    select from bureaus.member m
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} limit 1`.execute(db)
  return rows.length > 0
}
