import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Election } from '../elections/index.ts'
import { sha256 } from '../platform/hash.ts'
import { composeLetters } from './compose-letters.ts'
import { printLetters } from './print-letters.ts'
import { releaseLetters, requestRelease } from './release-letters.ts'
import { takeSample } from './take-sample.ts'
import { anElectionWithClosedList, aStaffMember, type LetterDeps, letterDeps } from './testing.ts'

const voters = 60
let database: TestDatabase
let deps: LetterDeps
let election: Election
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  deps = letterDeps(database)
  election = await anElectionWithClosedList(deps, voters)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-print-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.close()
})

const print = (signal?: AbortSignal) =>
  printLetters(deps, { election, folder, by: 'test', ...(signal && { signal }) })

async function release(): Promise<void> {
  await composeLetters(deps, { election, by: 'test' })
  await takeSample(deps, { election, by: 'test' })
  const [an, bert] = await Promise.all([
    aStaffMember(deps, election, 'an@zonnedorp.example', ['letters.request-release']),
    aStaffMember(deps, election, 'bert@zonnedorp.example', ['letters.release']),
  ])
  const asked = await requestRelease(deps, { election, staff: an })
  if (!asked.ok) throw new Error(asked.because)
  await releaseLetters(deps, { election, staff: bert, sampleSha256: asked.sampleSha256 })
}

test('what is not released is not printed', async () => {
  await composeLetters(deps, { election, by: 'test' })
  expect(await print()).toMatchObject({ ok: true, letters: 0, files: 0 })
})

test('every released letter is in one print file or a named exception; a second run prints nobody again', async () => {
  await release()
  expect(await print(AbortSignal.abort())).toMatchObject({ letters: 0 })
  const printed = await print()
  if (!printed.ok) throw new Error(printed.because)
  expect(printed.letters + printed.exceptions).toBe(voters)
  expect(printed.exceptions).toBeGreaterThan(0)
  expect(await print()).toEqual({ ok: true, files: 0, letters: 0, exceptions: 0 })
})

test('the manifest’s hashes fit the files, the index has a line per letter, the PDF two pages for each', async () => {
  const { files } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  expect(files).toHaveLength(3)
  let lines = 0
  for (const { name, sha256: hash, letters } of files) {
    const pdf = await readFile(join(folder, name))
    expect(sha256(pdf).toString('hex')).toBe(hash)
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(2 * letters)
    const index = await readFile(join(folder, name.replace('.pdf', '.index.csv')), 'utf8')
    lines += index.trim().split('\r\n').length - 1
    expect(index).not.toMatch(/\b\d{11}\b/)
  }
  expect(lines).toBe(files.reduce((sum: number, file: { letters: number }) => sum + file.letters, 0))
  expect((await readdir(folder)).filter((name) => name.endsWith('.unfinished'))).toEqual([])
})
