import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../platform/ids.ts'
import { type Finding, type FindingCode, finding } from './checking/import-finding.ts'
import type { ListDifference } from './importing/difference-overview.ts'
import { newestRecipe } from './list-format.ts'
import type { ListState, VotersList } from './voters-list.ts'

interface ListRow {
  list_id: ListId
  state: ListState
  source_name: string
  source_sha256: Buffer
  voter_count: number
  finding_counts: Record<string, number>
  difference: ListDifference | null
  imported_at: Date
  accepted_at: Date | null
  closed_at: Date | null
  list_sha256: Buffer | null
}

const columns = sql`l.list_id, l.state, l.source_name, l.source_sha256, l.voter_count, l.finding_counts, l.difference,
  l.imported_at, l.accepted_at, l.closed_at, l.list_sha256`

/** One change of a voters list at a time: held until the transaction ends. */
export async function lockLists(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(
    hashtextextended('voters list ' || ${municipalityId}::text || ' ' || ${electionId}::text, 0))`.execute(db)
}

/** The lists of an election that are not replaced, newest first: at most one imported and one in use. */
export async function listsOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<VotersList[]> {
  const { rows } = await sql<ListRow>`
    select ${columns} from voters.voters_list l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state <> 'replaced'
    order by l.list_id desc`.execute(db)
  return rows.map(listFrom)
}

/** The list that is in use: closed, else accepted, else the one just imported. */
export async function currentList(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<VotersList | undefined> {
  const lists = await listsOf(db, municipalityId, electionId)
  return lists.find(({ state }) => state !== 'imported') ?? lists[0]
}

function listFrom(row: ListRow): VotersList {
  return {
    listId: row.list_id,
    state: row.state,
    sourceName: row.source_name,
    sourceSha256: row.source_sha256,
    voterCount: row.voter_count,
    warningCounts: row.finding_counts,
    importedAt: row.imported_at,
    ...(row.difference && { difference: row.difference }),
    ...(row.accepted_at && { acceptedAt: row.accepted_at }),
    ...(row.closed_at && { closedAt: row.closed_at }),
    ...(row.list_sha256 && { listSha256: row.list_sha256 }),
  }
}

/** By which recipe the list is hashed (docs/formats/voters-list.md): the newest of the day it came in. */
export async function recipeOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<number> {
  const { rows } = await sql<{ recipe: number }>`
    select l.hash_recipe as recipe from voters.voters_list l
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.list_id = ${listId}`.execute(
    db,
  )
  return rows[0]!.recipe
}

export interface NewList {
  readonly listId: ListId
  readonly sourceName: string
  readonly sourceSha256: Buffer
  readonly voterCount: number
  readonly warningCounts: Readonly<Record<string, number>>
  readonly importedAt: Date
  readonly importedBy: string
  readonly difference?: ListDifference | undefined
}

export async function insertList(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  list: NewList,
): Promise<void> {
  await sql`
    insert into voters.voters_list (municipality_id, election_id, list_id, state, source_name, source_sha256,
      voter_count, finding_counts, difference, hash_recipe, imported_at, imported_by)
    values (${municipalityId}, ${electionId}, ${list.listId}, 'imported', ${list.sourceName}, ${list.sourceSha256},
      ${list.voterCount}, ${JSON.stringify(list.warningCounts)}::jsonb,
      ${list.difference ? JSON.stringify(list.difference) : null}::jsonb, ${newestRecipe}, ${list.importedAt},
      ${list.importedBy})`.execute(db)
}

/**
 * Marks lists in this state as replaced and lets go of their voters: what is not used is not kept. Readers of this
 * election's voters wait until the transaction ends: call it towards its end.
 */
export async function replaceLists(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  state: ListState,
): Promise<void> {
  const { rows } = await sql<{ list_id: ListId }>`
    update voters.voters_list l set state = 'replaced'
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.state = ${state}
    returning l.list_id`.execute(db)
  for (const { list_id } of rows)
    await sql`select voters.drop_list(${municipalityId}, ${list_id}::uuid)`.execute(db)
}

export async function markAccepted(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  change: { readonly listId: ListId; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update voters.voters_list l set state = 'accepted', accepted_at = ${change.at}, accepted_by = ${change.by}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.list_id = ${change.listId}`.execute(db)
}

export async function markClosed(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  change: { readonly listId: ListId; readonly at: Date; readonly by: string; readonly sha256: Buffer },
): Promise<void> {
  await sql`
    update voters.voters_list l
    set state = 'closed', closed_at = ${change.at}, closed_by = ${change.by}, list_sha256 = ${change.sha256}
    where l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.list_id = ${change.listId}`.execute(db)
}

/** Keeps the warnings of a list, numbered in the order given. */
export async function insertFindings(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  findings: readonly Finding[],
): Promise<void> {
  await sql`
    insert into voters.import_finding (municipality_id, election_id, list_id, finding_number, row_number,
      column_name, code, detail)
    select ${municipalityId}::integer, ${electionId}::uuid, ${listId}::uuid, f.place, f.row_number, f.column_name,
      f.code, f.detail
    from unnest(${findings.map(({ row }) => row ?? null)}::integer[],
                ${findings.map(({ column }) => column ?? null)}::text[],
                ${findings.map(({ code }) => code)}::text[],
                ${findings.map(({ detail }) => detail ?? null)}::text[])
         with ordinality as f (row_number, column_name, code, detail, place)`.execute(db)
}

export async function findingsOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<Finding[]> {
  const { rows } = await sql<{
    row_number: number | null
    column_name: string | null
    code: FindingCode
    detail: string | null
  }>`
    select f.row_number, f.column_name, f.code, f.detail from voters.import_finding f
    where f.municipality_id = ${municipalityId} and f.election_id = ${electionId} and f.list_id = ${listId}
    order by f.finding_number`.execute(db)
  return rows.map(({ row_number, column_name, code, detail }) =>
    finding(code, {
      ...(row_number !== null && { row: row_number }),
      ...(column_name !== null && { column: column_name }),
      ...(detail !== null && { detail }),
    }),
  )
}
