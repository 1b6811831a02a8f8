import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import {
  batchSize,
  type CampaignRef,
  campaignStatus,
  createTraffic,
  type DeliveryDeps,
  deliverBatchJob,
  workDeliveries,
} from '../../src/delivery/index.ts'
import { aCampaign, addTestMunicipality, testDeps } from '../../src/delivery/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { openJobs } from '../../src/platform/jobs.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from '../ebox.ts'
import { dyingAt, type Point } from './points.ts'
import { traffic } from './worker-that-dies.ts'

/** The queue brings a batch three times, to two workers at once; and it brings one again after its handler failed. */

const batches = 2
const count = batches * batchSize

interface Trial {
  readonly campaign: CampaignRef
  readonly database: TestDatabase
  readonly road: EboxRoad
  readonly deps: DeliveryDeps
}

/** A campaign with a database, a queue and an e-Box of its own: tests may wait side by side. */
async function inTrial(api: EboxApi, work: (trial: Trial) => Promise<void>): Promise<void> {
  const database = await testDatabase()
  const road = await eboxRoad(api)
  try {
    await addTestMunicipality(database, firstMunicipality)
    const { municipalityId, campaignId } = await aCampaign(database, firstMunicipality, count)
    // nothing goes wrong on this road: an answer that a busy machine gives late must not become unconfirmed
    const mailbox = await road.mailboxFor({}, { EBOX_TIMEOUT_MS: '30000' })(firstMunicipality)
    const deps = { ...testDeps(database, mailbox), traffic: createTraffic(traffic) }
    await work({ campaign: { municipalityId, campaignId }, database, road, deps })
  } finally {
    await road.close()
    await database.close()
  }
}

/** Two workers, until everything has its outcome. They do not look for work themselves: it is the queue's to bring it. */
async function workThrough({ campaign, database }: Trial, deps: DeliveryDeps, copies: number): Promise<void> {
  const workers = await Promise.all(
    [1, 2].map(async () => {
      const jobs = await openJobs(database.url, () => {})
      return { jobs, work: await workDeliveries({ ...deps, jobs }, { municipalities: async () => [] }) }
    }),
  )
  const jobs = Array.from({ length: copies * batches }, (_, n) => ({
    payload: { ...campaign, batch: 1 + (n % batches) },
    key: `copy ${n}`,
  }))
  await workers[0]!.jobs.send(deliverBatchJob, jobs)
  while (!(await statusOf(database, campaign)).finishedAt) await sleep(100)
  for (const worker of workers) {
    await worker.work.stop()
    await worker.jobs.stop()
  }
}

const statusOf = async (database: TestDatabase, campaign: CampaignRef) =>
  (await database.inScope(staffOf(firstMunicipality), (db) => campaignStatus(db, campaign, new Date())))!

async function expectNobodyTwice({ campaign, database, road }: Trial): Promise<void> {
  const { counts } = await statusOf(database, campaign)
  const truth = road.standIn.truth()
  expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
  expect(truth.distinctRecipients).toBe(truth.accepted)
  expect(counts.delivered + counts.inactive + counts.unconfirmed).toBe(count)
  expect(truth.accepted).toBe(count)
}

async function mostRetries({ database }: Trial): Promise<number> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query('select max(retry_count) as most from jobs.job')
  await owner.end()
  return Number(rows[0].most)
}

describe.concurrent.each<EboxApi>(['federal-v3', 'federal-v2'])('over %s', (api) => {
  test('a job is there three times, for two workers: each person once', async () => {
    await inTrial(api, async (trial) => {
      await workThrough(trial, trial.deps, 3)
      expect((await statusOf(trial.database, trial.campaign)).counts.unconfirmed).toBe(0)
      await expectNobodyTwice(trial)
    })
  })

  test.each<Point>(['after the claim is committed', 'before the answer is committed'])(
    'a job is retried by the queue, because its handler failed %s: each person once',
    async (point) => {
      await inTrial(api, async (trial) => {
        let times = 0
        const fail = async () => {
          if (++times === 3) throw new Error('the handler failed')
          return undefined as never
        }
        await workThrough(trial, dyingAt(point, trial.deps, fail), 1)
        expect(await mostRetries(trial)).toBe(1)
        await expectNobodyTwice(trial)
      })
    },
  )
})
