import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import { csvRows } from '../platform/csv/write-csv.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import { newId } from '../platform/ids.ts'
import { createPrintFile } from '../platform/pdf/print-file.ts'
import { type Result, refused } from '../platform/result.ts'
import { createLetterMaker, type MadeLetter } from './letter-source.ts'
import { printFileFacts } from './print-overview.ts'
import {
  insertPaperExceptions,
  insertPrintFile,
  type LetterToPrint,
  lettersToPrint,
  type NewPrintFile,
  sectionsToPrint,
} from './print-store.ts'
import { countingScope } from './reconcile-letters.ts'
import type { CountingScope } from './reconciliation-overview.ts'

export interface PrintDeps {
  readonly database: Database
  readonly onProgress?: (done: number, total: number) => void
}

export interface PrintWanted {
  readonly election: Election
  readonly folder: string
  readonly by: string
  /** Stops between two sections; the next run goes on from there. */
  readonly signal?: AbortSignal
}

/** What was printed now; nothing when everybody who gets paper was in a print file already. */
export interface Printed {
  readonly files: number
  readonly letters: number
  readonly exceptions: number
}

const lettersAtOnce = 500

/**
 * Writes the paper letters that are in no print file yet: a PDF per section, beside it an index with a line per
 * letter, and a manifest with the hashes. A letter enters one print file only; one that no post can bring becomes
 * a named exception. Broken off, the next run writes what is left.
 */
export async function printLetters(
  { database, onProgress }: PrintDeps,
  { election, folder, by, signal }: PrintWanted,
): Promise<Result<Printed, 'list-not-closed'>> {
  const staff = staffOf(election.municipalityId)
  const scope = await database.inScope(staff, (db) => countingScope(db, election))
  if (!scope) return refused('list-not-closed')
  await mkdir(folder, { recursive: true })
  const sections = await database.inScope(staff, (db) => sectionsToPrint(db, scope))
  const total = sections.reduce((sum, { letters }) => sum + letters, 0)
  const printed = { files: 0, letters: 0, exceptions: 0 }
  for (const { section } of sections) {
    if (signal?.aborted) break
    const due = await database.inScope(staff, (db) => lettersToPrint(db, scope, section))
    const file = await printSection({ database, scope, election, folder, by }, section, due)
    if (file) printed.files++
    printed.letters += file?.letters ?? 0
    printed.exceptions += due.length - (file?.letters ?? 0)
    onProgress?.(printed.letters + printed.exceptions, total)
  }
  await writeManifest(database, election, folder)
  return { ok: true, ...printed }
}

interface Printing extends Pick<PrintWanted, 'election' | 'folder' | 'by'> {
  readonly database: Database
  readonly scope: CountingScope
}

async function printSection(
  printing: Printing,
  section: number,
  due: readonly LetterToPrint[],
): Promise<NewPrintFile | undefined> {
  const { database, scope, election, by } = printing
  const byPost = due.filter(({ noPost }) => noPost === null)
  const file = byPost.length > 0 ? await writePrintFile(printing, section, byPost) : undefined
  const { municipalityId } = election
  await database.inScope(staffOf(municipalityId), async (db) => {
    if (file)
      await insertPrintFile(
        db,
        scope,
        file,
        byPost.map(({ letterId }) => letterId),
      )
    await insertPaperExceptions(
      db,
      scope,
      due.filter(({ noPost }) => noPost !== null),
    )
    const details = { section, letters: file?.letters ?? 0, exceptions: due.length - byPost.length }
    const subject = file?.printFileId ?? election.electionId
    await recordAudit(db, { municipalityId, actor: by, action: 'letters.printed', subject, details })
  })
  return file
}

async function writePrintFile(
  { database, election, folder, by }: Printing,
  section: number,
  letters: readonly LetterToPrint[],
): Promise<NewPrintFile> {
  const { municipalityId, electionId, code } = election
  const taken = await database.inScope(staffOf(municipalityId), (db) =>
    printFileFacts(db, municipalityId, electionId),
  )
  const name = freeName(`${code}-section-${String(section).padStart(3, '0')}`, taken)
  const out = hashedFile(join(folder, `${name}.pdf.unfinished`))
  const printFile = createPrintFile(out.write)
  const makeLetters = createLetterMaker({ database })
  const index: (string | number)[][] = [
    ['sequence', 'letter_id', 'list_number', 'pages', 'pdf_sha256', 'first_address_line'],
  ]
  let pages = 0
  for (let start = 0; start < letters.length; start += lettersAtOnce) {
    const page = letters.slice(start, start + lettersAtOnce).map(({ letterId }) => letterId)
    const made = new Map(
      (await makeLetters(municipalityId, electionId, page)).map((one) => [one.letter.letter_id, one]),
    )
    for (const letterId of page) {
      const letter = made.get(letterId)!
      const added = letter.plate
        ? await printFile.addPressed(letter.plate, letter.pdf)
        : await printFile.addWhole(letter.pdf)
      index.push(indexRow(index.length, letter, added))
      pages += added
    }
  }
  await printFile.finish()
  const fileSha256 = await out.end()
  const indexCsv = csvRows(index)
  await writeFile(join(folder, `${name}.index.csv`), indexCsv)
  await rename(join(folder, `${name}.pdf.unfinished`), join(folder, `${name}.pdf`))
  const counts = { letters: letters.length, pages, fileSha256, indexSha256: sha256(indexCsv) }
  return { printFileId: newId<string>(), name: `${name}.pdf`, by, ...counts }
}

/** The first line of the address lets the printer's people check that sheet and index go together. */
function indexRow(sequence: number, { letter }: MadeLetter, pages: number): (string | number)[] {
  const hash = letter.pdf_sha256.toString('hex')
  return [sequence, letter.letter_id, letter.list_number, pages, hash, letter.facts.addressLines[0] ?? '']
}

/** Letters that come later (added voters, corrections) go into a further file of their section. */
function freeName(name: string, taken: readonly { name: string }[]): string {
  const names = new Set(taken.map((file) => file.name))
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`
    if (!names.has(`${candidate}.pdf`)) return candidate
  }
}

function hashedFile(path: string) {
  const hash = createHash('sha256')
  const stream = createWriteStream(path)
  return {
    async write(chunk: Uint8Array) {
      hash.update(chunk)
      if (!stream.write(chunk)) await once(stream, 'drain')
    },
    async end(): Promise<Buffer> {
      stream.end()
      await finished(stream)
      return hash.digest()
    },
  }
}

async function writeManifest(database: Database, election: Election, folder: string): Promise<void> {
  const { municipalityId, electionId, code } = election
  const files = await database.inScope(staffOf(municipalityId), (db) =>
    printFileFacts(db, municipalityId, electionId),
  )
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify({ election: code, files }, null, 2)}\n`)
}
