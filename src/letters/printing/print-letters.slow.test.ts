import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { breaches } from '../../../test/verapdf.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { sha256 } from '../../platform/hash.ts'
import { lookAtPdf } from '../../platform/pdf/look-at-pdf.ts'
import { withdrawLetter } from '../amending/withdraw-letter.ts'
import { composeLetters } from '../composing/compose-letters.ts'
import { reconcileLetters } from '../reconciling/reconcile-letters.ts'
import { aLettersTrial, type LetterDeps, type LettersTrial } from '../testing.ts'
import { type PrintWanted, printLetters, printLock } from './print-letters.ts'
import { reprintFile } from './reprint-file.ts'

const voters = 60
let trial: LettersTrial
let database: TestDatabase
let deps: LetterDeps
let election: Election
let folder: string

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  ;({ database, deps, election } = trial)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-print-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.close()
})

const print = (changes: Partial<PrintWanted> = {}) =>
  printLetters(deps, { election, folder, by: 'test', ...changes })

async function release(): Promise<void> {
  await trial.compose()
  await trial.sample()
  const asked = await trial.request()
  if (!asked.ok) throw new Error(asked.because)
  await trial.release(asked.sampleSha256)
}

interface Manifest {
  files: {
    name: string
    pdf: string
    index: string
    sha256: string
    indexSha256: string
    addressesSha256: string
    addresses: string
    coverSheet: string
    cover: { section: number; paperColour: string; sheets: number }
    letters: number
    pages: number
    noLongerValid: number[]
  }[]
  exceptions: Record<string, number>
}

async function manifest(): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
}

/** Every letter id in the indexes of the files that are to be printed. */
async function lettersInIndexes(): Promise<string[]> {
  const { files } = await manifest()
  const indexes = await Promise.all(files.map(({ index }) => readFile(join(folder, index), 'utf8')))
  return indexes.flatMap((index) =>
    index
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';')[1]!),
  )
}

async function paperSum() {
  const answer = await reconcileLetters(deps, { election })
  if (!answer.ok) throw new Error(answer.because)
  return answer.reconciliation.paper
}

test('what is not released is not printed', async () => {
  await composeLetters(deps, { election, by: 'test' })
  expect(await print()).toMatchObject({ ok: true, letters: 0, files: 0 })
})

test('every released letter is in one print file or a named exception; a second run prints nobody again', async () => {
  await release()
  expect(await print({ signal: AbortSignal.abort() })).toMatchObject({ letters: 0 })
  const printed = await print()
  if (!printed.ok) throw new Error(printed.because)
  const { exceptions } = await manifest()
  const excepted = Object.values(exceptions).reduce((sum, count) => sum + count, 0)
  expect(printed.letters + excepted).toBe(voters)
  expect(Object.keys(exceptions).sort()).toEqual(['house-gone', 'post-returned'])
  expect(await print()).toEqual({ ok: true, files: 0, letters: 0, exceptions: 0 })
  expect(await paperSum()).toEqual({ voters, printed: printed.letters, exceptions })
})

test('the manifest’s hashes fit the files, the index has a line per letter, the PDF two pages for each', async () => {
  const { files } = await manifest()
  expect(files.length, 'three sections, and paper of another colour').toBeGreaterThan(3)
  for (const { pdf, index, letters, pages, ...hashes } of files) {
    const bytes = await readFile(join(folder, pdf))
    expect(sha256(bytes).toString('hex')).toBe(hashes.sha256)
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2 * letters)
    expect(pages).toBe(2 * letters)
    const lines = await readFile(join(folder, index), 'utf8')
    expect(sha256(lines).toString('hex')).toBe(hashes.indexSha256)
    expect(lines.trim().split('\r\n')).toHaveLength(letters + 1)
    expect(lines).not.toMatch(/\b\d{11}\b/)
  }
  const ids = await lettersInIndexes()
  expect(new Set(ids).size).toBe(ids.length)
  expect((await readdir(folder)).filter((name) => name.endsWith('.unfinished'))).toEqual([])
})

