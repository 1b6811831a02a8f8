import { expect, test } from 'vitest'
import { addTestMunicipality, testVault } from '../src/delivery/testing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { createLogger } from '../src/platform/log.ts'
import { firstMunicipality, testDatabase } from '../test/database.ts'
import { workerRows } from './report.ts'
import { benchWorkers } from './workers.ts'

const documents = Number(process.env.BENCH_DOCUMENTS ?? 300)
const bytesEach = 60_000

test('one process and two send the same to the same stand-in, each message once', async () => {
  const database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
  const deps = { database, vault: testVault, clock: systemClock, log: createLogger('silent') }
  const bench = await benchWorkers(deps, { municipalityId: firstMunicipality, documents, bytesEach })
  await database.close()
  if (process.env.BENCH_DOCUMENTS) console.log(bench)
  const all = { messages: documents, keys: documents, bytes: documents * bytesEach }
  expect(bench.one.accepted).toEqual(all)
  expect(bench.two.accepted).toEqual(all)
  expect(bench.ratio).toBe(bench.one.seconds / bench.two.seconds)
  expect(workerRows(bench)[0]!.at(-1)).toBe(`${bench.ratio.toFixed(2)} × as many`)
})
