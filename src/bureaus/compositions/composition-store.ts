import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { CompositionId, MemberId } from '../../platform/ids.ts'
import { listOf, type OfElection } from '../assignments/assignment-store.ts'
import { outOfSeat } from '../assignments/axes.ts'
import { placeOfBureau, roomOfBureau, whereItSits } from '../where-it-sits-overview.ts'
import type { ComposedBureau, ComposedMember, SentComposition } from './composition.ts'

const columns = sql`
  c.municipality_id as "municipalityId", c.election_id as "electionId", c.composition_id as "compositionId",
  c.enterprise_number as "enterpriseNumber", c.version, encode(c.content_sha256, 'hex') as digest, c.bureaus, c.people,
  c.sent_at as "sentAt", c.opened_at as "openedAt"`

/** Of one election, the last first; to one receiver only where one is named. */
export async function selectCompositions(
  db: Db,
  { municipalityId, electionId }: OfElection,
  enterpriseNumber?: string,
): Promise<SentComposition[]> {
  const { rows } = await sql<SentComposition>`
    select ${columns} from bureaus.composition c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}
      and (${enterpriseNumber ?? null}::text is null or c.enterprise_number = ${enterpriseNumber ?? null})
    order by c.sent_at desc, c.composition_id desc`.execute(db)
  return rows
}

/** In the scope of an authority: the last that each municipality of the area handed to it. */
export async function lastOfArea(db: Db): Promise<SentComposition[]> {
  const { rows } = await sql<SentComposition>`
    select distinct on (c.municipality_id, c.election_id) ${columns} from bureaus.composition c
    order by c.municipality_id, c.election_id, c.version desc`.execute(db)
  return rows
}

export async function selectSealed(
  db: Db,
  { municipalityId, electionId }: OfElection,
  compositionId: CompositionId,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select c.sealed from bureaus.composition c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}
      and c.composition_id = ${compositionId}`.execute(db)
  return rows[0]?.sealed
}

export async function insertComposition(
  db: Db,
  one: Omit<SentComposition, 'openedAt'> & { readonly sealed: Buffer; readonly sentBy: string },
): Promise<void> {
  await sql`
    insert into bureaus.composition (municipality_id, election_id, composition_id, enterprise_number, version, sealed,
      content_sha256, bureaus, people, sent_at, sent_by)
    values (${one.municipalityId}, ${one.electionId}, ${one.compositionId}, ${one.enterpriseNumber}, ${one.version},
      ${one.sealed}, decode(${one.digest}, 'hex'), ${one.bureaus}, ${one.people}, ${one.sentAt}, ${one.sentBy})`.execute(
    db,
  )
}

/** The receiver opened it; the first time stays. */
export async function markOpened(
  db: Db,
  { municipalityId, electionId }: OfElection,
  compositionId: CompositionId,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update bureaus.composition c set opened_at = ${at}, opened_by = ${by}
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}
      and c.composition_id = ${compositionId} and c.opened_at is null`.execute(db)
}

/** One at a time is handed over in an election, so that versions follow one another. */
export async function lockCompositions(db: Db, { electionId }: OfElection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('composition ' || ${electionId}::text, 0))`.execute(
    db,
  )
}

export async function deleteCompositions(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from bureaus.composition c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export interface SeatedMember extends Pick<ComposedMember, 'role' | 'ordinal' | 'lastName' | 'firstNames'> {
  readonly bureau: Omit<ComposedBureau, 'members'>
  /** Which of its kind that bureau is, and of which district: what tells who gets it. */
  readonly code: string
  readonly district: string | null
  readonly memberId: MemberId
}

/** Everybody who is designated for a seat, bureau by bureau. */
export async function seatedMembers(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<SeatedMember[]> {
  const { rows } = await sql<SeatedMember>`
    select jsonb_build_object('kind', b.kind, 'number', b.number, 'place', ${placeOfBureau}, 'room', ${roomOfBureau}) as bureau,
      b.code, b.district, s.role, s.ordinal, m.member_id as "memberId", m.last_name as "lastName", m.first_names as "firstNames"
    from bureaus.bureau b ${whereItSits}
    join bureaus.seat s on s.municipality_id = b.municipality_id and s.election_id = b.election_id
      and s.bureau_id = b.bureau_id and s.given_up_at is null
    join bureaus.assignment a on a.municipality_id = s.municipality_id and a.election_id = s.election_id
      and a.seat_id = s.seat_id and a.designation = 'DESIGNATED' and a.attendance not in (${listOf(outOfSeat)})
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id
      and m.member_id = a.member_id
    where b.municipality_id = ${municipalityId} and b.election_id = ${electionId} and b.given_up_at is null
    order by array_position(array['POLLING', 'COUNTING', 'MAIN', 'RESERVE'], b.kind), b.code, length(b.number), b.number,
      array_position(array['CHAIR', 'DEPUTY_CHAIR', 'SECRETARY', 'ADJUNCT_SECRETARY', 'ASSESSOR', 'SUBSTITUTE'], s.role),
      s.ordinal`.execute(db)
  return rows
}
