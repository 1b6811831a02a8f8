import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaultPlan } from '../dev/ebox/faults.ts'
import { scopes } from '../dev/ebox/scopes.ts'
import { boxStateByDefault } from '../dev/ebox/test-number.ts'
import {
  type CampaignStatus,
  createTraffic,
  resumeCampaign,
  runCampaign,
  stopCampaign,
} from '../src/delivery/index.ts'
import {
  aCampaign,
  addTestMunicipality,
  documentFor,
  documentsMadeBy,
  personNumber,
  testDeps,
} from '../src/delivery/testing.ts'
import type { DocumentId } from '../src/platform/ids.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from './database.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from './ebox.ts'
import { mendRefusals } from './storm/refused.ts'

/**
 * The delivery of a campaign, judged by what the other side says that it accepted. Each test has an e-Box and a campaign
 * of its own, so that they can wait side by side.
 */

const count = 80
const traffic = {
  concurrency: 8,
  ratePerSecond: 100_000,
  backoff: { firstSeconds: 0.02, capSeconds: 0.2 },
}
let database: TestDatabase
const roads: EboxRoad[] = []

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(async () => {
  await Promise.all(roads.map((road) => road.close()))
  await database.close()
})

interface Trial {
  readonly api?: EboxApi
  readonly rules?: FaultPlan['rules']
  readonly env?: Record<string, string>
  readonly tokenLifeSeconds?: number
  /** Added to each document: so many do not fit in what a connection holds. */
  readonly moreBytes?: number
}

async function openRoad(...options: Parameters<typeof eboxRoad>): Promise<EboxRoad> {
  const road = await eboxRoad(...options)
  roads.push(road)
  return road
}

async function deliver(trial: Trial) {
  const { api = 'federal-v3', rules = [], env = {}, tokenLifeSeconds = 300, moreBytes = 0 } = trial
  const road = await openRoad(api, { faults: { seed: 7, rules }, tokenLifeSeconds })
  const make = (id: DocumentId) => Buffer.concat([documentFor(id), Buffer.alloc(moreBytes, '.')])
  const campaign = await aCampaign(database, firstMunicipality, count, { make })
  const mailbox = await road.mailboxFor({}, env)(firstMunicipality)
  const documents = documentsMadeBy(make)
  const deps = { ...testDeps(database, mailbox), documents, traffic: createTraffic(traffic) }
  return { road, status: await runCampaign(deps, campaign) }
}

/** Route with keys: the other side has each person's document exactly once, and our counts are its counts. */
function expectExactlyOnce(road: EboxRoad, status: CampaignStatus): void {
  const truth = road.standIn.truth()
  expect(truth).toMatchObject({ accepted: count, distinctRecipients: count, byKey: count })
  expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
  const { delivered, inactive } = status.counts
  expect(delivered + inactive).toBe(count)
  const lost = status.byReason.find(({ reason }) => reason === 'receipt-lost')?.count ?? 0
  // A lost answer takes with it whether the box was ever opened: only those may be counted as active wrongly.
  expect(truth.inactive - inactive).toBeGreaterThanOrEqual(0)
  expect(truth.inactive - inactive).toBeLessThanOrEqual(lost)
}

test.concurrent('nothing goes wrong: the counts are the other side’s, active and inactive', async () => {
  const { road, status } = await deliver({})
  expectExactlyOnce(road, status)
  const people = Array.from({ length: count }, (_, n) => boxStateByDefault(personNumber(n)))
  expect(status.counts.delivered).toBe(people.filter((state) => state === 'accepted').length)
  expect(status.counts.inactive).toBe(road.standIn.truth().inactive)
  expect(road.standIn.truth().repeatsRefused).toBe(0)
})

