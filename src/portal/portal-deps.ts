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
import type { PassMaker } from '../platform/wallet/pass-maker.ts'
import type { FindMyConvocations } from './convocations/my-convocation.ts'

/** What the citizen's pages stand on; the application as a whole fits it. */
export interface PortalDeps {
  readonly config: CompleteConfig
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Logger
  /** Which national numbers may be typed: test numbers only outside production. */
  readonly numbers: { readonly allowTestNumbers: boolean }
  readonly typesetter: Typesetter
  /** What municipalities seal their letters with. */
  readonly sealKeys: SealKeys<MunicipalityId>
  /** What makes passes for Apple Wallet; absent: no page offers one. */
  readonly passMaker?: PassMaker | undefined
  readonly signer: Signer
  readonly citizenLogin?: LoginService<CitizenIdentity> | undefined
  /** Who is logged in at the site that shows us in a frame; absent: nobody is handed over, and a frame leads to a window of our own. */
  readonly embeddedLogin?: EmbeddedLogin | undefined
  /** What a citizen is called for as a member of a bureau; absent: the pages say nothing about it. */
  readonly findMyConvocations?: FindMyConvocations | undefined
}
