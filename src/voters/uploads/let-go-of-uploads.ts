import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { askToStop, deleteUploads, leftUploads } from './upload-store.ts'

/** Asks whichever process is busy with the list to stop: it does within a second or two, and nothing is kept of it. */
export async function stopReading(
  { database }: { database: Database },
  { election, by }: { election: Election; by: string },
): Promise<Result<object, 'nothing-to-stop'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await askToStop(db, { municipalityId, electionId }))) return refused('nothing-to-stop')
    const event = { municipalityId, actor: by, action: 'voters.reading-stopped', subject: electionId }
    await recordAudit(db, event)
    return { ok: true }
  })
}

/** Lets go of what was uploaded and left for a week: it holds personal data that nobody uses. */
export async function dropOldUploads(
  { database }: { database: Database },
  municipalityId: MunicipalityId,
): Promise<void> {
  await database.inScope(staffOf(municipalityId), async (db) => {
    for (const electionId of await leftUploads(db, municipalityId))
      await deleteUploads(db, { municipalityId, electionId })
  })
}
