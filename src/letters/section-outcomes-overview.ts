import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { joiningWholeTables } from '../platform/db/snapshot.ts'
import type { CampaignId, ElectionId, MunicipalityId } from '../platform/ids.ts'

/** How the letters of a section fared, of one campaign. What was taken back is not among them. */
export interface SectionOutcomes {
  readonly section: number
  readonly letters: number
  readonly delivered: number
  readonly inactive: number
  /** Unreachable, refused or unconfirmed. */
  readonly exceptions: number
  readonly toGo: number
}

export async function outcomesBySection(
  db: Db,
  {
    municipalityId,
    electionId,
    campaignId,
  }: { municipalityId: MunicipalityId; electionId: ElectionId; campaignId: CampaignId },
): Promise<SectionOutcomes[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<SectionOutcomes>`
    select l.section, count(*)::integer as letters,
           (count(*) filter (where d.state = 'delivered'))::integer as delivered,
           (count(*) filter (where d.state = 'inactive'))::integer as inactive,
           (count(*) filter (where d.state in ('unreachable', 'refused', 'unconfirmed')))::integer as exceptions,
           (count(*) filter (where d.state in ('waiting', 'attempting')))::integer as "toGo"
    from delivery.delivery d
    join letters.letter l on l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = d.document_id
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.state <> 'cancelled'
    group by l.section order by l.section`.execute(db)
  return rows
}
