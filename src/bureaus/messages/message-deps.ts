import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Logger } from '../../platform/log.ts'
import type { Mailer } from '../../platform/mail.ts'
import type { SmsSender } from '../../platform/sms.ts'
import type { Vault } from '../../platform/vault.ts'
import type { Ways } from './due-messages-overview.ts'

/** What a worker needs to write and send messages. Without a way nothing is written down. */
export interface MessageDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Logger
  readonly mailer?: Mailer | undefined
  readonly sms?: SmsSender | undefined
  readonly portalUrl: string
  /** At once, of one worker. */
  readonly connections: number
}

export function waysOf({ mailer, sms }: Pick<MessageDeps, 'mailer' | 'sms'>): Ways {
  return { mail: mailer !== undefined, sms: sms !== undefined }
}
