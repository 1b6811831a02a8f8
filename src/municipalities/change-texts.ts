import { recordAudit } from '../platform/audit.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type Refused, refused } from '../platform/result.ts'
import {
  insertSettings,
  lockMunicipality,
  type SettingsVersion,
  selectSettings,
} from './municipality-store.ts'
import { type OwnTexts, textDifferences, withOwnTexts } from './own-texts.ts'
import type { TextFault } from './settings-faults.ts'
import { mayDo, type Staff } from './staff.ts'

interface Change {
  readonly staff: Staff
  readonly texts: OwnTexts
  /** The version that the texts were changed from; that of somebody else is never written over unseen. */
  readonly basedOn: number
}

type Changed =
  | { ok: true; version: number; changed: boolean }
  | (Refused<'not-valid'> & { faults: readonly TextFault[] })
  | Refused<'right-missing' | 'changed-meanwhile'>

/**
 * Stores these texts as the next version of the settings, in which all else stays as it is. The same texts again change
 * nothing. Refused when another version came in since, and when a check of the municipality file finds a fault.
 */
export async function changeTexts(
  { database }: { database: Database },
  { staff, texts, basedOn }: Change,
): Promise<Changed> {
  if (!mayDo(staff, 'municipality.manage')) return refused('right-missing')
  const { municipalityId, staffId } = staff
  return database.inScope(staffOf(municipalityId), async (db): Promise<Changed> => {
    await lockMunicipality(db, municipalityId)
    const current = await settingsVersion(db, municipalityId)
    const next = withOwnTexts(current.document, texts)
    if (!next.ok) return { ...refused('not-valid'), faults: next.faults }
    const differences = textDifferences(current.document, next.settings)
    if (differences.length === 0) return { ok: true, version: current.version, changed: false }
    if (current.version !== basedOn) return refused('changed-meanwhile', `version ${current.version}`)
    const version = current.version + 1
    await insertSettings(db, municipalityId, { version, document: next.settings, by: staffId })
    const fields = differences.map(({ path }) => path).join(', ')
    const event = { municipalityId, actor: staffId, action: 'municipality.texts-changed' }
    await recordAudit(db, { ...event, details: { version, fields } })
    return { ok: true, version, changed: true }
  })
}

/** The settings in force, with their version. Throws when there are none in this scope. */
export async function settingsVersion(db: Db, municipalityId: MunicipalityId): Promise<SettingsVersion> {
  const current = await selectSettings(db, municipalityId)
  if (!current) throw new Error(`no settings of municipality ${municipalityId} in this scope`)
  return current
}
