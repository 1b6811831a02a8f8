import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'

/** What the audit log calls the taking of a file for the printer; its subject is the election, its detail `file` the name. */
export const printFileTaken = 'letters.print-file-downloaded'

/** The last time that a file for the printer was downloaded. */
export interface TakenFile {
  readonly takenAt: Date
  /** The name of who did. */
  readonly by: string
  /** How often it was, in all. */
  readonly times: number
}

/** By name with its extension, the files for the printer that somebody downloaded; from the audit log. */
export async function printFilesTaken(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<ReadonlyMap<string, TakenFile>> {
  const { rows } = await sql<TakenFile & { file: string }>`
    select taken.file, taken."takenAt", taken.times, coalesce(s.name, taken.actor) as by
    from (
      select e.details ->> 'file' as file, max(e.happened_at) as "takenAt", count(*)::integer as times,
             (array_agg(e.actor order by e.event_id desc))[1] as actor
      from platform.audit_event e
      where e.municipality_id = ${municipalityId} and e.subject = ${electionId} and e.action = ${printFileTaken}
      group by e.details ->> 'file') taken
    left join municipalities.staff s on s.municipality_id = ${municipalityId} and s.staff_id::text = taken.actor`.execute(
    db,
  )
  return new Map(rows.map(({ file, ...taken }) => [file, taken]))
}
