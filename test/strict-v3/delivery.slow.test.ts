import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMailboxFor } from '../../src/connectors/ebox/index.ts'
import {
  type CampaignRef,
  campaignStatus,
  createTraffic,
  retryFailed,
  runCampaign,
} from '../../src/delivery/index.ts'
import { aCampaign, addTestMunicipality, personNumber, testDeps } from '../../src/delivery/testing.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readConfig } from '../../src/platform/config.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { startWorkerThatDies, traffic } from '../never-twice/worker-that-dies.ts'
import type { Mishap, StrictOptions } from './server.ts'
import { ownNumber, type StrictRoad, strictRoad } from './testing.ts'

/**
 * Delivery over the strict registry: whatever goes wrong, its books have each person once, and nothing that reached it was
 * other than described.
 */

const count = 60
let database: TestDatabase
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(async () => {
  await Promise.all(opened.map((each) => each.close()))
  await database.close()
})

async function openRoad(options: Partial<StrictOptions>): Promise<StrictRoad> {
  const road = await strictRoad(options)
  opened.push(road)
  return road
}

/** So long that no reply comes later than this by itself, on however slow a machine. */
const replyAwaitedMs = 5000

async function run(road: StrictRoad, campaign: CampaignRef) {
  const config = readConfig({ ...road.env, EBOX_TIMEOUT_MS: String(replyAwaitedMs) })
  const mailboxes = createMailboxFor(config, async () => ({ enterpriseNumber: ownNumber }))
  opened.push(mailboxes)
  const mailbox = await mailboxes.mailboxFor(campaign.municipalityId)
  return runCampaign({ ...testDeps(database, mailbox), traffic: createTraffic(traffic) }, campaign)
}

/** Each person's document under its own key, once, and no request that the description does not know. */
function expectEachOnce({ registry }: StrictRoad, people = count): void {
  const { books, complaints } = registry
  expect(complaints).toEqual([])
  expect(books.map(({ recipient }) => recipient).toSorted()).toEqual(
    Array.from({ length: people }, (_, n) => personNumber(n)).toSorted(),
  )
  for (const of of ['key', 'sha256', 'messageId'] as const)
    expect(new Set(books.map((message) => message[of])).size, of).toBe(people)
}

const every = (nth: number, mishap: Mishap) => (request: number) => (request % nth === 0 ? mishap : undefined)
const between = (from: number, to: number, mishap: Mishap) => (request: number) =>
  request >= from && request < to ? mishap : undefined
const unlucky = new Set([3, 17, 18, 40, 59].map((n) => personNumber(n)))
const inAMoment = () => new Date(Date.now() + 1000).toUTCString()

describe.concurrent('each person once, though', () => {
  test.each<[string, Partial<StrictOptions>]>([
    ['nothing goes wrong', {}],
    ['replies are lost', { mishap: every(7, 'reply-lost') }],
    ['replies are cut in half', { mishap: every(7, 'reply-cut') }],
    ['connections break before anything is read', { mishap: every(6, 'unread') }],
    [
      'answers come too late',
      { mishap: (request) => (request === 9 ? { lateMs: replyAwaitedMs + 500 } : undefined) },
    ],
    ['it is busy, in seconds', { mishap: between(20, 22, { status: 429, retryAfter: '1' }) }],
    [
      'it is busy, until a moment',
      { mishap: (request) => (request === 30 ? { status: 503, retryAfter: inAMoment() } : undefined) },
    ],
    [
      'it says 503 and 504, and not when to come back',
      { mishap: (request) => every(9, { status: request % 2 === 0 ? 503 : 504 })(request) },
    ],
    ['it has a burst of errors', { mishap: between(15, 35, { status: 500 }) }],
    ['tokens end', { mishap: every(11, 'token-ends') }],
    ['no token is to be had for a while', { tokenMishap: between(1, 4, { status: 503 }) }],
  ])('%s', async (_, options) => {
    const road = await openRoad(options)
    const { counts } = await run(road, await aCampaign(database, firstMunicipality, count))
    expectEachOnce(road)
    expect(counts.delivered).toBe(count)
  })

  test.each([400, 422] as const)(
    'some are refused with %i, named, and go again together once the cause is mended',
    async (status) => {
      let isMended = false
      const road = await openRoad({
        refuses: ({ recipient }) => (!isMended && unlucky.has(recipient) ? status : undefined),
      })
      const campaign = await aCampaign(database, firstMunicipality, count)
      const { counts, byReason } = await run(road, campaign)
      const refused = unlucky.size
      expect(counts).toMatchObject({ delivered: count - refused, refused, unconfirmed: 0 })
      expect(byReason).toEqual([{ state: 'refused', reason: 'rejectedInput', count: refused }])
      isMended = true
      const group = { ...campaign, group: { reason: 'rejectedInput' }, by: 'operator' }
      expect(await retryFailed({ database, clock: systemClock }, group)).toEqual({ ok: true, count: refused })
      expect((await run(road, campaign)).counts.delivered).toBe(count)
      expectEachOnce(road)
    },
  )
})

const kills = 3
const stormCount = 300

/** A mishap of some kind for one request in five, in turn. */
function storm(request: number): Mishap | undefined {
  const kinds: Mishap[] = [
    ...(['reply-lost', 'unread', 'token-ends', 'reply-cut'] as const),
    { status: 429, retryAfter: '0' },
    { status: 502 },
  ]
  return request % 5 === 0 ? kinds[(request / 5) % kinds.length] : undefined
}

test('a small storm: workers are killed, and everything above goes wrong at once', async () => {
  const road = await openRoad({ mishap: storm, tokenMishap: every(4, { status: 500 }) })
  const campaign = await aCampaign(database, firstMunicipality, stormCount)
  const { municipalityId, campaignId } = campaign
  const start = () =>
    startWorkerThatDies(road.env, { campaign: { municipalityId, campaignId }, databaseUrl: database.url })
  const stays = start()
  const ended = once(stays, 'exit')
  for (let kill = 1; kill <= kills; kill++) {
    const worker = start()
    while (road.registry.books.length < (kill * stormCount) / (kills + 1)) await sleep(5)
    worker.kill('SIGKILL')
  }
  expect(await ended).toEqual([0, null])
  const status = await database.inScope(staffOf(firstMunicipality), (db) =>
    campaignStatus(db, campaign, new Date()),
  )
  expectEachOnce(road, stormCount)
  expect(status!.counts.delivered).toBe(stormCount)
})
