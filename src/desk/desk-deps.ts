import type { MailboxFor } from '../delivery/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { CompleteConfig } from '../platform/development.ts'
import type { CitizenIdentity, LoginService } from '../platform/identity.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { KeySet } from '../platform/key-set.ts'
import type { Logger } from '../platform/log.ts'
import type { MailServer } from '../platform/mail.ts'
import type { Typesetter } from '../platform/pdf/typesetter.ts'
import type { SealKeys } from '../platform/seal/seal-key.ts'
import type { Signer } from '../platform/signer.ts'
import type { Vault } from '../platform/vault.ts'

/** What the staff's pages stand on; the application as a whole fits it. A page that needs more adds it here. */
export interface DeskDeps {
  readonly config: CompleteConfig
  readonly database: Database
  readonly vault: Vault
  readonly signer: Signer
  /** What signatures of this installation are checked with. */
  readonly keySet: KeySet
  readonly clock: Clock
  readonly log: Logger
  readonly typesetter: Typesetter
  /** What municipalities seal their letters with. */
  readonly sealKeys: SealKeys<MunicipalityId>
  /** The road to people's mailboxes: for questions. Nothing is sent from a page. */
  readonly mailboxFor: MailboxFor
  /** Which national numbers may be typed: test numbers only outside production. */
  readonly numbers: { readonly allowTestNumbers: boolean }
  readonly loginService?: LoginService | undefined
  /** The door for citizens: here only to ask whether it answers. */
  readonly citizenLogin?: Pick<LoginService<CitizenIdentity>, 'origin' | 'probe'> | undefined
  /** The server that sends mail to citizens: here only to ask whether it lets us in. */
  readonly mailServer?: MailServer | undefined
}

/** Where staff find these pages, from outside. */
export function deskUrl(config: Pick<CompleteConfig, 'DESK_URL' | 'PORTAL_URL'>): string {
  return config.DESK_URL ?? config.PORTAL_URL
}

export function sessionLimits({ config }: Pick<DeskDeps, 'config'>) {
  return { idle: config.SESSION_IDLE_MINUTES, whole: config.SESSION_MINUTES }
}
