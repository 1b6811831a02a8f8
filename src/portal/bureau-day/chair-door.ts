import type { Context } from 'hono'
import { type ChairAccess, chairOf } from '../../bureaus/index.ts'
import { type Election, getElection } from '../../elections/index.ts'
import { getSettings, type MunicipalitySettings } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { csrfTokenOf, readCookie } from '../../platform/http/cookies.ts'
import { cookieNames, siteOf } from '../cookies.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { type Closed, closedPage } from './closed-page.tsx'

/** A page of one bureau, for the telephone that has access to it and to nothing else. */
export interface ChairVisit {
  readonly deps: PortalDeps
  readonly context: Context
  readonly election: Election
  readonly municipality: MunicipalitySettings
  readonly access: ChairAccess
  /** For every `Form`. */
  readonly csrf: string
}

/** Puts the doorkeeper before a page of a chair: which bureau it is follows from the access, never from an address. */
export function forChair(
  deps: PortalDeps,
  handle: (visit: ChairVisit) => Response | Promise<Response>,
  refuse: (deps: PortalDeps, context: Context, why: Closed) => Response | Promise<Response> = closedPage,
) {
  return async (context: Context): Promise<Response> => {
    context.header('Cache-Control', 'no-store')
    const token = readCookie(context, siteOf(deps.config), cookieNames.chair) ?? ''
    const chair = await chairOf(deps, token)
    if (!chair.ok) return refuse(deps, context, chair.because)
    const { municipalityId, access } = chair
    const known = await deps.database.inScope(staffOf(municipalityId), async (db) => ({
      election: await getElection(db, municipalityId, access.electionId),
      municipality: await getSettings(db, municipalityId),
    }))
    const { election, municipality } = known
    if (!election) return refuse(deps, context, 'over')
    return handle({ deps, context, election, municipality, access, csrf: csrfTokenOf(token) })
  }
}
