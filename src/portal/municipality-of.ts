import { findMunicipality, getSettings, type MunicipalitySettings } from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { PortalDeps } from './portal-deps.ts'

/** The municipality that an address names, for the look of a page; `undefined` when there is none of that name. */
export async function municipalityOf(
  { database }: Pick<PortalDeps, 'database'>,
  slug: string | undefined,
): Promise<MunicipalitySettings | undefined> {
  const found = slug ? await findMunicipality(database, slug) : undefined
  if (!found) return undefined
  return database.inScope(staffOf(found.municipalityId), (db) => getSettings(db, found.municipalityId))
}
