import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import { replaceSealed, sealedColumns, sealedUnderOtherKeys } from './sealed-store.ts'

export interface Rotated {
  /** National numbers of members, and of who can be called. */
  readonly people: number
  /** Contact details, accounts, requests, payments and files. */
  readonly other: number
}

/**
 * Seals what the bureaus hold with the newest data key, batch by batch; what a stopped run did stays done, and the next finds the rest.
 * The look-up index keeps: it does not depend on the newest key.
 */
export async function rotateSealed(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  { municipalityId }: { readonly municipalityId: MunicipalityId },
): Promise<Rotated> {
  const moved = { people: 0, other: 0 }
  const keyId = vault.currentKeyId
  for (const place of sealedColumns) {
    const counted = place.column === 'nrn_cipher' ? 'people' : 'other'
    for (let found = -1; found !== 0; moved[counted] += found)
      found = await database.inScope(staffOf(municipalityId), async (db) => {
        const sealed = await sealedUnderOtherKeys(db, place, municipalityId, { keyId, limit: place.together })
        const fresh = sealed.map((one) => ({ ...one, sealed: vault.seal(vault.open(one.sealed)) }))
        await replaceSealed(db, place, municipalityId, fresh)
        return sealed.length
      })
  }
  return moved
}
