import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import type { CampaignRef } from './campaign.ts'
import { type Timeline, timelineOf } from './delivery-overview.ts'

export interface TimelineQuestion extends CampaignRef {
  readonly documentId: DocumentId
  readonly by: string
}

/** Everything that happened to one document, as evidence. It is about one person: who looked is written down. */
export function showTimeline(
  { database }: { database: Database },
  { municipalityId, campaignId, documentId, by }: TimelineQuestion,
): Promise<Timeline | undefined> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const timeline = await timelineOf(db, { municipalityId, campaignId }, documentId)
    if (timeline)
      await recordAudit(db, {
        municipalityId,
        actor: by,
        action: 'delivery.timeline-shown',
        subject: documentId,
        details: { campaignId },
      })
    return timeline
  })
}
