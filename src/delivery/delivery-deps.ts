import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Logger } from '../platform/log.ts'
import type { Vault } from '../platform/vault.ts'
import type { BatchRef, Campaign } from './campaign.ts'
import type { DeliveryMeter } from './delivery-meter.ts'
import type { DocumentSource } from './document-source.ts'
import type { Mailbox, MailboxFor } from './mailbox.ts'
import type { Pace } from './pace.ts'
import type { Traffic } from './traffic.ts'
import type { Watch } from './watch-batch.ts'

export interface DeliveryDeps {
  readonly database: Database
  readonly vault: Vault
  readonly mailboxFor: MailboxFor
  readonly documents: DocumentSource
  readonly clock: Clock
  readonly log: Logger
  readonly traffic: Traffic
  readonly meter?: DeliveryMeter
}

/** A batch that this worker holds the lock of. */
export interface BatchInHand {
  readonly batch: BatchRef
  readonly campaign: Campaign
  readonly mailbox: Mailbox
  readonly pace: Pace
  readonly watch: Watch
}
