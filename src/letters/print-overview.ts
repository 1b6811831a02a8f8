import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'

export interface PrintFileFacts {
  readonly name: string
  readonly sha256: string
  readonly letters: number
  readonly reprintedBecause?: string
}

/** The print files of an election by name: those that are to be printed, not those that a reprint replaced. */
export async function printFileFacts(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<PrintFileFacts[]> {
  const { rows } = await sql<{ name: string; sha256: string; letters: number; because: string | null }>`
    select f.name, encode(f.file_sha256, 'hex') as sha256, f.letter_count as letters, f.reprint_reason as because
    from letters.print_file f
    where f.municipality_id = ${municipalityId} and f.election_id = ${electionId} and not exists (
      select from letters.print_file again
      where again.municipality_id = f.municipality_id and again.election_id = f.election_id
        and again.reprint_of = f.print_file_id)
    order by f.name`.execute(db)
  return rows.map(({ because, ...file }) => (because ? { ...file, reprintedBecause: because } : file))
}
