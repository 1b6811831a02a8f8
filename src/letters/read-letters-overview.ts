import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, LetterId, MunicipalityId } from '../platform/ids.ts'

/**
 * Which of these letters their voters opened: on the citizen's pages, or in the e-Box as far as somebody asked it. What was read
 * there and never asked about is not among them.
 */
export async function lettersRead(
  db: Db,
  { municipalityId, electionId }: { municipalityId: MunicipalityId; electionId: ElectionId },
  letters: readonly LetterId[],
): Promise<ReadonlySet<LetterId>> {
  const { rows } = await sql<{ letterId: LetterId }>`
    select one.letter_id as "letterId" from unnest(${letters}::uuid[]) as one (letter_id)
    where exists (
        select from platform.audit_event e
        where e.municipality_id = ${municipalityId} and e.subject = one.letter_id::text
          and e.action = 'letters.rendered' and e.actor = 'citizen')
      or exists (
        select from delivery.campaign c join delivery.reading r using (municipality_id, campaign_id)
        where c.municipality_id = ${municipalityId} and c.reference = ${electionId}::text
          and r.document_id = one.letter_id)`.execute(db)
  return new Set(rows.map(({ letterId }) => letterId))
}
