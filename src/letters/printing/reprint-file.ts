import { mkdir } from 'node:fs/promises'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { createLetterMaker } from '../letter-source.ts'
import { writtenIn } from '../written-in.ts'
import { freeName, type PrintDeps, printLock } from './print-letters.ts'
import { isOthersFolder, writeManifest } from './print-manifest.ts'
import {
  findPrintFile,
  insertPrintFile,
  lettersInPrintFile,
  moveToPrintFile,
  printFileNames,
} from './print-store.ts'
import { writePrintFile } from './write-print-file.ts'

export interface ReprintWanted {
  readonly election: Election
  readonly folder: string
  /** The print file to be made again, by its name; with or without `.pdf`. */
  readonly file: string
  /** Why the first one will not be used: without that, voters would get two letters. */
  readonly reason: string
  readonly by: string
}

export interface Reprinted {
  readonly name: string
  readonly letters: number
}

type ReprintRefusal =
  | 'no-such-print-file'
  | 'reprinted-already'
  | 'reason-missing'
  | 'already-printing'
  | 'folder-of-others'
  | NumberInText

/**
 * Makes a print file again because the first one was lost or spoilt. The new one takes its place in the books: a
 * letter stays in one file. Letters that are no longer current are left out.
 */
export async function reprintFile(
  deps: PrintDeps,
  wanted: ReprintWanted,
): Promise<Result<Reprinted, ReprintRefusal>> {
  if (wanted.reason.trim().length < 3) return refused('reason-missing')
  const inText = refuseNumbers(wanted.reason)
  if (inText) return inText
  const { database } = deps
  if (await isOthersFolder(database, wanted.election, wanted.folder))
    return refused('folder-of-others', wanted.folder)
  const answer = await database.whileLocked(printLock(wanted.election), () => reprint(deps, wanted))
  return answer ?? refused('already-printing')
}

async function reprint(
  deps: PrintDeps,
  { election, folder, file, reason, by }: ReprintWanted,
): Promise<Result<Reprinted, ReprintRefusal>> {
  const { database } = deps
  const { municipalityId } = election
  const staff = staffOf(municipalityId)
  const spoilt = file.replace(/\.pdf$/, '')
  const { found, letters, taken } = await database.inScope(staff, async (db) => {
    const found = await findPrintFile(db, election, spoilt)
    const letters = found ? await lettersInPrintFile(db, election, found.printFileId) : []
    return { found, letters, taken: await printFileNames(db, election) }
  })
  if (!found) return refused('no-such-print-file', file)
  if (found.replacedBy) return refused('reprinted-already', `as ${found.replacedBy}`)
  const name = freeName(`${spoilt}-reprint`, taken)
  await mkdir(folder, { recursive: true })
  const { spans, ...written } = await writePrintFile(createLetterMaker({ database }), election, {
    folder,
    name,
    letters,
  })
  const printFileId = newId<string>()
  const because = { of: found.printFileId, reason }
  await database.inScope(staff, async (db) => {
    const cover = { section: found.section, paperColour: found.paperColour, ...spans }
    const counts = { letters: letters.length, writtenIn: writtenIn(folder), ...written, cover }
    await insertPrintFile(db, election, { printFileId, name, by, reprint: because, ...counts })
    await moveToPrintFile(db, election, printFileId, letters)
    const event = { municipalityId, actor: by, action: 'letters.reprinted', subject: printFileId }
    await recordAudit(db, { ...event, details: { ...because, letters: letters.length } })
  })
  await writeManifest(deps, election, { folder, written: [name] })
  return { ok: true, name, letters: letters.length }
}
