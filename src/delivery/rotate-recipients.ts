import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Vault } from '../platform/vault.ts'
import { recipientsUnderOldKeys, resealRecipients } from './delivery-store.ts'

const rowsAtOnce = 1000

/**
 * Seals the national numbers of all deliveries again under the current data key, some at a time, while work goes
 * on. Answers how many it changed; done twice it changes nothing. After it an old key can go.
 */
export async function rotateRecipients(
  { database, vault }: { database: Database; vault: Vault },
  { municipalityId, onProgress }: { municipalityId: MunicipalityId; onProgress?: (done: number) => void },
): Promise<number> {
  for (let done = 0; ; ) {
    const changed = await database.inScope(staffOf(municipalityId), async (db) => {
      const found = await recipientsUnderOldKeys(db, municipalityId, vault.currentKeyId, rowsAtOnce)
      const resealed = found.map((row) => ({ ...row, sealed: vault.seal(vault.open(row.recipientCipher)) }))
      await resealRecipients(db, municipalityId, resealed)
      return found.length
    })
    if (changed === 0) return done
    done += changed
    onProgress?.(done)
  }
}
