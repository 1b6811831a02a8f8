import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Vault } from '../platform/vault.ts'
import { type DataKeyInUse, dataKeysInUse } from './data-keys-overview.ts'

export interface DataKeyFault {
  readonly keyId: number
  /** `missing`: what it sealed can't be opened. `index-key-missing`: nobody is found by number any more. */
  readonly wrong: 'missing' | 'index-key-missing'
}

/**
 * Can every national number of the municipality be opened, and is the key still there from which the look-up index was
 * made? That is the oldest one: it stays in the setting when nothing is sealed with it any more.
 */
export async function checkDataKeys(
  { database, vault }: { database: Database; vault: Vault },
  municipalityId: MunicipalityId,
): Promise<DataKeyFault[]> {
  const inUse = await database.inScope(staffOf(municipalityId), (db) => dataKeysInUse(db, municipalityId))
  return dataKeyFaults(vault, inUse)
}

/** The same of numbers that another module keeps, of each key one. */
export function dataKeyFaults(vault: Vault, inUse: readonly DataKeyInUse[]): DataKeyFault[] {
  return inUse.flatMap((one) => faultOf(vault, one) ?? [])
}

function faultOf(vault: Vault, { keyId, nrnCipher, nrnIndex }: DataKeyInUse): DataKeyFault | undefined {
  try {
    const index = vault.index(vault.open(nrnCipher))
    return index.equals(nrnIndex) ? undefined : { keyId, wrong: 'index-key-missing' }
  } catch {
    return { keyId, wrong: 'missing' } // no key by that id, or another one under the same id
  }
}
