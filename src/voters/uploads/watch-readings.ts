import { setTimeout as sleep } from 'node:timers/promises'
import { listElections } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Logger } from '../../platform/log.ts'
import type { ImportDeps } from '../importing/import-voters.ts'
import { listPresets } from '../presets/load-preset.ts'
import { claimedFrom, readingLock, readLocked } from './read-upload.ts'
import { endUpload, filesOf, type QuietReading, quietReadings, takeOver } from './upload-store.ts'

type Deps = ImportDeps & { readonly log: Logger }

interface Watch {
  /** The municipalities of this installation, asked anew each time. */
  readonly municipalities: () => Promise<readonly MunicipalityId[]>
  readonly lookEveryMs?: number
}

/** A list that ends process after process is not the fault of a process. */
const mostTimes = 3

/**
 * Goes on with readings whose process is gone, until `stop`. Each web process does so; the lock of a reading sees to it that one
 * of them reads it.
 */
export function watchReadings(
  deps: Deps,
  { municipalities, lookEveryMs = 5000 }: Watch,
): { stop(): Promise<void> } {
  const shutdown = new AbortController()
  const { signal } = shutdown
  const looking = (async () => {
    while (!signal.aborted) {
      await takeOverReadings(deps, await municipalities().catch(() => [])).catch((error: Error) =>
        deps.log.warn({ error: error.message }, 'a voters list was not taken over; tried again'),
      )
      await sleep(lookEveryMs, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      shutdown.abort()
      await Promise.race([looking, sleep(1000)]) // a reading that goes on is left to who comes next
    },
  }
}

/** Looks once; answers when what was taken over is read. */
export async function takeOverReadings(deps: Deps, municipalities: readonly MunicipalityId[]): Promise<void> {
  if (municipalities.length === 0) return
  const quiet = await deps.database.inScope({ staff: municipalities }, (db) =>
    quietReadings(db, municipalities),
  )
  for (const reading of quiet)
    await deps.database.whileLocked(readingLock(reading), ({ lost }) => goOn(deps, reading, lost))
}

async function goOn(deps: Deps, reading: QuietReading, lost: AbortSignal): Promise<void> {
  const { municipalityId, electionId, by } = reading
  const begun = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    const times = await takeOver(db, reading)
    if (times === undefined) return undefined // it was over before its lock was free
    if (times > mostTimes) return void (await endUpload(db, reading, { state: 'failed' }))
    const elections = await listElections(db, municipalityId)
    return {
      election: elections.find((one) => one.electionId === electionId),
      files: await filesOf(db, reading),
      times,
    }
  })
  if (!begun?.election) return
  const { election, files, times } = begun
  deps.log.warn({ upload: reading.uploadId, times }, 'the reading of a voters list is taken over')
  const preset = listPresets().find(({ name }) => name === reading.preset)
  const key = { municipalityId, electionId, uploadId: reading.uploadId }
  const claimed = claimedFrom(key, { name: reading.sourceName, preset, files })
  await readLocked(deps, { election, claimed, by }, lost)
}
