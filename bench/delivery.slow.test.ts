import { expect, test } from 'vitest'
import { addTestMunicipality, testVault } from '../src/delivery/testing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { createLogger } from '../src/platform/log.ts'
import { firstMunicipality, testDatabase } from '../test/database.ts'
import { benchDelivery } from './delivery.ts'
import { deliveryRows, pageOf } from './report.ts'

const documents = Number(process.env.BENCH_DOCUMENTS ?? 200)
const bytesEach = 60_000

test('worker and bare client send the same to the same stand-in, and the report says how long each took', async () => {
  const database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
  const deps = { database, vault: testVault, clock: systemClock, log: createLogger('silent') }
  const bench = await benchDelivery(deps, { municipalityId: firstMunicipality, documents, bytesEach })
  await database.close()
  if (process.env.BENCH_DOCUMENTS) console.log(bench)

  const { bare, worker, ratio, memoryMegabytes } = bench
  const all = { messages: documents, keys: documents, bytes: documents * bytesEach }
  expect(bare.accepted).toEqual(all)
  expect(worker.accepted).toEqual(all)
  expect(bench).toMatchObject({ documents, bytesEach })

  for (const { seconds } of [bare, worker]) expect(seconds).toBeGreaterThan(0)
  expect(ratio).toBe(worker.seconds / bare.seconds)
  expect(Number.isFinite(ratio)).toBe(true)
  expect(memoryMegabytes).toBeGreaterThanOrEqual(0)
  expect(Number.isFinite(memoryMegabytes)).toBe(true)

  const rows = deliveryRows(bench)
  const perSecond = ({ seconds }: { seconds: number }) =>
    Math.round(documents / seconds).toLocaleString('en-GB')
  expect(rows).toEqual([
    [
      expect.stringMatching(new RegExp(`^messages a second: .* ${documents.toLocaleString('en-GB')} bodies`)),
      perSecond(worker),
      perSecond(bare),
      `${ratio.toFixed(2)} × as long`,
    ],
    [
      expect.stringMatching(/^CPU milliseconds a message/),
      expect.stringMatching(/^\d+\.\d\d$/),
      expect.stringMatching(/^\d+\.\d\d$/),
      expect.stringMatching(/ × as much$/),
    ],
    [expect.stringMatching(/^growth of memory/), Math.round(memoryMegabytes).toLocaleString('en-GB'), '', ''],
  ])
  for (const row of rows) expect(pageOf(rows)).toContain(`\n| ${row.join(' | ')} |\n`)
})
