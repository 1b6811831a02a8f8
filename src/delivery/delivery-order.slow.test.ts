import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../test/database.ts'
import { openJobs } from '../platform/jobs.ts'
import { batchSize } from './batch-size.ts'
import { enqueueBatches, workDeliveries } from './delivery-jobs.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  for (const each of [firstMunicipality, secondMunicipality]) await addTestMunicipality(database, each)
})
afterAll(() => database.close())

/** One worker with one batch at a time; `meanwhile` runs while it sends. Answers the keys in the order they left. */
async function orderOfKeys(
  total: () => number,
  meanwhile: (sent: () => number, wake: () => Promise<unknown>) => Promise<void>,
): Promise<string[]> {
  const jobs = await openJobs(database.url, () => {})
  const mailbox = scriptedMailbox(() => accepted)
  const deps = { ...testDeps(database, mailbox, { batchesAtOnce: 1 }), jobs }
  const municipalities = async () => [firstMunicipality, secondMunicipality]
  const work = await workDeliveries(deps, { municipalities, sweepEverySeconds: 0.2 })
  const wake = () => enqueueBatches(deps, [firstMunicipality, secondMunicipality])
  await meanwhile(() => mailbox.messages.length, wake)
  while (mailbox.messages.length < total()) await sleep(20)
  await work.stop()
  await jobs.stop()
  return mailbox.messages.map(({ key }) => key)
}

const lastOf = (order: readonly string[], documents: readonly { mailboxKey: string }[]) =>
  Math.max(...documents.map(({ mailboxKey }) => order.indexOf(mailboxKey)))

test('a village that starts later is done long before the city, with one worker', async () => {
  const city = await aCampaign(database, firstMunicipality, 16 * batchSize)
  let village: Awaited<ReturnType<typeof aCampaign>> | undefined
  let startedAt = 0
  const order = await orderOfKeys(
    () => city.documents.length + (village?.documents.length ?? Number.POSITIVE_INFINITY),
    async (sent, wake) => {
      while (sent() < 3 * batchSize) await sleep(5)
      village = await aCampaign(database, secondMunicipality, 2 * batchSize)
      startedAt = sent()
      await wake()
    },
  )
  // Two batches of its own, those the worker had in its hands, and what left while the jobs were put in the queue.
  expect(lastOf(order, village!.documents) - startedAt).toBeLessThan(8 * batchSize)
  expect(lastOf(order, city.documents)).toBe(order.length - 1)
})

test('corrections go before campaigns, whichever was released first', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 4 * batchSize)
  const corrections = await aCampaign(database, firstMunicipality, 2 * batchSize, { goesFirst: true })
  const order = await orderOfKeys(
    () => 6 * batchSize,
    async () => {},
  )
  expect(lastOf(order, corrections.documents)).toBeLessThan(lastOf(order, campaign.documents))
  expect(order.slice(0, 2 * batchSize).sort()).toEqual(
    corrections.documents.map(({ mailboxKey }) => mailboxKey).sort(),
  )
})

test('a document for which somebody waits is in the first jobs that a worker takes, before corrections', async () => {
  const corrections = await aCampaign(database, firstMunicipality, 4 * batchSize, { goesFirst: true })
  const atOnce = await aCampaign(database, firstMunicipality, 1, { goesAtOnce: true })
  const order = await orderOfKeys(
    () => 4 * batchSize + 1,
    async () => {},
  )
  // A worker takes two jobs at a time, in any order.
  expect(lastOf(order, atOnce.documents)).toBeLessThanOrEqual(batchSize)
  expect(lastOf(order, corrections.documents)).toBe(order.length - 1)
})
