import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../src/app.ts'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { benchAmendments } from './amendments.ts'
import { amendmentsPage } from './amendments-page.ts'
import { benchDeskPages, type DeskPages, percentile } from './desk-pages.ts'
import { deskPagesPage } from './desk-pages-page.ts'

let database: TestDatabase
let folder: string
let app: App
let measured: DeskPages

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  await chmod(folder, 0o711)
  const settings = { DATABASE_URL: database.url, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'silent' }
  app = await openApp({ ...process.env, ...settings })
  measured = await benchDeskPages(app, { small: 60, large: 600, times: 1 })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await rm(folder, { recursive: true })
})

/** What a printed town has not, beside bureaus and the area of whoever decides about them: a sample, a reading of a list, a finished amendment, a device, a letter that was replaced, an election that may still change. */
const mostLeftOut = 21

test('every page that is there in a printed town is measured, and what is none is told apart', () => {
  const { pages, leftOut } = measured
  expect(pages.length).toBeGreaterThan(60)
  const notOfBureaus = leftOut.filter((path) => !/\/(bureaus|gebied)\//.test(path))
  expect(notOfBureaus.length).toBeLessThanOrEqual(mostLeftOut)
  const paths = pages.map(({ path }) => path)
  expect(paths.filter((path) => leftOut.includes(path))).toEqual([])
  expect(paths).toContain('/loket/uitbating/gemeenten/:nisCode')
  expect(paths).toContain('/loket/verkiezing/:election/stemlocaties/locatie/:place')
  expect(pages.every(({ small, large }) => small.length === 1 && large.length === 1)).toBe(true)
})

test('the page says all of them', () => {
  const page = deskPagesPage({ large: 600, ...measured, load: [1, 2] })
  for (const { path } of measured.pages) expect(page).toContain(`| \`${path}\` |`)
  for (const path of measured.leftOut) expect(page).not.toContain(`| \`${path}\` |`)
  expect(page).not.toMatch(/\((404|303)\)/)
})

test('each row of a file of amendments is answered, whatever becomes of it', async () => {
  const amendments = await benchAmendments(app, { voters: 600, rows: 100 })
  expect(amendments.runs.map(({ what, rows, answered }) => [what, rows, answered])).toEqual([
    ['look', 10, 10],
    ['look', 100, 100],
    ['faulty', 100, 100],
    ['carry-out', 100, 100],
  ])
  const page = amendmentsPage({ voters: 600, amendments, pages: measured.pages, load: [1, 2] })
  expect(page.match(/^\| (looked|carried).* 100 \|$/gm)).toHaveLength(3)
})

test('half of the times and 99 of 100 are times that were measured', () => {
  const times = Array.from({ length: 200 }, (_, at) => at + 1)
  expect([percentile(times, 0.5), percentile(times, 0.99), percentile([7], 0.99)]).toEqual([100, 198, 7])
})
