import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Certified, sha256 } from './certificate-files.ts'

/** The list that was imported and what lies in the print folder, read by nothing of the product. */

export interface ListedPerson {
  /** SHA-256 of the national number: how the stand-in names a recipient. */
  readonly recipient: string
  readonly section: number
}

/** By list number. */
export type List = ReadonlyMap<number, ListedPerson>

export async function readList(file: string): Promise<List> {
  const rows = rowsOf(await readFile(file, 'utf8'))
  return new Map(
    rows.map((row) => [Number(row.list_number), personOf(row.national_number ?? '', Number(row.section))]),
  )
}

export function personOf(nationalNumber: string, section: number): ListedPerson {
  return { recipient: sha256(nationalNumber).toString('hex'), section }
}

export interface PrintedLetter {
  readonly file: string
  readonly letter: string
  readonly listNumber: number
  readonly sha256: string
}

/** The letters of the certified print files by their indexes, and what of those files is not as certified. */
export async function readPrintFolder(
  folder: string,
  { printFiles }: Certified['paper'],
): Promise<{ printed: PrintedLetter[]; differences: string[] }> {
  const printed: PrintedLetter[] = []
  const differences: string[] = []
  for (const { name, letters, pages, sha256: pdf, indexSha256 } of printFiles) {
    const index = await readFile(join(folder, `${name}.index.csv`))
    const rows = rowsOf(index.toString('utf8'))
    const checks: [boolean, string][] = [
      [(await hashOf(join(folder, `${name}.pdf`))) === pdf, 'the PDF has another hash than certified'],
      [sha256(index).toString('hex') === indexSha256, 'the index has another hash than certified'],
      [rows.length === letters, `${rows.length} letters, ${letters} certified`],
      [rows.reduce((sum, row) => sum + Number(row.pages), 0) === pages, 'other pages than certified'],
    ]
    differences.push(...checks.flatMap(([holds, what]) => (holds ? [] : [`print file ${name}: ${what}`])))
    for (const row of rows)
      printed.push({
        ...{
          file: name,
          letter: row.letter_id!,
          listNumber: Number(row.list_number),
          sha256: row.pdf_sha256!,
        },
      })
  }
  return { printed, differences }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Rows of a CSV file by the names of its first row; fields with quotes may hold anything. */
function rowsOf(text: string): Readonly<Record<string, string>>[] {
  const [names, ...rows] = fieldsOf(text.replace(/^\uFEFF/, ''))
  return rows.map((fields) => Object.fromEntries(names!.map((name, place) => [name, fields[place] ?? ''])))
}

function fieldsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [whole, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|$)/g)) {
    if (whole === '' && row.length === 0) continue
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ';') continue
    rows.push(row)
    row = []
  }
  return rows
}
