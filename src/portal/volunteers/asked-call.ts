import type { Context } from 'hono'
import { isCallOpen } from '../../bureaus/index.ts'
import { type Election, findElection } from '../../elections/index.ts'
import { findMunicipality, getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { PortalDeps } from '../portal-deps.ts'

export interface AskedCall {
  readonly municipality?: MunicipalitySettings | undefined
  /** Absent when nobody can offer to sit: the election is not there, is over, or asks for no volunteers. They look the same. */
  readonly election?: Election | undefined
}

/** For which election somebody opened the form. */
export async function askedCall(
  { database, clock }: Pick<PortalDeps, 'database' | 'clock'>,
  context: Context,
): Promise<AskedCall> {
  const found = await findMunicipality(database, context.req.param('municipality') ?? '')
  if (!found) return {}
  const { municipalityId } = found
  return database.inScope(staffOf(municipalityId), async (db) => {
    const municipality = await getSettings(db, municipalityId)
    const election = await findElection(db, municipalityId, context.req.param('election') ?? '')
    const isOpen = election !== undefined && (await isCallOpen(db, election, clock.now()))
    return { municipality, election: isOpen ? election : undefined }
  })
}
