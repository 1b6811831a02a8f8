import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { joiningWholeTables } from '../../platform/db/snapshot.ts'
import type { ElectionId, ListId, MunicipalityId, VoterId } from '../../platform/ids.ts'

/** In what a voter differs from the list before; the first that holds. `moved`: another main residence or section. */
export const differenceKinds = ['new', 'gone', 'moved', 'corrected', 'renumbered'] as const

export interface Differing {
  readonly voters: number
  /** List numbers of the first of them: on the new list, or on the old one for who is gone. */
  readonly first: readonly number[]
}

export type DifferenceKind = (typeof differenceKinds)[number]
export type ListDifference = Readonly<Record<DifferenceKind, Differing>>

interface TwoLists {
  readonly before: ListId
  readonly after: ListId
}

/** Everybody who differs between two lists, as `d`: kind, list number, and on which list the person is found. */
function differing(
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { before, after }: TwoLists,
): RawBuilder<unknown> {
  const votersOf = (listId: ListId) => sql`
    (select v.voter_id, v.list_number, row(v.list_address - 'careOf', v.section) as home,
       row(v.category, v.last_name, v.first_names, v.birth_date, v.delivery_address, v.no_post, v.requested_language,
         v.address_kind, v.list_address -> 'careOf', v.language_requested_on) as facts
     from voters.voter v
     where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId})`
  return sql`(
      select coalesce(a.voter_id, b.voter_id) as voter_id, coalesce(a.list_number, b.list_number) as list_number,
        case when b.voter_id is null then 'new' when a.voter_id is null then 'gone'
             when a.home is distinct from b.home then 'moved' when a.facts is distinct from b.facts then 'corrected'
             when a.list_number <> b.list_number then 'renumbered' end as kind
      from ${votersOf(after)} a full join ${votersOf(before)} b using (voter_id)
    ) d`
}

/** How two lists of one election differ, person by person. */
export async function differenceBetween(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  lists: TwoLists,
): Promise<ListDifference> {
  await joiningWholeTables(db)
  const { rows } = await sql<Differing & { kind: DifferenceKind }>`
    select d.kind, count(*)::integer as voters, (array_agg(d.list_number order by d.list_number))[1:10] as first
    from ${differing(municipalityId, electionId, lists)} where d.kind is not null group by d.kind`.execute(db)
  const found = new Map(rows.map(({ kind, voters, first }) => [kind, { voters, first }]))
  return Object.fromEntries(
    differenceKinds.map((kind) => [kind, found.get(kind) ?? { voters: 0, first: [] }]),
  ) as ListDifference
}

/** Voters who differ in one way, in the order of their list numbers: a page of them, behind `after`. */
export async function differingVoters(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  { lists, kind, after, limit }: { lists: TwoLists; kind: DifferenceKind; after: number; limit: number },
): Promise<VoterId[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<{ voterId: VoterId }>`
    select d.voter_id as "voterId" from ${differing(municipalityId, electionId, lists)}
    where d.kind = ${kind} and d.list_number > ${after} order by d.list_number limit ${limit}`.execute(db)
  return rows.map(({ voterId }) => voterId)
}
