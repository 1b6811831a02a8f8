import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../test/database.ts'
import { systemClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { type Scope, staffOf } from '../platform/db/scope.ts'
import { type Jobs, openJobs } from '../platform/jobs.ts'
import type { CampaignRef } from './campaign.ts'
import { campaignStatus } from './campaign-overview.ts'
import { deliverBatchJob, enqueueBatches, workDeliveries } from './delivery-jobs.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

let database: TestDatabase
const municipalities = async () => [firstMunicipality]

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const statusOf = async (campaign: CampaignRef) =>
  (await database.inScope(staffOf(firstMunicipality), (db) => campaignStatus(db, campaign, new Date())))!

test('two workers share the batches; documents that wait are woken by a sweep; a stop is tidy', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1200)
  const busy: MailboxAnswer = { kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds: 0.1 }
  const mailbox = scriptedMailbox((_, call) => (call % 100 === 7 ? busy : accepted))
  const workers = await Promise.all(
    [1, 2].map(async () => {
      const jobs = await openJobs(database.url, () => {})
      const deps = { ...testDeps(database, mailbox), jobs }
      return { jobs, work: await workDeliveries(deps, { municipalities, sweepEverySeconds: 0.3 }) }
    }),
  )
  while ((await statusOf(campaign)).finishedAt === undefined) await sleep(100)
  for (const { jobs, work } of workers) {
    await work.stop()
    await jobs.stop()
  }
  expect((await statusOf(campaign)).counts.delivered).toBe(1200)
  const again = mailbox.messages.length - 1200
  expect(again).toBe([...Array(mailbox.messages.length).keys()].filter((n) => (n + 1) % 100 === 7).length)
})

test('a batch that waits twice in the queue is there once, and an old payload still parses', async () => {
  await aCampaign(database, firstMunicipality, 10)
  const sent: unknown[] = []
  const jobs = {
    send: async (_: unknown, batches: readonly unknown[]) => void sent.push(...batches),
    work: async () => {},
    stop: async () => {},
  }
  const deps = {
    ...testDeps(
      database,
      scriptedMailbox(() => accepted),
    ),
    jobs,
  }
  expect(await enqueueBatches(deps, [firstMunicipality])).toBe(1)
  expect(await enqueueBatches(deps, [firstMunicipality])).toBe(1)
  expect(new Set(sent.map((job) => (job as { key: string }).key)).size).toBe(1)
  expect(() => deliverBatchJob.payload.parse({ municipalityId: 1, campaignId: 'x', batch: 1 })).toThrow()
})

test('a sweep asks for all municipalities at once, and wakes what each has to do', async () => {
  await addTestMunicipality(database, secondMunicipality)
  const campaigns = await Promise.all(
    [firstMunicipality, secondMunicipality].map((each) => aCampaign(database, each, 10)),
  )
  const scopes: Scope[] = []
  const counted: Database = {
    ...database,
    inScope(scope, work) {
      scopes.push(scope)
      return database.inScope(scope, work)
    },
  }
  const woken: unknown[] = []
  const jobs: Jobs = {
    send: async (_, sent) => void woken.push(...sent.map(({ payload }) => payload)),
    work: async () => {},
    stop: async () => {},
  }
  const both = [firstMunicipality, secondMunicipality]
  await enqueueBatches({ database: counted, clock: systemClock, jobs }, both)
  expect(scopes).toEqual([{ staff: both }])
  for (const { municipalityId, campaignId } of campaigns)
    expect(woken).toContainEqual({ municipalityId, campaignId, batch: 1 })
})
