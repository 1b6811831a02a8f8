import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openApp } from '../src/app.ts'
import { testDatabase } from '../test/database.ts'
import { steps } from './citizen-visits.ts'
import { benchCitizens } from './citizens.ts'
import { citizensPage, evening, neededFor } from './citizens-page.ts'
import { releasedElectionOf } from './released-letters.ts'

test('citizens who come all at once are all served, and who hammers at the login is the only one refused', async () => {
  const database = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  const app = await openApp({ DATABASE_URL: database.url, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' })
  const election = await releasedElectionOf(app, 120)
  const spike = { visitors: 60, withinSeconds: 1, abuses: 90 }
  const bench = await benchCitizens(app, { election, voters: 120, visitors: 30, spike })
  await app.close()
  await database.close()
  await rm(folder, { recursive: true })

  expect(bench.measured.map(({ step, count }) => [step, count])).toEqual(steps.map((step) => [step, 30]))
  for (const { bytes, p50, p99 } of bench.measured) {
    expect(bytes).toBeGreaterThanOrEqual(0)
    expect(p99).toBeGreaterThanOrEqual(p50)
  }
  expect(bench.spike.statuses, 'no server error, and nobody refused').toEqual({ 200: 60 * 4 })
  expect(bench.spike.refusedVisitors).toBe(0)
  const { tried, refused, mostPerMinute } = bench.spike.abuser
  expect([tried, refused]).toEqual([90, 90 - mostPerMinute])

  const page = citizensPage(bench)
  for (const step of steps) expect(page).toContain(`: ${step}`)
  expect(page).not.toMatch(/NaN|undefined|Infinity/)
})

test('the sum of an evening is what its parts say', () => {
  const cpuMs = { pages: 2, postgres: 1, bare: 0.1 }
  const one = {
    ...({ step: 'login', count: 1, bytes: 1, perSecond: 1, barePerSecond: 2 } as const),
    ...{ p50: 1, p99: 2, cpuMs },
  }
  const bench = { voters: 1, measured: [one, { ...one, step: 'election' } as const], spike: {} as never }
  const { visitsPerSecond, pagesPerSecond, cores, machines } = neededFor(bench)!
  expect(visitsPerSecond).toBeCloseTo((evening.voters / 14_400) * 3)
  expect(pagesPerSecond).toBeCloseTo(visitsPerSecond * 2)
  expect(cores.pages).toBeCloseTo((visitsPerSecond * 0.004) / 0.6)
  expect(machines).toEqual({ pages: 1, postgres: 1 })
  const uncounted = { ...one, cpuMs: { ...cpuMs, postgres: undefined } }
  expect(neededFor({ ...bench, measured: [uncounted] })).toBeUndefined()
})
