import { sql } from 'kysely'
import { type CampaignRef, outcomesByPart, type PartOutcomes, published } from '../delivery/index.ts'
import type { Db } from '../platform/db/database.ts'
import { joiningWholeTables } from '../platform/db/snapshot.ts'
import type { ElectionId } from '../platform/ids.ts'

/** How the letters of a section fared, of one campaign. What was taken back is not among them. */
export interface SectionOutcomes extends Omit<PartOutcomes, 'part' | 'documents'> {
  readonly section: number
  readonly letters: number
}

/** Delivery counts letters by their section. */
export async function outcomesBySection(db: Db, campaign: CampaignRef): Promise<SectionOutcomes[]> {
  const parts = await outcomesByPart(db, campaign)
  return parts.map(({ part, documents, ...outcomes }) => ({ section: part, letters: documents, ...outcomes }))
}

/** How many letters of a section lie in a mailbox with a receipt, and how many of those were seen to be opened. */
export interface SectionReadings {
  readonly section: number
  readonly published: number
  readonly read: number
}

export async function readingsBySection(
  db: Db,
  { municipalityId, electionId, campaignId }: CampaignRef & { readonly electionId: ElectionId },
): Promise<SectionReadings[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<SectionReadings>`
    select l.section, count(*)::integer as published, count(r.document_id)::integer as read
    from delivery.delivery d
    join letters.letter l on l.municipality_id = ${municipalityId} and l.election_id = ${electionId}
      and l.letter_id = d.document_id
    left join delivery.reading r on r.municipality_id = d.municipality_id and r.campaign_id = d.campaign_id
      and r.document_id = d.document_id
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.state = any(${[...published]}) and d.receipt is not null
    group by l.section order by l.section`.execute(db)
  return rows
}
