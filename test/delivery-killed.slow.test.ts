import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pseudonymOf } from '../dev/ebox/citizens.ts'
import type { FaultPlan } from '../dev/ebox/faults.ts'
import {
  type CampaignRef,
  campaignStatus,
  type DeliveryOutcome,
  outcomesAfter,
} from '../src/delivery/index.ts'
import { aCampaign, addTestMunicipality, personNumber, testDataKey } from '../src/delivery/testing.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from './database.ts'
import { type EboxApi, eboxRoad } from './ebox.ts'

/** Workers killed with SIGKILL, again and again, while the other side fails at random. */

const concurrency = 16
/** On a busy machine most of the time goes into starting workers anew. */
const longMs = 1_200_000
const faults: FaultPlan = {
  seed: 2029,
  rules: [
    { kind: 'lose-reply', probability: 0.02 },
    { kind: 'truncate-reply', probability: 0.01 },
    { kind: 'error', status: 500, probability: 0.01 },
    { kind: 'error', status: 502, probability: 0.01 },
    { kind: 'reset', probability: 0.01 },
    { kind: 'busy', times: 4, probability: 0.001 },
    { kind: 'busy', times: 4, probability: 0.001, retryAfterAs: 'date' },
    { kind: 'error', status: 503, times: 3, probability: 0.0005 },
    { kind: 'expire-token', times: 20, probability: 0.002 },
  ],
}
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

async function deliverWhileKilling(api: EboxApi, count: number) {
  const road = await eboxRoad(api, { faults })
  const campaign = await aCampaign(database, firstMunicipality, count)
  const env = {
    ...{ ...process.env, ...road.env, DATABASE_URL: database.url, LOG_LEVEL: 'error' },
    ...{ KIESLOKET_DATA_KEY: testDataKey, EBOX_CONCURRENCY: String(concurrency) },
    CAMPAIGN: campaign.campaignId,
  }
  const acceptedSoFar = () => road.standIn.truth().accepted
  const killed = await killAndStart(env, campaign, acceptedSoFar)
  const outcomes = await allOutcomes(campaign, count)
  const messages = road.standIn.messages()
  const truth = road.standIn.truth()
  const struck = road.standIn.faults.struck()
  await road.close()
  const status = await statusOf(campaign)
  console.log({ api, killed, struck, counts: status.counts, byReason: status.byReason, truth })
  return { campaign, outcomes, messages, truth, status, killed, struck }
}

/**
 * Keeps two workers going, one on the queue and one as the command line runs a campaign, and kills one of them each
 * time that some hundreds more were accepted, until the campaign is finished. Answers how many it killed.
 */
async function killAndStart(
  env: NodeJS.ProcessEnv,
  campaign: CampaignRef,
  acceptedSoFar: () => number,
): Promise<number> {
  const start = (workAs: string) =>
    spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'delivery-worker.ts')], {
      ...{ env: { ...env, WORK_AS: workAs }, stdio: ['ignore', 'ignore', 'inherit'] },
    })
  const workers = [start('jobs'), start('run')] as [ChildProcess, ChildProcess]
  for (let kills = 0; ; kills++) {
    // Spread without a random generator, so that a failure can be looked at again.
    const finished = await moreAccepted(campaign, acceptedSoFar, 150 + ((kills * 1237) % 1100))
    await sleep((kills * 37) % 90)
    const one = kills % 2
    workers[one]!.kill('SIGKILL')
    if (finished) {
      workers[1 - one]!.kill('SIGKILL')
      return kills
    }
    workers[one] = start(one === 0 ? 'jobs' : 'run')
  }
}

/** Waits for so many more acceptances; true when the campaign was finished first. */
async function moreAccepted(
  campaign: CampaignRef,
  acceptedSoFar: () => number,
  more: number,
): Promise<boolean> {
  const enough = acceptedSoFar() + more
  for (let lookAgainAt = Date.now() + 2000; acceptedSoFar() < enough; await sleep(20)) {
    if (Date.now() < lookAgainAt) continue
    if (await isFinished(campaign)) return true
    lookAgainAt = Date.now() + 2000
  }
  return false
}

async function isFinished(campaign: CampaignRef): Promise<boolean> {
  const status = await statusOf(campaign)
  if (status.state === 'stopped') throw new Error(`stopped: ${status.stoppedBecause}`)
  return status.finishedAt !== undefined
}

const statusOf = async (campaign: CampaignRef) =>
  (await database.inScope(staffOf(firstMunicipality), (db) => campaignStatus(db, campaign, new Date())))!

async function allOutcomes(campaign: CampaignRef, count: number): Promise<DeliveryOutcome[]> {
  return database.inScope(staffOf(firstMunicipality), (db) =>
    outcomesAfter(db, campaign, undefined, count + 1),
  )
}

test('with keys: its own count says each person once, and our counts are its counts', {
  timeout: longMs,
}, async () => {
  const count = 20_000
  const { campaign, outcomes, messages, truth, status, killed } = await deliverWhileKilling(
    'federal-v3',
    count,
  )
  expect(killed).toBeGreaterThan(5)
  expect(truth).toMatchObject({ accepted: count, distinctRecipients: count, byKey: count })
  expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
  const { delivered, inactive } = status.counts
  expect(delivered + inactive).toBe(count)

  const messageOfKey = new Map(messages.map((message) => [message.key, message]))
  const keyOf = new Map(campaign.documents.map((each) => [each.documentId, each.mailboxKey]))
  for (const { documentId, receipt, reason, state } of outcomes) {
    const message = messageOfKey.get(keyOf.get(documentId)!)!
    if (receipt) expect(receipt).toBe(message.messageId)
    else expect(reason).toBe('receipt-lost')
    if (receipt) expect(state).toBe(message.active ? 'delivered' : 'inactive')
  }
})

test('without keys: nobody twice, and what it accepted is delivered or named', {
  timeout: longMs,
}, async () => {
  const count = 6000
  const { campaign, outcomes, messages, truth, status, killed, struck } = await deliverWhileKilling(
    'federal-v2',
    count,
  )
  expect(killed).toBeGreaterThan(5)
  expect(truth.duplicates.byRecipientAndType).toBe(0)
  const { delivered, inactive, unconfirmed } = status.counts
  expect(delivered + inactive + unconfirmed).toBe(count)

  const stateOf = new Map(outcomes.map(({ documentId, state }) => [documentId, state]))
  const stateOfPerson = new Map(
    campaign.documents.map(({ documentId }, n) => [pseudonymOf(personNumber(n)), stateOf.get(documentId)!]),
  )
  const accepted = new Set(messages.map(({ recipient }) => recipient))
  for (const person of accepted)
    expect(['delivered', 'inactive', 'unconfirmed']).toContain(stateOfPerson.get(person))
  for (const [person, state] of stateOfPerson)
    if (state === 'delivered' || state === 'inactive') expect(accepted).toContain(person)

  const lostWithWorkers = status.byReason.find(({ reason }) => reason === 'worker-lost')?.count ?? 0
  expect(lostWithWorkers).toBeLessThanOrEqual((killed + 2) * concurrency)
  const lostAnswers = Object.entries(struck).filter(([kind]) => kind !== 'busy' && kind !== 'expire-token')
  const mostLost = lostAnswers.reduce((sum, [, times]) => sum + times, 0)
  expect(unconfirmed - lostWithWorkers).toBeLessThanOrEqual(mostLost + killed * concurrency)
})
