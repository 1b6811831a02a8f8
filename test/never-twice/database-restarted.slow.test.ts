import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CampaignRef, campaignStatus } from '../../src/delivery/index.ts'
import { aCampaign, addTestMunicipality } from '../../src/delivery/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { firstMunicipality, type TestDatabase } from '../database.ts'
import { type DatabaseServer, type StopMode, startDatabaseServer } from '../database-server.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from '../ebox.ts'
import { startWorkerThatDies, traffic } from './worker-that-dies.ts'

/**
 * PostgreSQL is stopped and started while two processes deliver; neither of them may end before everything is delivered.
 */

const count = 400
const restarts = 2

/** Restarts the database at each third of the campaign. */
async function restartOnTheWay(server: DatabaseServer, how: StopMode, { standIn }: EboxRoad): Promise<void> {
  for (let n = 1; n <= restarts; n++) {
    while (standIn.truth().accepted < (n * count) / (restarts + 1)) await sleep(5)
    await server.restart(how, n * 300)
  }
}

async function exitOf(worker: ChildProcess): Promise<unknown> {
  const [status, signal] = await once(worker, 'exit')
  return signal ?? status
}

const countsOf = async (database: TestDatabase, campaign: CampaignRef) =>
  (await database.inScope(staffOf(firstMunicipality), (db) => campaignStatus(db, campaign, new Date())))!
    .counts

// Each with a server of its own, so that they can wait side by side.
describe.concurrent.each<EboxApi>(['federal-v3', 'federal-v2'])('over %s', (api) => {
  let server: DatabaseServer
  let database: TestDatabase

  beforeAll(async () => {
    server = await startDatabaseServer()
    database = await server.database()
    await addTestMunicipality(database, firstMunicipality)
  })
  afterAll(async () => {
    await database.close()
    await server.close()
  })

  test.each<[string, StopMode]>([
    ['stopped', 'fast'],
    ['crashed', 'immediate'],
  ])('in the middle, twice, the database %s', { concurrent: false }, async (_, how) => {
    const road = await eboxRoad(api, { faults: { rules: [{ kind: 'slow-reply', delayMs: 25 }] } })
    const { municipalityId, campaignId } = await aCampaign(database, firstMunicipality, count)
    const campaign = { municipalityId, campaignId }
    const workers = [1, 2].map(() => startWorkerThatDies(road.env, { campaign, databaseUrl: database.url }))
    try {
      const ended = Promise.all(workers.map(exitOf))
      await restartOnTheWay(server, how, road)
      expect(await ended, 'no worker gave up').toEqual([0, 0])
      const counts = await countsOf(database, campaign)
      const truth = road.standIn.truth()
      expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
      expect(truth.distinctRecipients).toBe(truth.accepted)
      const arrived = counts.delivered + counts.inactive
      expect(arrived + counts.unconfirmed).toBe(count)
      expect(truth.accepted).toBeGreaterThanOrEqual(arrived)
      if (api === 'federal-v3') expect(truth.accepted).toBe(count)
      else expect(counts.unconfirmed).toBeLessThanOrEqual(restarts * traffic.concurrency * workers.length)
    } finally {
      for (const worker of workers) worker.kill('SIGKILL')
      await road.close()
    }
  })
})
