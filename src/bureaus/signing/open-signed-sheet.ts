import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { SheetId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import type { EvidenceType } from '../evidence/evidence.ts'
import { openFile } from '../listing/packed.ts'
import { selectSealedSheet } from './signed-sheet-store.ts'

/** A signed sheet as it was kept. Whoever opens it leaves a trace: it names people. */
export async function openSignedSheet(
  { database, vault }: { readonly database: Database; readonly vault: Pick<Vault, 'open'> },
  { election, sheetId, by }: { readonly election: Election; readonly sheetId: SheetId; readonly by: string },
): Promise<{ readonly type: EvidenceType; readonly bytes: Buffer } | undefined> {
  const { municipalityId } = election
  const kept = await database.inScope(staffOf(municipalityId), async (db) => {
    const found = await selectSealedSheet(db, election, sheetId)
    if (found)
      await recordAudit(db, {
        ...{ municipalityId, actor: by, action: 'bureaus.signed-sheet-opened', subject: sheetId },
      })
    return found
  })
  return kept && { type: kept.type, bytes: await openFile(vault, kept.sealed) }
}
