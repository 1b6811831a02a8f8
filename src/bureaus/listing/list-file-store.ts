import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'

/** A file that waits to be looked through: who is named for list A, or who stands for election. */
export type ListFileKind = 'list-a' | 'candidates'

export interface KeptListFile {
  readonly sealed: Buffer
  readonly sha256: Buffer
  readonly keptBy: string
  readonly keptAt: Date
}

/** Takes the place of the one before. */
export async function writeListFile(
  db: Db,
  { municipalityId, electionId }: OfElection,
  what: ListFileKind,
  { sealed, sha256, keptBy, keptAt }: KeptListFile,
): Promise<void> {
  await sql`
    insert into bureaus.list_file (municipality_id, election_id, what, sealed, sha256, kept_by, kept_at)
    values (${municipalityId}, ${electionId}, ${what}, ${sealed}, ${sha256}, ${keptBy}, ${keptAt})
    on conflict (municipality_id, election_id, what) do update
    set sealed = excluded.sealed, sha256 = excluded.sha256, kept_by = excluded.kept_by, kept_at = excluded.kept_at`.execute(
    db,
  )
}

export async function selectListFile(
  db: Db,
  { municipalityId, electionId }: OfElection,
  what: ListFileKind,
): Promise<KeptListFile | undefined> {
  const { rows } = await sql<KeptListFile>`
    select f.sealed, f.sha256, f.kept_by as "keptBy", f.kept_at as "keptAt" from bureaus.list_file f
    where f.municipality_id = ${municipalityId} and f.election_id = ${electionId} and f.what = ${what}`.execute(
    db,
  )
  return rows[0]
}

export async function deleteListFile(
  db: Db,
  { municipalityId, electionId }: OfElection,
  what: ListFileKind,
): Promise<void> {
  await sql`delete from bureaus.list_file f
            where f.municipality_id = ${municipalityId} and f.election_id = ${electionId} and f.what = ${what}`.execute(
    db,
  )
}

export async function deleteListFilesBefore(db: Db, municipalityId: MunicipalityId, at: Date): Promise<void> {
  await sql`delete from bureaus.list_file f
            where f.municipality_id = ${municipalityId} and f.kept_at < ${at}`.execute(db)
}
