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

/** Another municipality has what no two may share: its slug, its NIS code or its enterprise number. */
export type AlreadyThere = Refused<'already-there'> & { readonly field: TakenField }
export type TakenField = 'slug' | 'nisCode' | 'enterpriseNumber'

/**
 * Adds a municipality from its file. `by` is who does it, for the audit log. Refused with every fault of the
 * file, or when another municipality already has the slug, the NIS code or the enterprise number. `operator` is the
 * municipality of a person who runs the installation: its log says so too, in the same transaction.
 */
export async function addMunicipality(
  { database }: { database: Database },
  { document, by, operator }: { document: unknown; by: string; operator?: MunicipalityId },
): Promise<
  { ok: true; municipalityId: MunicipalityId; settings: MunicipalitySettings } | NotValid | AlreadyThere
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
          await recordAudit(db, {
            ...event,
            details: { nisCode: settings.nisCode, municipality: settings.name },
          })
        }
      },
    )
  } catch (error) {
    const taken = alreadyThere(error)
    if (taken) return taken
    throw error
  }
  return { ok: true, municipalityId, settings }
}

/** That a field of the file is already another municipality's, if that is what the database says. */
export function alreadyThere(error: unknown): AlreadyThere | undefined {
  const field = takenFields[violatedConstraint(error, 'unique') ?? '']
  return field && { ...refused('already-there', `another municipality has this ${field}`), field }
}

const takenFields: Readonly<Record<string, TakenField>> = {
  municipality_slug_key: 'slug',
  municipality_nis_code_key: 'nisCode',
  municipality_enterprise_number_key: 'enterpriseNumber',
}
