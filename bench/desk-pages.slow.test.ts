import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../src/app.ts'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { benchAmendments } from './amendments.ts'
import { amendmentsPage } from './amendments-page.ts'
import { benchDeskPages, type PageTimes, percentile } from './desk-pages.ts'
import { deskPagesPage } from './desk-pages-page.ts'

let database: TestDatabase
let folder: string
let app: App
let pages: PageTimes[]

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  await chmod(folder, 0o711)
  const settings = { DATABASE_URL: database.url, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'silent' }
  app = await openApp({ ...process.env, ...settings })
  pages = await benchDeskPages(app, { small: 60, large: 600, times: 1 })
})
afterAll(async () => {
  await app.close()
  await database.close()
  await rm(folder, { recursive: true })
})

test('every page of the desk is measured, and none of them fails in a printed town', () => {
  expect(pages.length).toBeGreaterThan(50)
  expect(pages.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([])
  expect(pages.every(({ small, large }) => small.length === 1 && large.length === 1)).toBe(true)
})

test('the page says all of them', () => {
  const page = deskPagesPage({ large: 600, pages, load: [1, 2] })
  for (const { path } of pages) expect(page).toContain(`| \`${path}\``)
})

test('each row of a file of amendments is answered, whatever becomes of it', async () => {
  const amendments = await benchAmendments(app, { voters: 600, rows: 100 })
  expect(amendments.runs.map(({ what, rows, answered }) => [what, rows, answered])).toEqual([
    ['look', 10, 10],
    ['look', 100, 100],
    ['faulty', 100, 100],
    ['carry-out', 100, 100],
  ])
  const page = amendmentsPage({ voters: 600, amendments, pages, load: [1, 2] })
  expect(page.match(/^\| (looked|carried).* 100 \|$/gm)).toHaveLength(3)
})

test('half of the times and 99 of 100 are times that were measured', () => {
  const times = Array.from({ length: 200 }, (_, at) => at + 1)
  expect([percentile(times, 0.5), percentile(times, 0.99), percentile([7], 0.99)]).toEqual([100, 198, 7])
})
