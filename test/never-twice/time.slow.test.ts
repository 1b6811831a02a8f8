import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverBatch } from '../../src/delivery/deliver-batch.ts'
import { createTraffic, runCampaign } from '../../src/delivery/index.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  scriptedMailbox,
  testDeps,
} from '../../src/delivery/testing.ts'
import { keepAgreedClock } from '../../src/platform/agreed-clock.ts'
import type { Clock } from '../../src/platform/clock.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { createLogger } from '../../src/platform/log.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'

const count = 80
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

function expectEachPersonOnce({ standIn }: EboxRoad): void {
  const truth = standIn.truth()
  expect(truth).toMatchObject({ accepted: count, distinctRecipients: count, byKey: count })
  expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
}

test('away for an hour: nothing is refused, nothing is lost, each person once', async () => {
  const timesFaster = 600
  const started = Date.now()
  const clock = { now: () => new Date(started + (Date.now() - started) * timesFaster) }
  const road = await eboxRoad('federal-v3', { faults: { rules: [{ kind: 'slow-reply', delayMs: 20 }] } })
  try {
    const campaign = await aCampaign(database, firstMunicipality, count)
    const mailbox = await road.mailboxFor()(firstMunicipality)
    const patience = { concurrency: 4, ratePerSecond: 1000 } // and the waits that are usual
    const deps = { ...testDeps(database, mailbox), clock, traffic: createTraffic(patience) }
    const running = runCampaign(deps, campaign)
    while (road.standIn.truth().accepted < 20) await sleep(5)
    await road.outage(3_600_000 / timesFaster)
    expect((await running).counts).toMatchObject({ refused: 0, unconfirmed: 0, waiting: 0 })
    expectEachPersonOnce(road)
  } finally {
    await road.close()
  }
}, 90_000)

test('a machine whose clock is ahead sends nothing before it is due by the clock of the database', async () => {
  const sentBy = async (kept: (ahead: Clock) => Promise<Clock>) => {
    const campaign = await aCampaign(database, firstMunicipality, 3)
    await database.inScope(staffOf(firstMunicipality), (db) =>
      sql`update delivery.delivery set next_attempt_at = now() + interval '2 minutes'
          where campaign_id = ${campaign.campaignId}`.execute(db),
    )
    const clock = await kept({ now: () => new Date(Date.now() + 5 * 60_000) })
    const mailbox = scriptedMailbox(() => accepted)
    const { state } = await deliverBatch({ ...testDeps(database, mailbox), clock }, { ...campaign, batch: 1 })
    return { state, sent: mailbox.messages.length }
  }
  expect(await sentBy(async (ahead) => ahead), 'by its own clock').toEqual({ state: 'done', sent: 3 })
  const log = createLogger('silent')
  expect(await sentBy((clock) => keepAgreedClock({ database, clock, log }))).toEqual({
    ...{ state: 'later', sent: 0 },
  })
}, 90_000)

test('clocks that are minutes apart: each person once', async () => {
  const road = await eboxRoad('federal-v3', {
    faults: {
      seed: 3,
      rules: [
        { kind: 'lose-reply', probability: 0.1 },
        { kind: 'error', status: 500, probability: 0.1 },
        { kind: 'slow-reply', delayMs: 10 },
      ],
    },
  })
  try {
    const campaign = await aCampaign(database, firstMunicipality, count)
    const mailbox = await road.mailboxFor()(firstMunicipality)
    const runs = [-5, 5].map((minutes) => {
      const clock = { now: () => new Date(Date.now() + minutes * 60_000) }
      return runCampaign({ ...testDeps(database, mailbox), clock }, campaign)
    })
    for (const { counts } of await Promise.all(runs))
      expect(counts).toMatchObject({ refused: 0, unconfirmed: 0, waiting: 0 })
    expectEachPersonOnce(road)
  } finally {
    await road.close()
  }
}, 90_000)
