import { recordAudit } from '../platform/audit.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { NotValid } from '../platform/document.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type Refused, refused } from '../platform/result.ts'
import { type AlreadyThere, alreadyThere } from './add-municipality.ts'
import type { MunicipalitySettings } from './municipality.ts'
import { checkMunicipalityFile } from './municipality-file.ts'
import { insertSettings, lockMunicipality, selectSettings, updateIdentity } from './municipality-store.ts'
import { differences, type TextDifference } from './settings-differences.ts'

export interface MunicipalityChange {
  readonly municipalityId: MunicipalityId
  readonly document: unknown
  /** Who does it, for the audit log. */
  readonly by: string
  /** The municipality of a person who runs the installation: its log says so too, in the same transaction. */
  readonly operator?: MunicipalityId
  /** The version that was looked at; what somebody else recorded since is not written over unseen. Absent: whatever is there. */
  readonly basedOn?: number
}

/** Why something of the settings has to stay as it is, asked in the transaction of the change. */
export type HoldBack<Held extends Refused> = (
  db: Db,
  changed: readonly TextDifference[],
) => Promise<Held | undefined>

export type Updated<Held extends Refused = never> =
  | { ok: true; settings: MunicipalitySettings; version: number; changed: boolean }
  | NotValid
  | Refused<'unknown' | 'other-municipality' | 'changed-meanwhile'>
  | AlreadyThere
  | Held

/**
 * Stores the file as the next version of the settings; a file that says the same changes nothing. The NIS code
 * has to be the municipality's own, so that one municipality's file never lands on another. `holdBack` may refuse
 * by what it is that changes.
 */
export async function updateMunicipality<Held extends Refused = never>(
  { database }: { database: Database },
  change: MunicipalityChange,
  holdBack?: HoldBack<Held>,
): Promise<Updated<Held>> {
  const { municipalityId, operator } = change
  const checked = checkMunicipalityFile(change.document)
  if (!checked.ok) return checked
  try {
    return await database.inScope(
      operator === undefined ? staffOf(municipalityId) : { staff: [municipalityId, operator] },
      (db) => store(db, checked.value, change, holdBack),
    )
  } catch (error) {
    const taken = alreadyThere(error)
    if (taken) return taken
    throw error
  }
}

async function store<Held extends Refused>(
  db: Db,
  settings: MunicipalitySettings,
  { municipalityId, by, operator, basedOn }: MunicipalityChange,
  holdBack?: HoldBack<Held>,
): Promise<Updated<Held>> {
  const municipality = await lockMunicipality(db, municipalityId)
  const current = await selectSettings(db, municipalityId)
  if (!municipality || !current) return refused('unknown')
  if (municipality.nisCode !== settings.nisCode)
    return refused(
      'other-municipality',
      `the file is for NIS code ${settings.nisCode}, not ${municipality.nisCode}`,
    )
  const changed = differences(current.document, settings)
  if (changed.length === 0) return { ok: true, settings, version: current.version, changed: false }
  if (basedOn !== undefined && basedOn !== current.version)
    return refused('changed-meanwhile', `version ${current.version}`)
  const held = await holdBack?.(db, changed)
  if (held) return held
  const version = current.version + 1
  await updateIdentity(db, { municipalityId, ...settings })
  await insertSettings(db, municipalityId, { version, document: settings, by })
  const fields = changed.map(({ path }) => path).join(', ')
  await recordAudit(db, {
    municipalityId,
    actor: by,
    action: 'municipality.updated',
    details: { version, fields },
  })
  if (operator !== undefined) {
    const event = { municipalityId: operator, actor: by, action: 'installation.municipality-updated' }
    const details = { nisCode: settings.nisCode, municipality: settings.name, version, fields }
    await recordAudit(db, { ...event, details })
  }
  return { ok: true, settings, version, changed: true }
}
