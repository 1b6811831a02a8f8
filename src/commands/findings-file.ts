import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { App } from '../app.ts'
import type { Election } from '../elections/index.ts'
import { getSettings } from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { ListId } from '../platform/ids.ts'
import type { FindingsFile, ImportReport, TextLanguage } from '../voters/index.ts'

/** The CSV with all findings of one import. Until it is kept it stands under another name, and is not whole. */
export interface OpenFindingsFile extends FindingsFile {
  /** Puts it in its place, and answers where. */
  keep(): Promise<string>
  discard(): Promise<void>
}

/** Opens it in the data folder. It names rows, columns and reasons, and no cell of the list. */
export async function openFindingsFile(
  app: App,
  election: Election,
  { listId, language }: { listId: ListId; language: TextLanguage },
): Promise<OpenFindingsFile> {
  const path = await findingsPath(app, election, listId)
  const unfinished = `${path}.part`
  await mkdir(join(path, '..'), { recursive: true })
  const stream = createWriteStream(unfinished)
  const closed = async () => {
    stream.end()
    await finished(stream)
  }
  return {
    ...{ stream, language },
    async keep() {
      await closed()
      await rename(unfinished, path)
      return path
    },
    async discard() {
      await closed()
      await rm(unfinished, { force: true })
    },
  }
}

/** The file of a list that was imported here; nothing when nothing was found in it. */
export async function findingsFileOf(
  app: App,
  election: Election,
  listId: ListId,
): Promise<string | undefined> {
  const path = await findingsPath(app, election, listId)
  return existsSync(path) ? path : undefined
}

/** Municipality, election and import: a later import never writes over it. */
async function findingsPath(app: App, election: Election, listId: ListId): Promise<string> {
  const { municipalityId, code } = election
  const { slug } = await app.database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  return join(app.config.KIESLOKET_DATA_DIR, 'reports', `${slug}-${code}-findings-${listId}.csv`)
}

export function hasFindings({ errors, warnings }: Pick<ImportReport, 'errors' | 'warnings'>): boolean {
  return errors + warnings > 0
}

/** Where they all are, for whoever read the first of each. */
export function findingsFileLines(path: string | undefined): string[] {
  return path ? [`All of them, row by row: ${path}`] : []
}
