import { expect, test } from 'vitest'
import { addTestMunicipality, testVault } from '../src/delivery/testing.ts'
import { systemClock } from '../src/platform/clock.ts'
import { createLogger } from '../src/platform/log.ts'
import { firstMunicipality, testDatabase } from '../test/database.ts'
import { benchDelivery } from './delivery.ts'

test('the measurement delivers what it measures', async () => {
  const database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
  const deps = { database, vault: testVault, clock: systemClock, log: createLogger('silent') }
  const documents = Number(process.env.BENCH_DOCUMENTS ?? 200)
  const result = await benchDelivery(deps, { municipalityId: firstMunicipality, documents })
  if (process.env.BENCH_DOCUMENTS) console.log(result)
  expect(result.documents).toBe(documents)
  expect(result.ratio).toBeGreaterThan(0)
  await database.close()
})
