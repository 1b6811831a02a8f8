/**
 * Delivery takes a document for a person to that person's mailbox and keeps what became of it, once and for all.
 * It knows documents, persons, mailboxes and outcomes, and nothing about what the documents say.
 */
export { batchSize } from './batch-size.ts'
export { type Campaign, type CampaignMessage, type CampaignRef, nothingLeaves } from './campaign.ts'
export { type CampaignFeed, createCampaignFeed } from './campaign-feed.ts'
export { type Backlog, type CampaignStatus, campaignStatus } from './campaign-overview.ts'
export { findCampaign, makeRoom, refreshDeliveryStatistics } from './campaign-store.ts'
export { cancelDeliveries } from './cancel-delivery.ts'
export { type DeliveryState, type DispatchedDocument, reasons } from './delivery.ts'
export type { DeliveryDeps } from './delivery-deps.ts'
export { deliverBatchJob, enqueueBatches, workDeliveries } from './delivery-jobs.ts'
export type { DeliveryMeter } from './delivery-meter.ts'
export {
  type AttemptOnTimeline,
  type DeliveryOutcome,
  type HourOfOutcomes,
  outcomesByHour,
  outcomesByPart,
  type PartOutcomes,
  type Timeline,
  unconfirmedAfter,
} from './delivery-overview.ts'
export { dispatch } from './dispatch.ts'
export { type DocumentSource, DocumentsNotReady, type MadeDocument } from './document-source.ts'
export type { Downtime } from './downtime.ts'
export { listDowntimes } from './list-downtimes.ts'
export { listParties } from './list-parties.ts'
export { listUnconfirmed } from './list-unconfirmed.ts'
export {
  type Mailbox,
  type MailboxAnswer,
  type MailboxFor,
  type MailboxMessage,
  MailboxNotConfigured,
  MailboxNotReached,
  type NotSent,
  type Party,
} from './mailbox.ts'
export type { ConsentSearch, NoAnswer, PublishedMessage, ReadStatusSearch } from './mailbox-questions.ts'
export { measureBacklog } from './measure-backlog.ts'
export { openCampaign } from './open-campaign.ts'
export type { OwnLimits } from './pace.ts'
export { pullReadStatus } from './pull-read-status.ts'
export {
  countReadings,
  type HourOfReadings,
  type PartReadings,
  readingsByHour,
  readingsByPart,
  readStatusAskedAt,
} from './reading-store.ts'
export { retryFailed } from './retry-failed.ts'
export { rotateRecipients } from './rotate-recipients.ts'
export { travelledRoutes } from './route-store.ts'
export { runCampaign } from './run-campaign.ts'
export { faultOf, type NewSchedule, type Schedule } from './schedule.ts'
export { type ScheduleEffect, scheduleEffect } from './schedule-overview.ts'
export { searchConsents } from './search-consents.ts'
export { createSenders } from './senders.ts'
export { settleUnconfirmed } from './settle-unconfirmed.ts'
export { showTimeline } from './show-timeline.ts'
export { holdCampaign, letAllGo, scheduleCampaign, sendWave } from './steer-campaign.ts'
export { resumeCampaign, stopCampaign } from './stop-campaign.ts'
export { createTraffic, type Traffic } from './traffic.ts'
export { watchCampaign } from './watch-campaign.ts'
