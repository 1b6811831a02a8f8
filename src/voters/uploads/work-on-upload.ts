import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { endUpload, noteProgress, type UploadKey } from './upload-store.ts'
import type { UploadedList } from './uploaded-list.ts'

const millisecondsBetween = 1000

export interface WorkOnUpload {
  /** How far it is: seen by who looks within a second. */
  readonly note: (progress: Pick<UploadedList, 'bytes' | 'rows'>) => void
  /** Aborted when somebody asked it to stop, or took the upload away. */
  readonly signal: AbortSignal
}

/**
 * Does long work on an upload that was claimed, and lets everybody see that it goes on. The work writes down how it ended;
 * when it throws, the upload has failed.
 */
export async function workOnUpload<T>(
  { database }: { readonly database: Database },
  key: UploadKey,
  work: (watch: WorkOnUpload) => Promise<T>,
): Promise<T> {
  const stopping = new AbortController()
  const seen = { bytes: 0, rows: 0 }
  const scope = staffOf(key.municipalityId)
  const look = async () => {
    if (await database.inScope(scope, (db) => noteProgress(db, key, seen))) stopping.abort()
  }
  // What is wrong with the database, the work itself finds out.
  const beat = setInterval(() => void look().catch(() => {}), millisecondsBetween)
  try {
    await look()
    return await work({ note: (progress) => Object.assign(seen, progress), signal: stopping.signal })
  } catch (error) {
    await database.inScope(scope, (db) => endUpload(db, key, { state: 'failed' })).catch(() => {})
    throw error
  } finally {
    clearInterval(beat)
  }
}
