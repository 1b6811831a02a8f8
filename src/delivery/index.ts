/**
 * Delivery takes a document for a person to that person's mailbox and keeps what became of it, once and for all.
 * It knows documents, persons, mailboxes and outcomes, and nothing about what the documents say.
 */
export type { BatchRef, Campaign, CampaignMessage, CampaignRef, CampaignState } from './campaign.ts'
export { type DeliveryState, type DispatchedDocument, exceptions, published, unfinished } from './delivery.ts'
export { batchSize, dispatch } from './dispatch.ts'
export type { DocumentSource, MadeDocument } from './document-source.ts'
export {
  type Mailbox,
  type MailboxAnswer,
  type MailboxFor,
  type MailboxMessage,
  MailboxNotConfigured,
} from './mailbox.ts'
export { type NewCampaign, openCampaign } from './open-campaign.ts'
