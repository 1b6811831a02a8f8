import { findMunicipality, type SettingsVersion, settingsVersion } from '../../municipalities/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Desk, DeskRoute } from '../desk.ts'
import { notFoundPage } from '../refusal-pages.tsx'

/** A page of who runs the installation about one municipality: its settings, and nothing else of it. */
export interface MunicipalityDesk extends Desk {
  readonly about: { readonly municipalityId: MunicipalityId; readonly current: SettingsVersion }
}

/** For a page about the municipality whose NIS code stands in its address. */
export function withMunicipality(
  handle: (desk: MunicipalityDesk) => Response | Promise<Response>,
): DeskRoute['handle'] {
  return async (desk) => {
    const { database } = desk.deps
    const nisCode = desk.context.req.param('nisCode') ?? ''
    const found = /^\d{5}$/.test(nisCode) ? await findMunicipality(database, nisCode) : undefined
    if (!found) return notFoundPage(desk)
    const { municipalityId } = found
    const current = await database.inScope(staffOf(municipalityId), (db) =>
      settingsVersion(db, municipalityId),
    )
    return handle({ ...desk, about: { municipalityId, current } })
  }
}

/** The addresses of the pages about this municipality. */
export function placeOf({ about }: MunicipalityDesk): { readonly nisCode: string } {
  return { nisCode: about.current.document.nisCode }
}
