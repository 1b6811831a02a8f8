import { sql } from 'kysely'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import type { DrawId, VoterId } from '../../platform/ids.ts'
import { currentList } from '../../voters/index.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { SealedMember } from '../assignments/member-store.ts'
import { mayStillBeCalled } from './drawn-voter-overview.ts'

export interface InDraw {
  readonly drawId: DrawId
  readonly unit: string
}

interface DrawnRow {
  readonly rank: number
  readonly voterId: VoterId
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate: string | null
  /** Nothing: others may not learn it. */
  readonly address: Address | null
  readonly nrnCipher: Buffer
  readonly nrnIndex: Buffer
}

/**
 * The first in the order of a unit who may still be called: not struck since, no candidate, not on list A, and never proposed for a
 * seat. Who is passed over stays in the order.
 */
export async function firstDrawnNotCalled(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { drawId, unit }: InDraw,
): Promise<{ readonly rank: number; readonly member: SealedMember } | undefined> {
  const list = await currentList(db, municipalityId, electionId)
  if (!list) return undefined
  const { rows } = await sql<DrawnRow>`
    select d.rank, v.voter_id as "voterId", v.last_name as "lastName", v.first_names as "firstNames",
      v.birth_date as "birthDate",
      case when v.address_kind is distinct from 'PROTECTED' then v.list_address end as address, v.nrn_cipher as "nrnCipher", v.nrn_index as "nrnIndex"
    from bureaus.drawn_person d
    join voters.voter v on v.municipality_id = d.municipality_id and v.election_id = d.election_id
      and v.list_id = ${list.listId} and v.nrn_index = d.nrn_index
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.draw_id = ${drawId}
      and d.unit = ${unit} and d.rank is not null and ${mayStillBeCalled}
    order by d.rank limit 1`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { rank, birthDate, address, ...member } = row
  return { rank, member: { ...member, ...(birthDate && { birthDate }), ...(address && { address }) } }
}

/** Look-up indexes, as hexadecimal digits, of everybody who was ever proposed for a seat. */
export async function everCalled(
  db: Db,
  { municipalityId, electionId }: OfElection,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select distinct encode(m.nrn_index, 'hex') as person
    from bureaus.member m
    join bureaus.assignment a on a.municipality_id = m.municipality_id and a.election_id = m.election_id
      and a.member_id = m.member_id
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId}`.execute(db)
  return new Set(rows.map(({ person }) => person))
}