test('every file has its addresses as they are printed, without what a spreadsheet would run', async () => {
  let towns = 0
  const { files } = await manifest()
  for (const { addresses, letters, addressesSha256 } of files) {
    const [head, ...rows] = (await readFile(join(folder, addresses), 'utf8')).trim().split('\r\n')
    expect(head).toBe('sequence;list_number;pages;recipient;line_1;line_2;line_3;postcode;city;country')
    expect(rows).toHaveLength(letters)
    expect(sha256(await readFile(join(folder, addresses))).toString('hex')).toBe(addressesSha256)
    expect(rows.join()).not.toMatch(/;[=+@-]|\d{11}/)
    towns += rows.filter((row) => /;9999;Zonnedorp;$/.test(row)).length
  }
  expect(towns).toBeGreaterThan(voters / 2)
})

test('every file has a cover sheet that says which it is, how much is in it, and its hash', async () => {
  const { files } = await manifest()
  for (const [index, file] of files.entries()) {
    const { texts } = await lookAtPdf(await readFile(join(folder, file.coverSheet)))
    expect(texts).toHaveLength(1)
    for (const said of [
      ...[`Drukbestand ${index + 1} van ${files.length}`, `Stemafdeling ${file.cover.section}`],
      ...[`Brieven ${file.letters}`, `Bladzijden ${file.pages}`, `recto verso ${file.letters}`],
      ...[`Kleur van het papier ${file.cover.paperColour}`, file.sha256, 'Kieswet'],
    ])
      expect(texts[0]).toContain(said)
  }
})

test('veraPDF finds PDF/UA-1 and PDF/A-2a in the cover sheets', async (context) => {
  const { files } = await manifest()
  const covers = files.map(({ coverSheet }) => readFile(join(folder, coverSheet)))
  expect(await breaches(context, await Promise.all(covers))).toEqual([])
})

test('the manifest lists the files of its own folder, and of no other', async () => {
  const other = await mkdtemp(join(folder, 'other-'))
  const before = await manifest()
  expect(await print({ folder: other })).toMatchObject({ files: 0 })
  const inOther = async () => JSON.parse(await readFile(join(other, 'manifest.json'), 'utf8')) as Manifest
  expect((await inOther()).files).toEqual([])
  const [moved, ...left] = before.files
  await copyFile(join(folder, moved!.pdf), join(other, moved!.pdf))
  await writeFile(join(other, left[0]!.pdf), 'left behind by a run that was broken off')
  await print({ folder: other })
  expect((await inOther()).files).toEqual([moved])
  await print()
  expect(await manifest()).toEqual(before)
})

test('the folder of another election or municipality is left alone', async () => {
  const other = { ...election, code: '2035' }
  expect(await print({ election: other })).toMatchObject({ because: 'folder-of-others' })
  const wanted = { election: other, folder, by: 'test', file: 'x', reason: 'paper jam' }
  expect(await reprintFile(deps, wanted)).toMatchObject({ because: 'folder-of-others' })
})

test('while another process prints, nothing is printed here', async () => {
  expect(await database.whileLocked(printLock(election), () => print())).toMatchObject({
    because: 'already-printing',
  })
})

