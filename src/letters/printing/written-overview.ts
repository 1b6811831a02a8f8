import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'

/** When, by whom and where a print file was written. */
export interface WrittenFile {
  readonly writtenAt: Date
  /** A name, or the command that did. */
  readonly by: string
  /** Machine and folder; nothing of a file from before that was written down. */
  readonly where: string | null
}

/** By name without its extension, where each print file of an election was written. */
export async function printFilesWritten(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<ReadonlyMap<string, WrittenFile>> {
  const { rows } = await sql<WrittenFile & { name: string }>`
    select f.name, f.made_at as "writtenAt", coalesce(s.name, f.made_by) as by, f.written_in as "where"
    from letters.print_file f
    left join municipalities.staff s on s.municipality_id = f.municipality_id and s.staff_id::text = f.made_by
    where f.municipality_id = ${municipalityId} and f.election_id = ${electionId}`.execute(db)
  return new Map(rows.map(({ name, ...written }) => [name, written]))
}
