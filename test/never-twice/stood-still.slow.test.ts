import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unconfirmedAfter } from '../../src/delivery/delivery-overview.ts'
import { type CampaignRef, createTraffic, runCampaign, settleUnconfirmed } from '../../src/delivery/index.ts'
import { aCampaign, addTestMunicipality, testDeps } from '../../src/delivery/testing.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'
import { startWorkerThatDies, traffic } from './worker-that-dies.ts'

/**
 * A machine stands still with letters in hand that have not left, for longer than its lock lasts. Another takes over, a person looks
 * what became of those letters, and lets go again what never arrived. Then the first machine wakes up.
 */

const count = 60
let database: TestDatabase
let road: EboxRoad

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
  road = await eboxRoad('federal-v2')
})
afterAll(async () => {
  await road.close()
  await database.close()
})

/** Settles each by what is in the books; answers how many go again. */
async function settleByTheBooks(
  campaign: CampaignRef,
  sha256Of: ReadonlyMap<string, string>,
): Promise<number> {
  const inBooks = new Set(road.standIn.messages().map(({ sha256 }) => sha256))
  const doubtful = await database.inScope(staffOf(firstMunicipality), (db) =>
    unconfirmedAfter(db, campaign, undefined, count),
  )
  let again = 0
  for (const { documentId } of doubtful) {
    const as = inBooks.has(sha256Of.get(documentId)!) ? 'delivered' : 'send-again'
    if (as === 'send-again') again++
    const evidence = 'the helpdesk looked it up'
    await settleUnconfirmed(
      { database, clock: systemClock },
      { ...campaign, documentId, as, evidence, by: 'clerk' },
    )
  }
  return again
}

test('a machine that wakes up after its letters were settled sends none of them', {
  timeout: 120_000,
}, async () => {
  const { municipalityId, campaignId, documents } = await aCampaign(database, firstMunicipality, count)
  const campaign = { municipalityId, campaignId }
  const sha256Of = new Map(
    documents.map(({ documentId, documentSha256 }) => [
      documentId as string,
      Buffer.from(documentSha256).toString('hex'),
    ]),
  )
  const sleeper = startWorkerThatDies(road.env, { campaign, databaseUrl: database.url, ratePerSecond: 4 })
  const ended = once(sleeper, 'exit')
  try {
    while (road.standIn.truth().accepted < 6) await sleep(5)
    sleeper.kill('SIGSTOP')
    const mailbox = await road.mailboxFor()(firstMunicipality)
    const deps = { ...testDeps(database, mailbox), traffic: createTraffic(traffic) }
    await runCampaign(deps, campaign)
    expect(await settleByTheBooks(campaign, sha256Of), 'had not left').toBeGreaterThan(0)
    const { counts } = await runCampaign(deps, campaign)
    expect(counts.delivered + counts.inactive).toBe(count)

    sleeper.kill('SIGCONT')
    expect(await ended).toEqual([0, null])
    const truth = road.standIn.truth()
    expect(truth).toMatchObject({ accepted: count, distinctRecipients: count })
    expect(truth.duplicates.byRecipientAndType).toBe(0)
  } finally {
    sleeper.kill('SIGKILL')
  }
})
