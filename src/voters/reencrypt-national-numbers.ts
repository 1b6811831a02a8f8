import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Vault } from '../platform/vault.ts'
import { replaceCiphers, type SealedNumber, sealedUnderOtherKeys } from './cipher-store.ts'

const batch = 2000

/**
 * Moves the national numbers that were sealed with an older data key to the newest one, batch by batch; what
 * a stopped run did stays done. The look-up index keeps: it does not depend on the newest key.
 * Answers how many were moved.
 */
export async function reencryptNationalNumbers(
  { database, vault }: { database: Database; vault: Vault },
  { municipalityId, by }: { municipalityId: MunicipalityId; by: string },
): Promise<{ moved: number }> {
  let moved = 0
  let after: SealedNumber | undefined
  do {
    const page = { after, limit: batch }
    const sealed = await database.inScope(staffOf(municipalityId), async (db) => {
      const found = await sealedUnderOtherKeys(db, municipalityId, vault.currentKeyId, page)
      const fresh = found.map((one) => ({ ...one, nrnCipher: vault.seal(vault.open(one.nrnCipher)) }))
      await replaceCiphers(db, municipalityId, fresh)
      return found
    })
    moved += sealed.length
    after = sealed.at(-1)
  } while (after)
  const details = { moved, keyId: vault.currentKeyId }
  await database.inScope(staffOf(municipalityId), (db) =>
    recordAudit(db, { municipalityId, actor: by, action: 'voters.reencrypted', details }),
  )
  return { moved }
}
