import {
  type CampaignRef,
  outcomesByPart,
  type PartOutcomes,
  type PartReadings,
  readingsByPart,
} from '../delivery/index.ts'
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

/** How many letters of a section lie in a mailbox with a receipt, and how many of those were seen to be opened. */
export interface SectionReadings extends Omit<PartReadings, 'part'> {
  readonly section: number
}

/** In the order of the sections; those of which nothing was published are not there. */
export async function readingsBySection(db: Db, campaign: CampaignRef): Promise<SectionReadings[]> {
  const parts = await readingsByPart(db, campaign)
  return parts.map(({ part, ...readings }) => ({ section: part, ...readings }))
}