describe.concurrent('with keys, exactly once, though', () => {
  const trials: [string, Trial, readonly string[]][] = [
    [
      'replies are lost after acceptance',
      { rules: [{ kind: 'lose-reply', probability: 0.15 }] },
      ['lose-reply'],
    ],
    [
      'replies are cut in half',
      { rules: [{ kind: 'truncate-reply', probability: 0.15 }] },
      ['truncate-reply'],
    ],
    [
      'it is too busy, in seconds and as a date',
      {
        rules: [
          { kind: 'busy', times: 2, after: 20 },
          { kind: 'busy', times: 2, after: 50, retryAfterAs: 'date' },
        ],
      },
      ['busy'],
    ],
    [
      'it has a burst of errors',
      {
        rules: [
          { kind: 'error', status: 500, after: 20, times: 1, lasts: { requests: 25 } },
          { kind: 'error', status: 502, probability: 0.05 },
          { kind: 'error', status: 503, times: 1, after: 60 },
        ],
      },
      ['error'],
    ],
    [
      'connections break before anything is read',
      { rules: [{ kind: 'reset', probability: 0.1 }] },
      ['reset'],
    ],
    [
      'requests are cut halfway',
      { rules: [{ kind: 'cut-request', probability: 0.1 }], moreBytes: 500_000 },
      ['cut-request'],
    ],
    [
      'answers come too late',
      {
        rules: [{ kind: 'slow-reply', times: 5, after: 10, delayMs: 3000 }],
        env: { EBOX_TIMEOUT_MS: '300' },
      },
      ['slow-reply'],
    ],
    ['tokens expire', { rules: [{ kind: 'expire-token', probability: 0.05 }] }, ['expire-token']],
    [
      'the token endpoint fails for a while',
      { rules: [{ kind: 'error', on: 'token', times: 1, lasts: { requests: 2 } }] },
      ['error'],
    ],
    [
      'it is gone for a while',
      { rules: [{ kind: 'down', on: 'any', after: 30, times: 1, lasts: { ms: 700 } }] },
      ['down'],
    ],
  ]
  test.each(trials)('%s', async (_name, trial, kinds) => {
    const { road, status } = await deliver(trial)
    expectExactlyOnce(road, status)
    for (const kind of kinds)
      expect(road.standIn.faults.struck(), `${kind} never struck`).toHaveProperty(kind)
  })
})

describe.concurrent.each<EboxApi>(['federal-v2', 'magda'])('without keys (%s), at most once', (api) => {
  test('what may be there twice if sent again is named, everything else arrives', async () => {
    const { road, status } = await deliver({
      api,
      rules: [
        { kind: 'lose-reply', probability: 0.05 },
        { kind: 'truncate-reply', probability: 0.03 },
        { kind: 'cut-request', probability: 0.03 },
        { kind: 'error', status: 502, probability: 0.03 },
        { kind: 'error', status: 503, times: 1, after: 10, retryAfterSeconds: 0 },
        { kind: 'busy', times: 2, after: 30 },
        { kind: 'expire-token', times: 3, after: 50 },
      ],
    })
    const truth = road.standIn.truth()
    expect(truth.duplicates.byRecipientAndType).toBe(0)
    const { delivered, inactive, unconfirmed } = status.counts
    expect(delivered + inactive + unconfirmed).toBe(count)
    expect(unconfirmed).toBeGreaterThan(0)
    expect(truth.accepted).toBeGreaterThanOrEqual(delivered + inactive)
    expect(truth.accepted).toBeLessThanOrEqual(delivered + inactive + unconfirmed)
  })

  test('when nobody listens, nothing is lost: it waits until somebody does', async () => {
    const road = await openRoad(api)
    const campaign = await aCampaign(database, firstMunicipality, 20)
    const mailbox = await road.mailboxFor()(firstMunicipality)
    const deps = { ...testDeps(database, mailbox), traffic: createTraffic(traffic) }
    const [, status] = await Promise.all([road.outage(1000), runCampaign(deps, campaign)])
    expect(status.counts).toMatchObject({ unconfirmed: 0, refused: 0, waiting: 0 })
    expect(road.standIn.truth()).toMatchObject({ accepted: 20, distinctRecipients: 20 })
  })
})

