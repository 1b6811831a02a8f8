import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../../src/app.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { benchBureaus } from './bench-bureaus.ts'
import { bureausPage } from './bureaus-page.ts'
import { steps } from './story.ts'
import { faultsIn } from './sums.ts'
import { sectionsOfTowns } from './town.ts'

let database: TestDatabase
let folder: string
let app: App

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-bureaus-'))
  const env = { ...process.env, DATABASE_URL: database.url, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' }
  app = await openApp(env)
})
afterAll(async () => {
  await app?.close()
  await database?.close()
  await rm(folder, { recursive: true })
})

test('forty bureaus from the plan to the payment: everything adds up', { timeout: 600_000 }, async () => {
  const bench = await benchBureaus(app, { bureaus: 40, tell: () => {} })
  const { sums } = bench
  if (process.env.BENCH_DOCUMENTS) console.log(bench)
  expect(sums.bureaus).toBe(40)
  expect(faultsIn(sums)).toEqual([])
  expect(sums.excused).toBeGreaterThan(10)
  expect(sums.away).toBeGreaterThan(0)
  expect(sums.called).toBeGreaterThan(300)
  expect(sums.inBatches).toBeGreaterThan(sums.bureaus * 4 * 5000)
  expect(bench.costs.map(({ step }) => step)).toEqual(steps.map(([step]) => step))
  expect(bureausPage({ small: bench, large: bench, load: [1, 1] })).toContain('| pay |')
})

test('what does not add up is told', () => {
  const right = { bureaus: 1, doubles: 0, excused: 1, notRefilled: 0, empty: 0, called: 9, came: 8, away: 1 }
  const paid = { paid: 6, notOwed: 3, open: 0, byHand: 0, claimed: 30_000, inBatches: 30_000 }
  expect(faultsIn({ ...right, ...paid })).toEqual([])
  const wrong = {
    ...right,
    ...paid,
    doubles: 1,
    notRefilled: 2,
    empty: 1,
    open: 1,
    notOwed: 4,
    inBatches: 25_000,
  }
  expect(faultsIn(wrong)).toHaveLength(6)
})

test('8,000 bureaus are 285 municipalities, and fewer are fewer of the same sizes', () => {
  for (const bureaus of [40, 400, 8000]) {
    const sections = sectionsOfTowns(bureaus)
    expect(sections).toHaveLength(Math.max(1, Math.round((285 * bureaus) / 8000)))
    const sum = sections.reduce((one, other) => one + other, 0)
    expect(Math.abs(sum - bureaus * 0.6) / (bureaus * 0.6)).toBeLessThan(0.1)
  }
})
