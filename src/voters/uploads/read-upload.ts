import { PassThrough, Readable } from 'node:stream'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type ListId, newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Finding } from '../checking/import-finding.ts'
import { type ImportDeps, type ImportOutcome, importVoters } from '../importing/import-voters.ts'
import type { ListSource } from '../importing/read-rows.ts'
import { type MendOutcome, mendList } from '../mending/mend-list.ts'
import { listPresets } from '../presets/load-preset.ts'
import type { Preset } from '../presets/preset.ts'
import { keepFile, openKept } from './kept-file.ts'
import {
  claimUpload,
  deleteFile,
  dropNewFiles,
  endSilent,
  endUpload,
  filesOf,
  latestUpload,
  noteProgress,
  replaceReadingFiles,
  type UploadKey,
} from './upload-store.ts'
import type {
  UploadedFile,
  UploadedList,
  UploadOutcome,
  UploadPurpose,
  UploadState,
} from './uploaded-list.ts'

const millisecondsBetween = 1000
/** How many findings of each kind the page of a refused list shows; the file has them all. */
export const mostShownOfEach = 20

/** An upload that is about to be read, by this process alone. */
export interface Claimed {
  readonly key: UploadKey
  readonly source: Pick<ListSource, 'name' | 'preset'> & { readonly joined: readonly string[] }
  /** The mending sheet that is put in; absent: none came back. */
  readonly sheet: 'sheet' | 'new sheet' | undefined
}

type ClaimRefusal = 'no-upload' | 'already-reading' | 'no-such-preset' | 'file-missing'

/**
 * Begins to read the list that was uploaded last, with a preset or as our own format. The caller then runs `readUpload`
 * without waiting for it: who asked has gone on. `file-missing` names the file that the preset joins.
 */
export async function claimReading(
  { database }: Pick<ImportDeps, 'database'>,
  { election, preset: presetName, by }: { election: Election; preset: string | undefined; by: string },
): Promise<Result<{ claimed: Claimed }, ClaimRefusal>> {
  const { municipalityId, electionId } = election
  const preset = presetName === undefined ? undefined : listPresets().find(({ name }) => name === presetName)
  if (presetName !== undefined && !preset) return refused('no-such-preset')
  return database.inScope(staffOf(municipalityId), async (db) => {
    await endSilent(db, { municipalityId, electionId })
    const upload = await latestUpload(db, municipalityId, electionId)
    if (!upload) return refused('no-upload')
    const key: UploadKey = { municipalityId, electionId, uploadId: upload.uploadId }
    const files = await filesOf(db, key)
    if (!files.has('list')) return refused('no-upload')
    const missing = missingFile(preset, files)
    if (missing) return refused('file-missing', missing)
    if (!(await claimUpload(db, key, { preset: presetName, by }))) return refused('already-reading')
    return { ok: true, claimed: claimedFrom(key, { name: upload.sourceName, preset, files }) }
  })
}

/** What is read, from the files that an upload has. */
export function claimedFrom(
  key: UploadKey,
  { name, preset, files }: { name: string; preset: Preset | undefined; files: ReadonlySet<string> },
): Claimed {
  const joined = (preset?.joined ?? []).map((one) => one.name)
  return { key, source: { name, preset, joined }, sheet: sheetIn(files) }
}

function sheetIn(files: ReadonlySet<string>): Claimed['sheet'] {
  return (['new sheet', 'sheet'] as const).find((file) => files.has(file))
}

function missingFile(preset: Preset | undefined, files: ReadonlySet<string>): string | undefined {
  return (preset?.joined ?? []).map(({ name }) => name).find((name) => !files.has(`joined ${name}`))
}

/** The list of an upload, from its beginning. */
export function sourceOfUpload(deps: ImportDeps, { key, source }: Claimed, bytes?: number): ListSource {
  const open = (file: UploadedFile) => Readable.from(openKept(deps, { key, file }), { objectMode: false })
  return {
    ...{ name: source.name, preset: source.preset, stream: open('list') },
    ...(bytes !== undefined && { bytes }),
    ...(source.joined.length > 0 && {
      joined: Object.fromEntries(source.joined.map((name) => [name, open(`joined ${name}`)])),
    }),
  }
}

/**
 * Reads an upload and imports it, together with its mending sheet when it came back. How far it is and how it ended are
 * written down for whoever looks; somebody may ask it to stop. Bugs and outages throw, and are its end as well. It is read under a
 * lock that is free when this process is gone: another then reads it (`watchReadings`), and what is left of this one
 * writes nothing more.
 */
export async function readUpload(deps: ImportDeps, reading: ReadingOf): Promise<UploadState> {
  const name = readingLock(reading.claimed.key)
  return (await deps.database.whileLocked(name, ({ lost }) => readLocked(deps, reading, lost))) ?? 'reading'
}

export interface ReadingOf {
  readonly election: Election
  readonly claimed: Claimed
  readonly by: string
}

export function readingLock({ municipalityId, uploadId }: UploadKey): string {
  return `reading ${municipalityId} ${uploadId}`
}

