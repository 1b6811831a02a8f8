import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MemberList } from './member-list.ts'

type Which = Pick<MemberList, 'kind' | 'version'>

/** Keeps who was on a list when it was adopted, sealed. */
export async function insertListContent(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kind, version }: Which,
  sealed: Buffer,
): Promise<void> {
  await sql`insert into bureaus.list_content (municipality_id, election_id, kind, version, sealed)
            values (${municipalityId}, ${electionId}, ${kind}, ${version}, ${sealed})`.execute(db)
}

/** Nothing: it was adopted before what was adopted was kept, or it is gone. */
export async function selectListContent(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { kind, version }: Which,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select c.sealed from bureaus.list_content c
    where c.municipality_id = ${municipalityId} and c.election_id = ${electionId} and c.kind = ${kind}
      and c.version = ${version}`.execute(db)
  return rows[0]?.sealed
}
