import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { CompleteConfig } from '../platform/development.ts'
import type { CitizenIdentity, EmbeddedLogin, LoginService } from '../platform/identity.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Logger } from '../platform/log.ts'
import type { Typesetter } from '../platform/pdf/typesetter.ts'
import type { SealKeys } from '../platform/seal/seal-key.ts'
import type { Signer } from '../platform/signer.ts'
import type { Vault } from '../platform/vault.ts'

/** What the citizen's pages stand on; the application as a whole fits it. */
export interface PortalDeps {
  readonly config: CompleteConfig
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Logger
  readonly typesetter: Typesetter
  /** What municipalities seal their letters with. */
  readonly sealKeys: SealKeys<MunicipalityId>
  readonly signer: Signer
  readonly citizenLogin?: LoginService<CitizenIdentity> | undefined
  /** Who is logged in at the site that shows us in a frame; absent: nobody is handed over, and a frame leads to a window of our own. */
  readonly embeddedLogin?: EmbeddedLogin | undefined
}
