import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { listsOf } from '../list-store.ts'
import { keepFile } from './kept-file.ts'
import {
  deleteFile,
  deleteUploads,
  endSilent,
  endUpload,
  insertUpload,
  latestUpload,
  noteProgress,
  type UploadKey,
} from './upload-store.ts'
import { isBusy, isWhole, type UploadedFile, type UploadPurpose } from './uploaded-list.ts'

export interface ReceiveDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
}

interface ReceiveFacts {
  readonly election: Election
  /** Name of the file. */
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
  /** Its length, when that is known. */
  readonly bytes?: number | undefined
  readonly by: string
}

/**
 * Takes in a voters list as it comes from a browser: sealed and in parts, never whole in memory. It waits there to be
 * read. An earlier upload is let go of. When the stream breaks nothing of it is left, and its error is thrown on.
 */
export function receiveList(
  deps: ReceiveDeps,
  facts: ReceiveFacts,
): Promise<Result<{ uploadId: string }, ReceiveRefusal | 'list-closed'>> {
  return receive(deps, facts, 'list', (isClosed) => (isClosed ? refused('list-closed') : undefined))
}

/** The same for a file that amends the list, once that is closed. Nothing of it is carried out yet. */
export function receiveAmendments(
  deps: ReceiveDeps,
  facts: ReceiveFacts,
): Promise<Result<{ uploadId: string }, ReceiveRefusal | 'list-not-closed'>> {
  return receive(deps, facts, 'amendments', (isClosed) => (isClosed ? undefined : refused('list-not-closed')))
}

const received = {
  list: { action: 'voters.list-uploaded' },
  amendments: { action: 'voters.amendments-uploaded' },
} as const

type ReceiveRefusal = 'already-reading' | 'upload-stopped' | 'file-empty'

async function receive<Because extends string>(
  deps: ReceiveDeps,
  { election, name, stream, bytes, by }: ReceiveFacts,
  purpose: UploadPurpose,
  untimely: (isClosed: boolean) => Refused<Because> | undefined,
): Promise<Result<{ uploadId: string }, ReceiveRefusal | Because>> {
  const { municipalityId, electionId } = election
  const key: UploadKey = { municipalityId, electionId, uploadId: newId() }
  const upload = { ...key, purpose, sourceName: name, totalBytes: bytes, by, at: deps.clock.now() }
  const scope = staffOf(municipalityId)
  const begun = await deps.database.inScope(scope, async (db) => {
    const lists = await listsOf(db, municipalityId, electionId)
    const refusal = untimely(lists.some(({ state }) => state === 'closed'))
    if (refusal) return refusal
    await endSilent(db, key)
    if (!(await insertUpload(db, upload))) return refused('already-reading')
    await deleteUploads(db, key, key.uploadId)
    await recordAudit(db, { municipalityId, actor: by, subject: key.uploadId, ...received[purpose] })
    return { ok: true as const }
  })
  if (!begun.ok) return begun
  let mustStop = false
  try {
    const totalBytes = await keepFile(deps, { key, file: purpose }, stream, async (bytes) => {
      mustStop = await deps.database.inScope(scope, (db) => noteProgress(db, key, { bytes, rows: 0 }))
      if (mustStop) throw new Error('stopped')
    })
    if (totalBytes === 0) {
      await deps.database.inScope(scope, (db) => deleteUploads(db, key))
      return refused('file-empty')
    }
    await deps.database.inScope(scope, (db) => endUpload(db, key, { state: 'waiting', totalBytes }))
    return { ok: true, uploadId: key.uploadId }
  } catch (error) {
    await deps.database.inScope(scope, (db) => deleteUploads(db, key))
    if (mustStop) return refused('upload-stopped')
    throw error
  }
}

/** Takes in a file that goes with the list that waits: a mending sheet, or one that its preset joins. */
export async function receiveBeside(
  deps: ReceiveDeps,
  { election, stream, file }: Pick<ReceiveFacts, 'election' | 'stream'> & { file: UploadedFile },
): Promise<Result<{ uploadId: string }, 'no-upload' | 'already-reading'>> {
  const { municipalityId, electionId } = election
  const scope = staffOf(municipalityId)
  const upload = await deps.database.inScope(scope, (db) => latestUpload(db, municipalityId, electionId))
  if (!upload || !isWhole(upload)) return refused('no-upload')
  if (isBusy(upload)) return refused('already-reading')
  const key: UploadKey = { municipalityId, electionId, uploadId: upload.uploadId }
  await deps.database.inScope(scope, (db) => deleteFile(db, key, file))
  try {
    await keepFile(deps, { key, file }, stream)
    return { ok: true, uploadId: upload.uploadId }
  } catch (error) {
    await deps.database.inScope(scope, (db) => deleteFile(db, key, file))
    throw error
  }
}
