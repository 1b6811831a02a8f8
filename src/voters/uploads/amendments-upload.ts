import { PassThrough } from 'node:stream'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { Finding } from '../checking/import-finding.ts'
import { writeFindingsCsv } from '../importing/finding-log.ts'
import { keepFile } from './kept-file.ts'
import {
  claimToCarryOut,
  claimUpload,
  deleteFile,
  endSilent,
  endUpload,
  filesOf,
  latestUpload,
  type UploadKey,
} from './upload-store.ts'
import { isWhole, type UploadOutcome } from './uploaded-list.ts'

/** A file of amendments that this process alone looks through or carries out. */
export interface ClaimedAmendments {
  readonly key: UploadKey
  /** Length of the file in bytes. */
  readonly bytes: number
}

export interface AmendmentsClaim {
  readonly election: Election
  readonly by: string
  readonly to: 'look' | 'carry-out'
}

/**
 * Takes the file that was uploaded last for this process: to look what it would do, or to carry out what was foreseen. Who
 * asked does not wait for it. `nothing-foreseen`: somebody decided already, or it has to be looked through again.
 */
export async function claimAmendments(
  { database }: { readonly database: Database },
  { election: { municipalityId, electionId }, by, to }: AmendmentsClaim,
): Promise<Result<{ claimed: ClaimedAmendments }, 'no-upload' | 'already-reading' | 'nothing-foreseen'>> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    await endSilent(db, { municipalityId, electionId })
    const upload = await latestUpload(db, municipalityId, electionId, 'amendments')
    if (!upload || !isWhole(upload)) return refused('no-upload')
    const key: UploadKey = { municipalityId, electionId, uploadId: upload.uploadId }
    if (!(await filesOf(db, key)).has('amendments')) return refused('no-upload')
    const claimed = { key, bytes: upload.totalBytes ?? 0 }
    if (to === 'carry-out')
      return (await claimToCarryOut(db, key)) ? { ok: true, claimed } : refused('nothing-foreseen')
    if (!(await claimUpload(db, key, { by }))) return refused('already-reading')
    const event = { municipalityId, actor: by, action: 'voters.amendments-checked', subject: key.uploadId }
    await recordAudit(db, event)
    return { ok: true, claimed }
  })
}

export type AmendmentsEnd =
  | { readonly state: 'foreseen'; readonly foreseen: object }
  | { readonly state: 'carried-out'; readonly foreseen: object }
  | { readonly state: 'refused'; readonly outcome: UploadOutcome }
  | { readonly state: 'stopped' }

/** Writes down how it ended. What was carried out is let go of: it holds personal data that nobody needs any more. */
export async function endAmendments(db: Db, key: UploadKey, end: AmendmentsEnd): Promise<void> {
  await endUpload(db, key, end)
  if (end.state === 'carried-out')
    for (const file of ['amendments', 'findings'] as const) await deleteFile(db, key, file)
}

/** Keeps what is wrong, row by row, as the file that a clerk downloads. */
export async function keepFindings(
  deps: { readonly database: Database; readonly vault: Vault },
  key: UploadKey,
  findings: readonly Finding[],
): Promise<void> {
  await deps.database.inScope(staffOf(key.municipalityId), (db) => deleteFile(db, key, 'findings'))
  const stream = new PassThrough()
  const kept = keepFile(deps, { key, file: 'findings' }, stream)
  kept.catch((error) => stream.destroy(error))
  await writeFindingsCsv(findings, { stream, language: 'nl' })
  stream.end()
  await kept
}
