import {
  type MunicipalityChange,
  type TextDifference,
  type Updated,
  updateMunicipality,
} from '../../municipalities/index.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { hasReleases } from '../releasing/release-store.ts'

/**
 * What letters that were released say for good, by its place in the municipality file: who sent them stands in their
 * signed statements and is whose consent the e-Box asked; their language was chosen under the regime of then.
 */
export const fixedByRelease = ['enterpriseNumber', 'languageRegime'] as const
export type FixedByRelease = (typeof fixedByRelease)[number]

export type HeldByRelease = Refused<'held-by-release'> & { readonly fields: readonly FixedByRelease[] }

/** Which of these changes can't be made, because letters were released that say otherwise. */
export async function heldByRelease(
  db: Db,
  municipalityId: MunicipalityId,
  changed: readonly TextDifference[],
): Promise<readonly FixedByRelease[]> {
  const fixed = fixedByRelease.filter((field) => changed.some(({ path }) => path === field))
  return fixed.length > 0 && (await hasReleases(db, municipalityId)) ? fixed : []
}

/** Stores a municipality file as the next version, unless it changes what released letters say for good. */
export function changeMunicipality(
  deps: { database: Database },
  change: MunicipalityChange,
): Promise<Updated<HeldByRelease>> {
  return updateMunicipality<HeldByRelease>(deps, change, async (db, changed) => {
    const fields = await heldByRelease(db, change.municipalityId, changed)
    if (fields.length === 0) return undefined
    return { ...refused('held-by-release', fields.join(', ')), fields }
  })
}
