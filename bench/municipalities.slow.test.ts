import { expect, test } from 'vitest'
import { testDataKey, testVault } from '../src/delivery/testing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { createLogger } from '../src/platform/log.ts'
import { testDatabase } from '../test/database.ts'
import { benchMunicipalities, municipalitySizes } from './municipalities.ts'
import { municipalityRows } from './report.ts'

test('municipalities of all sizes at once: each person exactly once, and the small ones do not wait for the city', async () => {
  const database = await testDatabase()
  const deps = { database, vault: testVault, clock: systemClock, log: createLogger('silent') }
  const env = { DATABASE_URL: database.url, KIESLOKET_DATA_KEY: testDataKey }
  const sizes = [4000, ...municipalitySizes(1000, 20).slice(3)]
  const bench = await benchMunicipalities(deps, { env, sizes, bytesEach: 20_000 })
  await database.close()
  if (process.env.BENCH_DOCUMENTS) console.log(bench)

  const letters = sizes.reduce((sum, size) => sum + size, 0)
  for (const { accepted } of [bench.together, bench.alone])
    expect(accepted).toEqual({ messages: letters, people: letters, doubles: 0 })
  expect(bench.together.throughAfter.size).toBe(sizes.length)
  expect(bench.through.half).toBeLessThanOrEqual(bench.through.allButLargest)
  expect(bench.through.allButLargest).toBeLessThan(0.8) // they have a fifth of the letters
  expect(bench.sweep.nothingToDo.batches).toBe(0)
  expect(bench.sweep.everythingToDo.batches).toBe(8 + sizes.length - 1)
  expect(municipalityRows(bench)).toHaveLength(5)
})

test('the sizes are those of Flanders: one large city, most between 5,000 and 30,000', () => {
  const sizes = municipalitySizes(1)
  expect(sizes).toHaveLength(285)
  expect(sizes[0]).toBe(400_000)
  expect(sizes.filter((size) => size >= 5000 && size <= 30_000).length).toBeGreaterThan(285 / 2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(5_000_000)
})
