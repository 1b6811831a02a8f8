import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Logger } from '../../platform/log.ts'
import type { Mailer, MailOutcome } from '../../platform/mail.ts'
import type { Vault } from '../../platform/vault.ts'
import type { MailKind } from './mail.ts'

/** What a worker needs to write and send mail. */
export interface MailDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Logger
  readonly mailer: Mailer
  readonly config: { readonly PORTAL_URL: string; readonly MAIL_CONNECTIONS: number }
  readonly meter?: MailMeter | undefined
}

/** Counts mails by kind and by what became of them; it gets no person and no address. */
export interface MailMeter {
  answered(kind: MailKind | 'volunteer', outcome: MailOutcome['kind'] | 'dropped'): void
}
