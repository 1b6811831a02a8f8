import { expect, test } from 'vitest'
import { anElection, testDeps } from '../src/voters/testing.ts'
import { firstMunicipality, testDatabase } from '../test/database.ts'
import { benchImport } from './import.ts'
import { importRows, pageOf } from './report.ts'

const voters = 2000

test('the import and the bare copy take in the same file, and the report says how long each took', async () => {
  const database = await testDatabase()
  const election = await anElection(database, firstMunicipality)
  const bench = await benchImport(testDeps(database), { election, voters })
  await database.close()
  const { importSeconds, importCpuSeconds, steps, bareCopySeconds, ratio, memoryMegabytes } = bench

  expect(bench).toMatchObject({ voters, imported: voters, linesCopied: voters + 1 })
  expect(bench.fileBytes).toBeGreaterThan(voters * 50)
  for (const seconds of [importSeconds, importCpuSeconds, bareCopySeconds, ...Object.values(steps)])
    expect(seconds).toBeGreaterThan(0)
  expect(ratio).toBe(importSeconds / bareCopySeconds)
  expect(Number.isFinite(ratio)).toBe(true)
  expect(memoryMegabytes).toBeGreaterThanOrEqual(0)
  expect(Number.isFinite(memoryMegabytes)).toBe(true)

  const rows = importRows(bench)
  expect(rows).toEqual([
    [
      expect.stringMatching(/^seconds to import 2,000 voters, .* bare COPY/),
      importSeconds.toFixed(1),
      bareCopySeconds.toFixed(1),
      `${ratio.toFixed(1)} × as long`,
    ],
    ...[steps.parse, steps.checks, steps.seal].map((step) => [
      expect.stringMatching(/^CPU seconds to .*, of all of that import/),
      step.toFixed(1),
      importCpuSeconds.toFixed(1),
      `${Math.round((step / importCpuSeconds) * 100)} % of it`,
    ]),
    [expect.stringMatching(/^growth of memory/), Math.round(memoryMegabytes).toLocaleString('en-GB'), '', ''],
  ])
  for (const row of rows) expect(pageOf(rows)).toContain(`\n| ${row.join(' | ')} |\n`)
})
