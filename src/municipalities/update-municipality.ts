import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { NotValid } from '../platform/document.ts'
import { sha256OfJson } from '../platform/hash.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type Refused, refused } from '../platform/result.ts'
import { takenField } from './add-municipality.ts'
import type { MunicipalitySettings } from './municipality.ts'
import { checkMunicipalityFile } from './municipality-file.ts'
import { insertSettings, lockMunicipality, selectSettings, updateIdentity } from './municipality-store.ts'

type Updated =
  | { ok: true; settings: MunicipalitySettings; version: number; changed: boolean }
  | NotValid
  | Refused<'unknown' | 'other-municipality' | 'already-there'>

/**
 * Stores the file as the next version of the settings; a file that says the same changes nothing. The NIS code
 * has to be the municipality's own, so that one municipality's file never lands on another.
 */
export async function updateMunicipality(
  { database }: { database: Database },
  { municipalityId, document, by }: { municipalityId: MunicipalityId; document: unknown; by: string },
): Promise<Updated> {
  const checked = checkMunicipalityFile(document)
  if (!checked.ok) return checked
  const settings = checked.value
  try {
    return await database.inScope(staffOf(municipalityId), async (db): Promise<Updated> => {
      const municipality = await lockMunicipality(db, municipalityId)
      const current = await selectSettings(db, municipalityId)
      if (!municipality || !current) return refused('unknown')
      if (municipality.nisCode !== settings.nisCode)
        return refused(
          'other-municipality',
          `the file is for NIS code ${settings.nisCode}, not ${municipality.nisCode}`,
        )
      if (sha256OfJson(current.document).equals(sha256OfJson(settings)))
        return { ok: true, settings, version: current.version, changed: false }
      const version = current.version + 1
      await updateIdentity(db, { municipalityId, ...settings })
      await insertSettings(db, municipalityId, { version, document: settings, by })
      await recordAudit(db, {
        municipalityId,
        actor: by,
        action: 'municipality.updated',
        details: { version },
      })
      return { ok: true, settings, version, changed: true }
    })
  } catch (error) {
    const field = takenField(error)
    if (field) return refused('already-there', `another municipality has this ${field}`)
    throw error
  }
}
