import { PassThrough, type Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Finding } from '../checking/import-finding.ts'
import type { ImportDeps } from '../importing/import-voters.ts'
import type { ListSource } from '../importing/read-rows.ts'
import { readMendingSheet } from '../mending/read-mending-sheet.ts'
import { writeMendingSheet } from '../mending/write-mending-sheet.ts'
import { listPresets } from '../presets/load-preset.ts'
import { openKept } from './kept-file.ts'
import { sourceOfUpload } from './read-upload.ts'
import { filesOf, latestUpload, type UploadKey } from './upload-store.ts'
import { isBusy, type UploadedList, type UploadPurpose } from './uploaded-list.ts'

interface FileOfUpload {
  readonly election: Election
  readonly by: string
}

/** Everything that was found in the upload, row by row, as CSV. It names rows, columns and reasons, and no cell. */
export async function openFindings(
  deps: Pick<ImportDeps, 'database' | 'vault'>,
  { election, purpose }: Pick<FileOfUpload, 'election'> & { readonly purpose?: UploadPurpose },
): Promise<Result<{ stream: AsyncIterable<Uint8Array> }, 'no-upload'>> {
  const found = await readableUpload(deps, election, purpose)
  if (!found?.files.has('findings')) return refused('no-upload')
  return { ok: true, stream: openKept(deps, { key: found.key, file: 'findings' }) }
}

/**
 * The mending sheet of the upload: the rows in which something was found, with a cell for what they have to say. It is
 * written as it is read, from the list itself; that somebody asked for it stays in the audit log.
 */
export async function openMendingSheet(
  deps: ImportDeps,
  { election, by }: FileOfUpload,
): Promise<Result<{ stream: Readable }, 'no-upload'>> {
  const found = await readableUpload(deps, election)
  if (!found?.files.has('across-rows') && !found?.files.has('findings')) return refused('no-upload')
  const { key } = found
  const lines = await text(openKept(deps, { key, file: 'across-rows' }))
  const acrossRows = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Finding)
  const source = await keptSource(deps, found)
  const stream = new PassThrough()
  writeMendingSheet(deps, { election, source, acrossRows, sheet: { stream, language: 'nl' }, by }).then(
    () => stream.end(),
    (error) => stream.destroy(error),
  )
  return { ok: true, stream }
}

/** The list as it is kept, from its beginning, with what was mended in it. */
export async function keptSource(
  deps: ImportDeps,
  { key, files, upload }: ReadableUpload,
): Promise<ListSource> {
  const preset = listPresets().find(({ name }) => name === upload.preset)
  const joined = (preset?.joined ?? []).map(({ name }) => name)
  const claimed = { key, source: { name: upload.sourceName, preset, joined }, sheet: undefined }
  const mending = files.has('sheet')
    ? (await readMendingSheet(openKept(deps, { key, file: 'sheet' }))).mending
    : undefined
  return { ...sourceOfUpload(deps, claimed), mending }
}

export interface ReadableUpload {
  readonly key: UploadKey
  readonly upload: UploadedList
  readonly files: ReadonlySet<string>
}

/** The upload of now, when nothing is busy with it. */
export async function readableUpload(
  { database }: Pick<ImportDeps, 'database'>,
  { municipalityId, electionId }: Election,
  purpose?: UploadPurpose,
): Promise<ReadableUpload | undefined> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const upload = await latestUpload(db, municipalityId, electionId, purpose)
    if (!upload || isBusy(upload)) return undefined
    const key = { municipalityId, electionId, uploadId: upload.uploadId }
    return { key, upload, files: await filesOf(db, key) }
  })
}