describe.concurrent.each<EboxApi>(['federal-v3', 'federal-v2', 'magda'])('over %s', (api) => {
  test('letters are refused one by one and named; the cause mended, they go again as groups: each person once', async () => {
    const rules: FaultPlan['rules'] = [
      { kind: 'refuse', probability: 0.05 },
      { kind: 'refuse', status: 422, probability: 0.05 },
      { kind: 'refuse', status: 403, times: 1, after: 10 },
      { kind: 'refuse', status: 404, times: 1, after: 20 },
    ]
    const road = await openRoad(api, { faults: { seed: 7, rules } })
    const campaign = await aCampaign(database, firstMunicipality, count)
    const mailbox = await road.mailboxFor()(firstMunicipality)
    const app = { ...testDeps(database, mailbox), traffic: createTraffic(traffic) }
    const { counts } = await runCampaign(app, campaign)
    expect(counts.refused).toBeGreaterThan(0)
    expect(counts).toMatchObject({ unconfirmed: 0, waiting: 0 })
    const { turnedAway, inBooks, retried } = await mendRefusals({ app, road }, [campaign])
    expect(new Set(turnedAway.map(({ document }) => document))).toEqual(road.refused())
    expect(inBooks).toEqual([])
    expect(Object.values(retried).reduce((sum, each) => sum + each, 0)).toBe(counts.refused)
    const after = await runCampaign(app, campaign)
    expect(after.counts.delivered + after.counts.inactive).toBe(count)
    expect(road.standIn.truth()).toMatchObject({ accepted: count, distinctRecipients: count })
  })
})

test.concurrent('the e-Box goes away in the middle and comes back: each person once', async () => {
  const road = await openRoad('federal-v3', { faults: { rules: [{ kind: 'slow-reply', delayMs: 5 }] } })
  const campaign = await aCampaign(database, firstMunicipality, count)
  const mailbox = await road.mailboxFor()(firstMunicipality)
  const deps = { ...testDeps(database, mailbox), traffic: createTraffic(traffic) }
  const running = runCampaign(deps, campaign)
  while (road.standIn.truth().accepted < 30) await sleep(5)
  await road.outage(500)
  expectExactlyOnce(road, await running)
})

test.concurrent('stopped while a token is waited for: nothing leaves when it comes; resumed, each person once', async () => {
  const rules: FaultPlan['rules'] = [{ kind: 'slow-reply', on: 'token', times: 1, delayMs: 1500 }]
  const road = await openRoad('federal-v3', { faults: { rules } })
  const campaign = await aCampaign(database, firstMunicipality, count)
  const mailbox = await road.mailboxFor({}, { EBOX_TIMEOUT_MS: '10000' })(firstMunicipality)
  const deps = { ...testDeps(database, mailbox), traffic: createTraffic(traffic) }
  const running = runCampaign(deps, campaign)
  while (!road.standIn.faults.struck()['slow-reply']) await sleep(5)
  await stopCampaign(deps, { ...campaign, because: 'a doubt', by: 'test' })
  expect((await running).counts).toMatchObject({ waiting: count, unconfirmed: 0 })
  expect(road.standIn.truth().accepted).toBe(0)
  await resumeCampaign(deps, { ...campaign, by: 'test' })
  expectExactlyOnce(road, await runCampaign(deps, campaign))
})

test.concurrent('rights that are missing stop the campaign at once; with them it goes on, and nobody was refused', async () => {
  const road = await openRoad('federal-v3', { grantedScopes: ['scope:other', scopes.publish] })
  const campaign = await aCampaign(database, firstMunicipality, count)
  const without = await road.mailboxFor({}, { EBOX_SCOPE: 'scope:other' })(firstMunicipality)
  const deps = { ...testDeps(database, without), traffic: createTraffic(traffic) }
  const status = await runCampaign(deps, campaign)
  expect(status).toMatchObject({ state: 'stopped', counts: { refused: 0, waiting: count } })
  expect(status.stoppedBecause).toMatch(/^mailbox-closed: FORBIDDEN \(HTTP 403\)/)
  await resumeCampaign(deps, { ...campaign, by: 'test' })
  const mailbox = await road.mailboxFor()(firstMunicipality)
  expectExactlyOnce(road, await runCampaign({ ...deps, mailboxFor: async () => mailbox }, campaign))
})
