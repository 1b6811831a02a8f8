import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CampaignRef, campaignStatus } from '../../src/delivery/index.ts'
import { aCampaign, addTestMunicipality, personNumber } from '../../src/delivery/testing.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { type EboxRoad, eboxRoad } from '../ebox.ts'
import { type StrictEbox, type StrictReply, startStrictEbox } from '../strict-ebox.ts'
import { startWorkerThatDies, traffic } from './worker-that-dies.ts'

/**
 * A small storm over a server that is made from the official description of v2.1 and shares nothing with the stand-in:
 * workers are killed, replies get lost, and its own books are those that count.
 */

const count = 400
const kills = 3
let database: TestDatabase
let road: EboxRoad
let strict: StrictEbox
/** How each request ended, in order: taken or not, and whether anybody heard. */
const replies: StrictReply[] = []

const published = (n: number): StrictReply => ({
  ...{ status: 201, body: { messageId: `3f7b6a52-${n}`, expirationDate: '2029-05-25T00:00:00+02:00' } },
})
/** The only other answers that the description knows are refusals. */
const refusal: StrictReply = {
  status: 400,
  body: {
    id: '7a1d1c1e-0b52-4f6c-9a35-2f0f5a0f7d11',
    ...{ code: 'INVALID_INPUT', message: 'not this one', contact: 'helpdesk', environment: 'acceptation' },
  },
}

function replyTo(request: number): StrictReply {
  const reply = request % 23 === 0 ? refusal : published(request)
  return request % 17 === 0 ? { ...reply, isLost: true } : reply
}

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
  road = await eboxRoad('federal-v2') // for the key and the name of the sender
  strict = await startStrictEbox((request) => {
    const reply = replyTo(request)
    replies.push(reply)
    return reply
  })
})
afterAll(async () => {
  await strict.close()
  await road.close()
  await database.close()
})

async function deliverThoughKilled(campaign: CampaignRef): Promise<void> {
  const env = { ...road.env, EBOX_BASE_URL: `${strict.url}/v2/`, EBOX_TOKEN_URL: `${strict.url}/token` }
  const start = () => startWorkerThatDies(env, { campaign, databaseUrl: database.url })
  const stays = start()
  const ended = once(stays, 'exit')
  for (let kill = 1; kill <= kills; kill++) {
    const worker = start()
    const goal = (kill * count) / (kills + 1)
    while (strict.requests.length < goal) await sleep(5)
    worker.kill('SIGKILL')
  }
  expect(await ended).toEqual([0, null])
}

test('each person at most once in its books, every doubt is named, and no request is other than described', async () => {
  const { municipalityId, campaignId } = await aCampaign(database, firstMunicipality, count)
  const campaign = { municipalityId, campaignId }
  await deliverThoughKilled(campaign)
  const status = await database.inScope(staffOf(firstMunicipality), (db) =>
    campaignStatus(db, campaign, new Date()),
  )
  const { delivered, unconfirmed, refused } = status!.counts
  expect(strict.requests.flatMap(({ complaints }) => complaints)).toEqual([])
  const recipientOf = (message: Record<string, unknown>) =>
    (message.recipient as { eboxIdValue: string }).eboxIdValue
  const asked = strict.requests.map(({ message }) => recipientOf(message))
  const taken = asked.filter((_, n) => replies[n]!.status === 201)
  expect(new Set(asked).size, 'without keys nobody is tried twice, whatever the answer').toBe(asked.length)
  const people = new Set(Array.from({ length: count }, (_, n) => personNumber(n)))
  expect(asked.filter((one) => !people.has(one))).toEqual([])
  expect(delivered + unconfirmed + refused).toBe(count)
  expect(refused).toBeGreaterThan(0)
  const heard = replies.filter(({ status, isLost }) => status === 201 && !isLost).length
  expect(delivered).toBeLessThanOrEqual(heard)
  expect(heard - delivered, 'heard by a worker that was killed').toBeLessThanOrEqual(
    kills * traffic.concurrency,
  )
  expect(taken.length).toBeGreaterThanOrEqual(delivered)
})
