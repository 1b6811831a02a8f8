import { mkdir } from 'node:fs/promises'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { NoPost } from '../../voters/index.ts'
import { createLetterMaker } from '../letter-source.ts'
import { countingScope } from '../reconciling/reconcile-letters.ts'
import type { CountingScope } from '../reconciling/reconciliation-overview.ts'
import { writtenIn } from '../written-in.ts'
import { isOthersFolder, writeManifest } from './print-manifest.ts'
import { type LetterToPrint, lettersToPrint, lettersUnderWay, sectionsToPrint } from './print-overview.ts'
import { insertPaperExceptions, insertPaperLetters, insertPrintFile, printFileNames } from './print-store.ts'
import { writePrintFile } from './write-print-file.ts'

export interface PrintDeps {
  readonly database: Database
  readonly typesetter: Typesetter
  readonly onProgress?: (done: number, total: number) => void
}

export interface PrintWanted {
  readonly election: Election
  readonly folder: string
  readonly by: string
  /** A larger section gets more files. Absent: a file per section, however large. */
  readonly lettersPerFile?: number
  /** Stops between two files; the next run goes on from there. */
  readonly signal?: AbortSignal
}

/** What was printed now; nothing when everybody who gets paper was in a print file already. */
export interface Printed {
  readonly files: number
  readonly letters: number
  readonly exceptions: number
}

type PrintRefusal = 'list-not-closed' | 'still-sending' | 'already-printing' | 'folder-of-others'

/**
 * Writes the paper letters that are in no print file yet: PDFs per section, beside each an index with a line per
 * letter, and a manifest with the hashes. A letter enters one print file only; one that no post can bring becomes
 * a named exception. Broken off, the next run writes what is left, under the same names.
 */
export async function printLetters(
  deps: PrintDeps,
  wanted: PrintWanted,
): Promise<Result<Printed, PrintRefusal>> {
  const staff = staffOf(wanted.election.municipalityId)
  const scope = await deps.database.inScope(staff, (db) => countingScope(db, wanted.election))
  if (!scope) return refused('list-not-closed')
  if (scope.policy === 'paper-for-the-rest') {
    const left = await deps.database.inScope(staff, (db) => lettersUnderWay(db, scope))
    if (left > 0) return refused('still-sending', `${left} letters: who gets paper is not known yet`)
  }
  if (await isOthersFolder(deps.database, wanted.election, wanted.folder))
    return refused('folder-of-others', wanted.folder)
  const printed = await deps.database.whileLocked(printLock(wanted.election), () =>
    printSections(deps, wanted, scope),
  )
  return printed ? { ok: true, ...printed } : refused('already-printing')
}

/** One process at a time prints an election. */
export function printLock({ municipalityId, electionId }: Election): string {
  return `print ${municipalityId} ${electionId}`
}

async function printSections(deps: PrintDeps, wanted: PrintWanted, scope: CountingScope): Promise<Printed> {
  const { database, onProgress } = deps
  const { election, folder, signal } = wanted
  const staff = staffOf(election.municipalityId)
  await mkdir(folder, { recursive: true })
  const makeLetters = createLetterMaker({ database })
  const sections = await database.inScope(staff, (db) => sectionsToPrint(db, scope))
  const total = sections.reduce((sum, { letters }) => sum + letters, 0)
  const printed = { files: 0, letters: 0, exceptions: 0 }
  const written: string[] = []
  for (const { section } of sections) {
    const due = await database.inScope(staff, (db) => lettersToPrint(db, scope, section))
    const byPost = due.filter(({ noPost }) => noPost === undefined)
    printed.exceptions += await exceptLetters(database, wanted, due)
    for (const letters of batchesOf(byPost, wanted.lettersPerFile)) {
      if (signal?.aborted) break
      written.push(await printOne(database, wanted, makeLetters, section, letters))
      printed.files++
      printed.letters += letters.length
      onProgress?.(printed.letters + printed.exceptions, total)
    }
    if (signal?.aborted) break
  }
  await writeManifest(deps, election, { folder, written })
  return printed
}

/** Letters that are printed on the same paper, at most so many to a file, in the order in which they come. */
function batchesOf(
  letters: readonly LetterToPrint[],
  perFile = Math.max(letters.length, 1),
): LetterToPrint[][] {
  return [...Map.groupBy(letters, ({ colour }) => colour).values()].flatMap((alike) =>
    Array.from({ length: Math.ceil(alike.length / perFile) }, (_, batch) =>
      alike.slice(batch * perFile, (batch + 1) * perFile),
    ),
  )
}

/** Answers the name of the file. */
async function printOne(
  database: Database,
  { election, folder, by }: PrintWanted,
  makeLetters: ReturnType<typeof createLetterMaker>,
  section: number,
  due: readonly LetterToPrint[],
): Promise<string> {
  const { municipalityId, code } = election
  const staff = staffOf(municipalityId)
  const taken = await database.inScope(staff, (db) => printFileNames(db, election))
  const paperColour = due[0]!.colour
  const name = freeName(`${code}-section-${String(section).padStart(3, '0')}-${paperColour}`, taken)
  const letters = due.map(({ letterId }) => letterId)
  const { spans, ...written } = await writePrintFile(makeLetters, election, { folder, name, letters })
  const printFileId = newId<string>()
  const cover = { section, paperColour, ...spans }
  await database.inScope(staff, async (db) => {
    const file = { printFileId, name, by, writtenIn: writtenIn(folder), letters: letters.length }
    await insertPrintFile(db, election, { ...file, ...written, cover })
    await insertPaperLetters(db, election, printFileId, letters)
    const event = { municipalityId, actor: by, action: 'letters.printed', subject: printFileId }
    await recordAudit(db, { ...event, details: { section, letters: letters.length } })
  })
  return name
}

const exceptions = { GONE: 'house-gone', RETURNED: 'post-returned' } as const satisfies Record<NoPost, string>

async function exceptLetters(
  database: Database,
  { election, by }: PrintWanted,
  due: readonly LetterToPrint[],
): Promise<number> {
  const excepted = due.flatMap(({ letterId, noPost }) =>
    noPost ? [{ letterId, exception: exceptions[noPost] }] : [],
  )
  if (excepted.length === 0) return 0
  const { municipalityId, electionId } = election
  await database.inScope(staffOf(municipalityId), async (db) => {
    await insertPaperExceptions(db, election, excepted)
    const event = { municipalityId, actor: by, action: 'letters.not-printed', subject: electionId }
    await recordAudit(db, { ...event, details: { letters: excepted.length } })
  })
  return excepted.length
}

/** Letters that come later (added voters, corrections) go into a further file of their section. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(number === 1 ? name : `${name}-${number}`)) number++
  return number === 1 ? name : `${name}-${number}`
}
