import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { type ElectionId, type ListId, type MunicipalityId, newId, type VoterId } from '../platform/ids.ts'
import type { ListVoter } from './check-row.ts'
import type { VoterKeys } from './seal-voter.ts'
import type { AdditionGround, StrikeGround, VoterState } from './voter.ts'

export interface Amendment {
  readonly voterId: VoterId
  readonly kind: 'struck' | 'added'
  readonly ground: StrikeGround | AdditionGround
  /** The decision or message it rests on, by its reference; never the story behind it. */
  readonly source: string
  readonly at: Date
  readonly by: string
}

export async function insertAmendment(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  amendment: Amendment,
): Promise<void> {
  const { voterId, kind, ground, source, at, by } = amendment
  await sql`
    insert into voters.amendment (municipality_id, election_id, amendment_id, voter_id, kind, ground, source,
      recorded_at, recorded_by)
    values (${municipalityId}, ${electionId}, ${newId()}, ${voterId}, ${kind}, ${ground}, ${source}, ${at}, ${by})`.execute(
    db,
  )
}

/** Amendments of an election in the order they were recorded. */
export async function amendmentsOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Amendment[]> {
  const { rows } = await sql<Amendment>`
    select a.voter_id as "voterId", a.kind, a.ground, a.source, a.recorded_at as "at", a.recorded_by as "by"
    from voters.amendment a
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
    order by a.amendment_id`.execute(db)
  return rows
}

/** Brings a struck voter back as `enrolled` or `added`, whichever the voter was before. */
export async function setStruck(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  change: { readonly listId: ListId; readonly voterId: VoterId; readonly struck: boolean },
): Promise<void> {
  await sql`
    update voters.voter v
    set state = case when ${change.struck} then 'struck' when v.added_late then 'added' else 'enrolled' end
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${change.listId}
      and v.voter_id = ${change.voterId}`.execute(db)
}

/** The number for a late addition: after the last, so that printed numbers stay what they are. */
export async function nextListNumber(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(v.list_number), 0) + 1 as next from voters.voter v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}`.execute(
    db,
  )
  return rows[0]!.next
}

export async function insertLateVoter(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  voter: ListVoter & VoterKeys,
): Promise<void> {
  const state: VoterState = 'added'
  await sql`
    insert into voters.voter (municipality_id, election_id, list_id, voter_id, list_number, state, added_late,
      nrn_cipher, nrn_index, category, last_name, first_names, birth_date, section, list_address,
      delivery_address, no_post, requested_language)
    values (${municipalityId}, ${electionId}, ${listId}, ${voter.voterId}, ${voter.listNumber}, ${state}, true,
      ${voter.nrnCipher}, ${voter.nrnIndex}, ${voter.category}, ${voter.lastName}, ${voter.firstNames},
      ${voter.birthDate || null}, ${voter.section}, ${JSON.stringify(voter.listAddress)}::jsonb,
      ${voter.deliveryAddress ? JSON.stringify(voter.deliveryAddress) : null}::jsonb, ${voter.noPost || null},
      ${voter.requestedLanguage || null})`.execute(db)
}
