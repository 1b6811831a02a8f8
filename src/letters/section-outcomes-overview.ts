import { type CampaignRef, outcomesByPart, type PartOutcomes } from '../delivery/index.ts'
import type { Db } from '../platform/db/database.ts'

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
