import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Election } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { coverOf, writeCovers } from './print-cover.ts'
import { endedInPrintFiles, type PrintFileFacts, paperExceptions, printFileFacts } from './print-overview.ts'
import { addressesOf, indexOf, pdfOf } from './write-print-file.ts'

/** What the list of files for the printer is called. */
export const manifestName = 'manifest.json'
const owner = z.object({ municipality: z.object({ nisCode: z.string() }), election: z.string() })

export interface FileInManifest extends PrintFileFacts {
  readonly pdf: string
  readonly index: string
  readonly addresses: string
  readonly coverSheet?: string
  /** List numbers of the letters in it that were replaced or withdrawn since it was written. */
  readonly noLongerValid: readonly number[]
}

/** The files of two elections, or of two municipalities, do not stand in one folder: their names may be the same. */
export async function isOthersFolder(
  database: Database,
  election: Election,
  folder: string,
): Promise<boolean> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined)
  const found = owner.safeParse(text && JSON.parse(text))
  if (!found.success) return false
  const { nisCode } = await municipalityOf(database, election)
  return found.data.municipality.nisCode !== nisCode || found.data.election !== election.code
}

/**
 * Says which files of this folder are whole and to be printed: a file that is not in it is not. `written` are those that
 * were written just now; of any other by a name that is in the books, the hash is held against the books first.
 */
export async function writeManifest(
  { database, typesetter }: { database: Database; typesetter: Typesetter },
  election: Election,
  { folder, written }: { folder: string; written: readonly string[] },
): Promise<void> {
  const { municipalityId, electionId, code } = election
  const { name, nisCode } = await municipalityOf(database, election)
  const { booked, ended, exceptions } = await database.inScope(staffOf(municipalityId), async (db) => ({
    booked: await printFileFacts(db, municipalityId, electionId),
    ended: await endedInPrintFiles(db, municipalityId, electionId),
    exceptions: await paperExceptions(db, municipalityId, electionId),
  }))
  const files: FileInManifest[] = []
  for (const file of booked) {
    const pdf = pdfOf(file.name)
    if (written.includes(file.name) || (await hashOf(join(folder, pdf))) === file.sha256)
      files.push({
        ...{ ...file, pdf, index: indexOf(file.name), addresses: addressesOf(file.name) },
        ...(file.cover && { coverSheet: coverOf(file.name) }),
        noLongerValid: ended.get(file.name) ?? [],
      })
  }
  const { postageMention } = election.ruleset
  await writeCovers(typesetter, folder, files, {
    municipality: name,
    election,
    postage: postageMention.value,
  })
  const manifest = { municipality: { name, nisCode }, election: code, files, exceptions }
  const path = join(folder, manifestName)
  await writeFile(`${path}.unfinished`, `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(`${path}.unfinished`, path)
}

function municipalityOf(database: Database, { municipalityId }: Election) {
  return database.inScope(staffOf(municipalityId), (db) => getSettings(db, municipalityId))
}

/** `undefined` when there is no such file here. */
async function hashOf(path: string): Promise<string | undefined> {
  if (!(await stat(path).catch(() => undefined))?.isFile()) return undefined
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
