import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import { path } from '../platform/http/path.ts'
import type { MunicipalitySettings } from './municipality.ts'
import { selectMunicipality, selectSettings } from './municipality-store.ts'

/** Where the arms are served: kept for good, because other arms have another address. */
export const armsPath = path('/wapen/:nisCode/:version/wapen.svg')

/** The address of a municipality's arms, for its own pages; nothing when it has none. */
export function armsAddress({
  nisCode,
  arms,
}: Pick<MunicipalitySettings, 'nisCode' | 'arms'>): string | undefined {
  return arms === undefined ? undefined : armsPath({ nisCode, version: versionOf(arms) })
}

/**
 * The arms at such an address. `undefined` for every other address: whoever guesses does not hear which municipalities
 * are here, for only who saw a page of one knows the version.
 */
export async function findArms(
  { database }: { database: Database },
  { nisCode, version }: { nisCode: string; version: string },
): Promise<string | undefined> {
  if (!/^\d{5}$/.test(nisCode)) return undefined
  const found = await database.inScope({ directory: true }, (db) => selectMunicipality(db, nisCode))
  if (!found) return undefined
  const { municipalityId } = found
  const current = await database.inScope(staffOf(municipalityId), (db) => selectSettings(db, municipalityId))
  const arms = current?.document.arms
  return arms !== undefined && versionOf(arms) === version ? arms : undefined
}

function versionOf(arms: string): string {
  return sha256(arms).toString('hex').slice(0, 20)
}
