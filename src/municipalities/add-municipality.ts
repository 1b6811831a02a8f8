import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { violatedConstraint } from '../platform/db/violation.ts'
import type { NotValid } from '../platform/document.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type Refused, refused } from '../platform/result.ts'
import type { MunicipalitySettings } from './municipality.ts'
import { checkMunicipalityFile } from './municipality-file.ts'
import { insertMunicipality, insertSettings, nextMunicipalityId } from './municipality-store.ts'

/**
 * Adds a municipality from its file. `by` is who does it, for the audit log. Refused with every fault of the
 * file, or when another municipality already has the slug, the NIS code or the enterprise number. `operator` is the
 * municipality of a person who runs the installation: its log says so too, in the same transaction.
 */
export async function addMunicipality(
  { database }: { database: Database },
  { document, by, operator }: { document: unknown; by: string; operator?: MunicipalityId },
): Promise<
  | { ok: true; municipalityId: MunicipalityId; settings: MunicipalitySettings }
  | NotValid
  | Refused<'already-there'>
> {
  const checked = checkMunicipalityFile(document)
  if (!checked.ok) return checked
  const settings = checked.value
  const municipalityId = await database.inScope({ directory: true }, nextMunicipalityId)
  try {
    await database.inScope(
      operator ? { staff: [municipalityId, operator] } : staffOf(municipalityId),
      async (db) => {
        await insertMunicipality(db, { municipalityId, ...settings })
        await insertSettings(db, municipalityId, { version: 1, document: settings, by })
        await recordAudit(db, {
          municipalityId,
          actor: by,
          action: 'municipality.added',
          details: { version: 1 },
        })
        if (operator) {
          const event = { municipalityId: operator, actor: by, action: 'installation.municipality-added' }
          await recordAudit(db, { ...event, details: { nisCode: settings.nisCode } })
        }
      },
    )
  } catch (error) {
    const field = takenField(error)
    if (field) return refused('already-there', `another municipality has this ${field}`)
    throw error
  }
  return { ok: true, municipalityId, settings }
}

/** Which field of the file is already another municipality's, if that is what the database says. */
export function takenField(error: unknown): 'slug' | 'nisCode' | 'enterpriseNumber' | undefined {
  const constraint = violatedConstraint(error, 'unique')
  if (constraint === 'municipality_slug_key') return 'slug'
  if (constraint === 'municipality_nis_code_key') return 'nisCode'
  if (constraint === 'municipality_enterprise_number_key') return 'enterpriseNumber'
  return undefined
}