/** For who holds the lock of this reading. */
export async function readLocked(
  deps: ImportDeps,
  { election, claimed, by }: ReadingOf,
  lost: AbortSignal,
): Promise<UploadState> {
  const { key } = claimed
  const stopping = new AbortController()
  const seen = { bytes: 0, rows: 0 }
  const scope = staffOf(key.municipalityId)
  const look = async () => {
    if (lost.aborted) return
    if (await deps.database.inScope(scope, (db) => noteProgress(db, key, seen))) stopping.abort()
  }
  // What is wrong with the database, the import itself finds out.
  const beat = setInterval(() => void look().catch(() => {}), millisecondsBetween)
  const onProgress: ImportDeps['onProgress'] = ({ done, rows }) => Object.assign(seen, { bytes: done, rows })
  try {
    await look()
    const outcome = await importKeeping(
      { ...deps, onProgress },
      { election, claimed, by, signal: AbortSignal.any([stopping.signal, lost]) },
    )
    if (lost.aborted) return 'reading'
    return await deps.database.inScope(scope, async (db) => {
      const before = await latestUpload(db, key.municipalityId, key.electionId)
      await ('report' in outcome ? replaceReadingFiles(db, key) : dropNewFiles(db, key))
      const end = endOf(outcome, { before: before?.outcome, isStopped: stopping.signal.aborted })
      await endUpload(db, key, end)
      return end.state
    })
  } catch (error) {
    if (!lost.aborted)
      await deps.database.inScope(scope, (db) => endUpload(db, key, { state: 'failed' })).catch(() => {})
    throw error
  } finally {
    clearInterval(beat)
  }
}

interface Reading {
  readonly election: Election
  readonly claimed: Claimed
  readonly by: string
  readonly signal: AbortSignal
}

/** Imports, and keeps all findings as a file, and those between rows for the mending sheet. */
async function importKeeping(
  deps: ImportDeps,
  { election, claimed, by, signal }: Reading,
): Promise<ImportOutcome | MendOutcome> {
  const { key, sheet } = claimed
  await deps.database.inScope(staffOf(key.municipalityId), async (db) => {
    for (const file of ['new findings', 'new across-rows'] as const) await deleteFile(db, key, file)
  })
  const stream = new PassThrough()
  const kept = keepFile(deps, { key, file: 'new findings' }, stream)
  kept.catch((error) => stream.destroy(error))
  const acrossRows: Finding[] = []
  const findingsFile = { stream, language: 'nl' as const }
  const source = sourceOfUpload(deps, claimed)
  const facts = { election, source, by, signal, findingsFile, acrossRows, listId: newId<ListId>() }
  try {
    if (!sheet) return await importVoters(deps, facts)
    return await mendList(deps, { ...facts, sheet: openKept(deps, { key, file: sheet }) })
  } finally {
    stream.end()
    await kept
    const lines = acrossRows.map((found) => `${JSON.stringify(found)}\n`)
    await keepFile(deps, { key, file: 'new across-rows' }, Readable.from(lines))
  }
}

/** A sheet that is refused leaves the report that it was made for as it was. */
function endOf(
  outcome: ImportOutcome | MendOutcome,
  { before, isStopped }: { before: UploadOutcome | undefined; isStopped: boolean },
): { state: UploadState; outcome?: UploadOutcome; listId?: ListId } {
  if (outcome.ok) return { state: 'imported', listId: outcome.listId }
  if (outcome.because === 'interrupted') return { state: isStopped ? 'stopped' : 'failed' }
  const { because, detail } = outcome
  return {
    state: 'refused',
    outcome: {
      ...{ ok: false, because },
      ...(detail && { detail }),
      ...('fault' in outcome && { fault: outcome.fault }),
      ...('facts' in outcome && outcome.facts && { facts: outcome.facts }),
      ...(before?.report && { report: before.report }),
      ...('report' in outcome && { report: shortened(outcome.report) }),
      ...('findings' in outcome && { sheetFindings: outcome.findings.slice(0, 500) }),
    },
  }
}

function shortened({ voters, errors, warnings, counts, findings }: NonNullable<UploadOutcome['report']>) {
  return { ...{ voters, errors, warnings, counts }, findings: firstOfEach(findings) }
}

/** The first findings of each kind, in their order. */
export function firstOfEach(findings: readonly Finding[], most = mostShownOfEach): Finding[] {
  const shown = new Map<string, number>()
  return findings.filter(({ code }) => {
    const count = (shown.get(code) ?? 0) + 1
    shown.set(code, count)
    return count <= most
  })
}

/** How far an upload is, and what became of it. */
export async function findUpload(
  { database }: Pick<ImportDeps, 'database'>,
  { municipalityId, electionId }: Election,
  purpose?: UploadPurpose,
): Promise<UploadedList | undefined> {
  return database.inScope(staffOf(municipalityId), (db) =>
    latestUpload(db, municipalityId, electionId, purpose),
  )
}