describe('printed again', () => {
  test('only by name and with a reason', async () => {
    const { files } = await manifest()
    const again = (changes: object) =>
      reprintFile(deps, {
        election,
        folder,
        by: 'test',
        file: files[0]!.name,
        reason: 'paper jam',
        ...changes,
      })
    expect(await again({ reason: ' ' })).toMatchObject({ because: 'reason-missing' })
    expect(await again({ file: 'nowhere' })).toMatchObject({ because: 'no-such-print-file' })
  })

  test('without the letters that were withdrawn since, which the manifest names meanwhile', async () => {
    const file = (await manifest()).files[1]!
    const [, line] = (await readFile(join(folder, file.index), 'utf8')).split('\r\n')
    const listNumber = Number(line!.split(';')[2])
    await withdrawLetter(deps, { election, listNumber, reason: 'struck', by: 'test' })
    await print()
    const named = (await manifest()).files.map(({ name, noLongerValid }) => [name, noLongerValid])
    expect(Object.fromEntries(named)).toMatchObject({
      [file.name]: [listNumber],
      [(await manifest()).files[0]!.name]: [],
    })
    const wanted = { election, folder, by: 'test', file: file.name, reason: 'voter struck' }
    expect(await reprintFile(deps, wanted)).toMatchObject({ letters: file.letters - 1 })
    const again = (await manifest()).files.find(({ name }) => name === `${file.name}-reprint`)
    expect(again).toMatchObject({ letters: file.letters - 1, noLongerValid: [] })
    await release()
    expect(await print()).toMatchObject({ letters: 1, files: 1 })
  })

  test('the new file takes the place of the spoilt one, so every letter stays in one file', async () => {
    const before = await paperSum()
    const ids = await lettersInIndexes()
    const spoilt = (await manifest()).files[0]!
    const wanted = { election, folder, by: 'test', file: spoilt.pdf, reason: 'paper jam' }
    const again = await reprintFile(deps, wanted)
    expect(again).toEqual({ ok: true, name: `${spoilt.name}-reprint`, letters: spoilt.letters })
    expect(await reprintFile(deps, wanted)).toMatchObject({ because: 'reprinted-already' })
    const { files } = await manifest()
    expect(files.map(({ name }) => name)).not.toContain(spoilt.name)
    expect(files.find(({ name }) => name === `${spoilt.name}-reprint`)).toMatchObject({
      sha256: spoilt.sha256,
      reprintedBecause: 'paper jam',
    })
    expect((await lettersInIndexes()).sort()).toEqual(ids.sort())
    expect(await paperSum()).toEqual(before)
    expect(await print()).toMatchObject({ letters: 0 })
  })
})

describe('another election', () => {
  test('a large section in files of so many letters; broken off, the next run writes the others', async () => {
    const first = { trial, deps, election, folder }
    trial = await aLettersTrial(voters)
    ;({ deps, election } = trial)
    folder = await mkdtemp(join(folder, 'large-'))
    try {
      await release()
      const stop = new AbortController()
      const onProgress = () => stop.abort()
      const wanted = { election, folder, by: 'test', lettersPerFile: 7 }
      const broken = await printLetters({ ...deps, onProgress }, { ...wanted, signal: stop.signal })
      expect(broken).toMatchObject({ ok: true, files: 1, letters: 7 })
      expect((await manifest()).files).toHaveLength(1)
      await print({ lettersPerFile: 7 })
      const { files } = await manifest()
      expect(Math.max(...files.map(({ letters }) => letters))).toBe(7)
      const ids = await lettersInIndexes()
      expect(new Set(ids).size).toBe(ids.length)
      const { printed } = await paperSum()
      expect(ids).toHaveLength(printed)
    } finally {
      await trial.database.close()
      ;({ trial, deps, election, folder } = first)
    }
  })

  test('where only the rest gets paper, nothing is printed before every letter has its outcome', async () => {
    const rest = {
      ...election,
      ruleset: {
        ...election.ruleset,
        channelPolicy: { value: 'paper-for-the-rest', source: 'test', mark: 'M' },
      },
    } as Election
    expect(await print({ election: rest })).toMatchObject({ because: 'still-sending' })
    await database.inScope(staffOf(election.municipalityId), async (db) => {
      await sql`delete from letters.paper_letter`.execute(db)
      await sql`update delivery.delivery set state = case when document_id::text < '8' then 'delivered' else 'inactive' end
                where state <> 'cancelled'`.execute(db)
    })
    const printed = await print({ election: rest })
    if (!printed.ok) throw new Error(printed.because)
    const answer = await reconcileLetters(deps, { election: rest })
    if (!answer.ok) throw new Error(answer.because)
    const { digital, paper } = answer.reconciliation
    expect(digital.delivered).toBeGreaterThan(0)
    expect(paper.voters).toBe(digital.inactive)
    expect(printed.letters + printed.exceptions).toBe(digital.inactive)
    expect(answer.balanced).toBe(true)
  })
})
