import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CampaignRef, createTraffic, runCampaign } from '../../src/delivery/index.ts'
import { aCampaign, addTestMunicipality, testDeps } from '../../src/delivery/testing.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from '../ebox.ts'
import { type Point, points } from './points.ts'
import { startWorkerThatDies, traffic } from './worker-that-dies.ts'

/** One worker dies at one point; another goes on. What the e-Box accepted says whether anything doubled or got lost. */

/** With keys 32 of them are in hand at once: the second time at a point is well before the end. */
const count = 120
const inOneFlight = traffic.concurrency / traffic.batchesAtOnce
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

async function dieAt(point: Point, campaign: CampaignRef, road: EboxRoad): Promise<NodeJS.Signals | null> {
  const worker = startWorkerThatDies(road.env, { point, campaign, databaseUrl: database.url })
  const [, signal] = await once(worker, 'exit')
  return signal
}

/** Nothing of these points has left, or everything of them is written down. */
const leavesNoDoubt: readonly Point[] = ['before the claim is committed', 'after the answer is committed']

describe.each<EboxApi>(['federal-v3', 'federal-v2'])('over %s', (api) => {
  test.each(points)('killed %s', { timeout: 60_000 }, async (point) => {
    const slow = { kind: 'slow-reply', delayMs: 300, probability: 1 } as const
    const road = await eboxRoad(api, { faults: { rules: point === 'during the call' ? [slow] : [] } })
    try {
      const { municipalityId, campaignId } = await aCampaign(database, firstMunicipality, count)
      const campaign = { municipalityId, campaignId }
      expect(await dieAt(point, campaign, road)).toBe('SIGKILL')
      road.standIn.faults.clear()
      const before = road.standIn.truth().accepted
      expect(before).toBeLessThan(count)

      const mailbox = await road.mailboxFor()(firstMunicipality)
      const deps = { ...testDeps(database, mailbox), traffic: createTraffic(traffic) }
      const { counts } = await runCampaign(deps, campaign)

      const truth = road.standIn.truth()
      expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
      expect(truth.distinctRecipients).toBe(truth.accepted)
      const arrived = counts.delivered + counts.inactive
      expect(arrived + counts.unconfirmed).toBe(count)
      if (api === 'federal-v3' || leavesNoDoubt.includes(point)) {
        expect(counts.unconfirmed).toBe(0)
        expect(truth.accepted).toBe(count)
      } else {
        expect(counts.unconfirmed).toBeGreaterThan(0)
        expect(counts.unconfirmed).toBeLessThanOrEqual(inOneFlight)
        expect(truth.accepted).toBeGreaterThanOrEqual(arrived)
      }
    } finally {
      await road.close()
    }
  })
})
