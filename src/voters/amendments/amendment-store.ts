import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type ElectionId, type ListId, type MunicipalityId, newId, type VoterId } from '../../platform/ids.ts'
import type { ListVoter } from '../checking/check-row.ts'
import type { VoterKeys } from '../seal-voter.ts'
import type { AdditionGround, CorrectionGround, StrikeGround, VoterState } from '../voter.ts'

export interface Amendment {
  readonly voterId: VoterId
  readonly kind: 'struck' | 'added' | 'corrected'
  readonly ground: StrikeGround | AdditionGround | CorrectionGround
  /** The decision or message it rests on, by its reference; never the story behind it. */
  readonly source: string
  /** Day of the decision or the event, as 2029-04-12. */
  readonly decidedOn: string
  readonly at: Date
  readonly by: string
}

export async function insertAmendment(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  amendment: Amendment,
): Promise<void> {
  const { voterId, kind, ground, source, decidedOn, at, by } = amendment
  await sql`
    insert into voters.amendment (municipality_id, election_id, amendment_id, voter_id, kind, ground, source,
      decided_on, recorded_at, recorded_by)
    values (${municipalityId}, ${electionId}, ${newId()}, ${voterId}, ${kind}, ${ground}, ${source},
      ${decidedOn}, ${at}, ${by})`.execute(db)
}

/** Amendments of an election in the order they were recorded. */
export async function amendmentsOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<Amendment[]> {
  const { rows } = await sql<Amendment>`
    select a.voter_id as "voterId", a.kind, a.ground, a.source,
      a.decided_on as "decidedOn", a.recorded_at as "at", a.recorded_by as "by"
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
      delivery_address, address_kind, no_post, requested_language,
      language_requested_on)
    values (${municipalityId}, ${electionId}, ${listId}, ${voter.voterId}, ${voter.listNumber}, ${state}, true,
      ${voter.nrnCipher}, ${voter.nrnIndex}, ${voter.category}, ${voter.lastName}, ${voter.firstNames},
      ${voter.birthDate || null}, ${voter.section}, ${JSON.stringify(voter.listAddress)}::jsonb,
      ${voter.deliveryAddress ? JSON.stringify(voter.deliveryAddress) : null}::jsonb, ${voter.addressKind || null},
      ${voter.noPost || null}, ${voter.requestedLanguage || null},
      ${voter.languageRequestedOn || null})`.execute(db)
}

/** What was amended since the close, and when for the last time. */
export interface AmendmentCounts {
  readonly struck: number
  readonly added: number
  readonly corrected: number
  readonly lastAt?: Date
}

export async function countAmendments(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<AmendmentCounts> {
  const { rows } = await sql<Omit<AmendmentCounts, 'lastAt'> & { lastAt: Date | null }>`
    select count(*) filter (where a.kind = 'struck')::integer as struck,
      count(*) filter (where a.kind = 'added')::integer as added,
      count(*) filter (where a.kind = 'corrected')::integer as corrected, max(a.recorded_at) as "lastAt"
    from voters.amendment a
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}`.execute(db)
  const { lastAt, ...counts } = rows[0]!
  return { ...counts, ...(lastAt && { lastAt }) }
}

/** Writes what the list says of a voter from now on. What it said when it was closed is kept, the first time. */
export async function correctFacts(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { listId, voterId, voter }: { listId: ListId; voterId: VoterId; voter: ListVoter },
): Promise<void> {
  await sql`
    update voters.voter v
    set when_closed = case when v.added_late then null else coalesce(v.when_closed, jsonb_build_object(
          'category', v.category, 'last_name', v.last_name, 'first_names', v.first_names, 'birth_date', v.birth_date,
          'section', v.section, 'list_address', v.list_address, 'delivery_address', v.delivery_address,
          'address_kind', v.address_kind, 'no_post', v.no_post, 'requested_language', v.requested_language,
          'language_requested_on', v.language_requested_on)) end,
      category = ${voter.category}, last_name = ${voter.lastName}, first_names = ${voter.firstNames},
      birth_date = ${voter.birthDate || null}, section = ${voter.section},
      list_address = ${JSON.stringify(voter.listAddress)}::jsonb,
      delivery_address = ${voter.deliveryAddress ? JSON.stringify(voter.deliveryAddress) : null}::jsonb,
      address_kind = ${voter.addressKind || null}, no_post = ${voter.noPost || null},
      requested_language = ${voter.requestedLanguage || null},
      language_requested_on = ${voter.languageRequestedOn || null}
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
      and v.voter_id = ${voterId}`.execute(db)
}
