import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { NationalNumberRules } from '../../platform/national-number.ts'
import type { Vault } from '../../platform/vault.ts'

/** What reading people into a list needs. */
export interface ListDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  /** Which national numbers may enter this installation. */
  readonly numbers: Omit<NationalNumberRules, 'today'>
}
