/**
 * Delivery takes a document for a person to that person's mailbox and keeps what became of it, once and for all.
 * It knows documents, persons, mailboxes and outcomes, and nothing about what the documents say.
 */
export { batchSize } from './batch-size.ts'
export {
  type BatchRef,
  type Campaign,
  type CampaignMessage,
  type CampaignRef,
  type CampaignState,
  nothingLeaves,
  type Wave,
} from './campaign.ts'
export { type CampaignFeed, createCampaignFeed } from './campaign-feed.ts'
export { type Backlog, type CampaignStatus, campaignStatus } from './campaign-overview.ts'
export { findCampaign, makeRoom, refreshDeliveryStatistics } from './campaign-store.ts'
export { cancelDeliveries, cancelDelivery } from './cancel-delivery.ts'
export { type BatchResult, deliverBatch } from './deliver-batch.ts'
export {
  type DeliveryState,
  type DispatchedDocument,
  exceptions,
  published,
  reasons,
  unfinished,
} from './delivery.ts'
export type { DeliveryDeps } from './delivery-deps.ts'
export { deliverBatchJob, enqueueBatches, workDeliveries } from './delivery-jobs.ts'
export type { DeliveryMeter } from './delivery-meter.ts'
export {
  type AttemptOnTimeline,
  type DeliveryOutcome,
  exceptionsAfter,
  type HourOfOutcomes,
  outcomesAfter,
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
export type {
  ConsentSearch,
  Consents,
  NoAnswer,
  PublishedMessage,
  ReadStatusSearch,
} from './mailbox-questions.ts'
export { measureBacklog } from './measure-backlog.ts'
export { type NewCampaign, openCampaign } from './open-campaign.ts'
export type { OwnLimits } from './pace.ts'
export type { PartyAnswer, StoppedCampaign } from './party-store.ts'
export { pullReadStatus, type ReadStatusPulled } from './pull-read-status.ts'
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
export { type TravelledRoute, travelledRoutes } from './route-store.ts'
export { type CampaignRun, runCampaign } from './run-campaign.ts'
export { faultOf, type NewSchedule, type Schedule, type ScheduleFault } from './schedule.ts'
export { type ScheduleEffect, scheduleEffect } from './schedule-overview.ts'
export { searchConsents } from './search-consents.ts'
export { createSenders } from './senders.ts'
export { type Settlement, settleUnconfirmed } from './settle-unconfirmed.ts'
export { showTimeline, type TimelineQuestion } from './show-timeline.ts'
export { holdCampaign, letAllGo, scheduleCampaign, sendWave } from './steer-campaign.ts'
export { resumeCampaign, stopCampaign } from './stop-campaign.ts'
export { createTraffic, type Traffic, type TrafficSettings } from './traffic.ts'
export { type CampaignProgress, watchCampaign } from './watch-campaign.ts'
