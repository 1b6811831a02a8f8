import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { createCampaignFeed } from './campaign-feed.ts'
import { runCampaign } from './run-campaign.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'
import type { CampaignProgress } from './watch-campaign.ts'

let database: TestDatabase
const never = new AbortController().signal

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

async function all(events: AsyncIterable<CampaignProgress>): Promise<CampaignProgress[]> {
  const heard: CampaignProgress[] = []
  for await (const event of events) heard.push(event)
  return heard
}

test('ten who follow a campaign hear the same, of one count of its rows, until it is finished', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 40)
  let asked = 0
  const counting = {
    ...database,
    inScope: (...given: Parameters<TestDatabase['inScope']>) => {
      asked++
      return database.inScope(...given)
    },
  } as TestDatabase
  const deps = testDeps(
    database,
    scriptedMailbox(() => sleep(20).then(() => accepted), false),
  )
  const feed = createCampaignFeed({ ...deps, database: counting }, { everyMs: 20 })
  const following = Promise.all(Array.from({ length: 10 }, () => all(feed.follow(campaign, never))))
  await runCampaign(deps, campaign)
  const heard = await following
  const most = Math.max(...heard.map((events) => events.length))
  expect(most).toBeGreaterThan(1)
  expect(heard.every((events) => events.at(-1)?.counts.delivered === 40)).toBe(true)
  expect(asked, 'not once for each of the ten').toBeLessThan(5 * most)
})

test('looks no longer once nobody follows, and again for who comes later', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  let asked = 0
  const counting = {
    ...database,
    inScope: (...given: Parameters<TestDatabase['inScope']>) => {
      asked++
      return database.inScope(...given)
    },
  } as TestDatabase
  const deps = testDeps(
    counting,
    scriptedMailbox(() => accepted),
  )
  const feed = createCampaignFeed(deps, { everyMs: 10 })
  const leaving = new AbortController()
  const first = all(feed.follow(campaign, leaving.signal))
  await sleep(60)
  leaving.abort()
  expect(await first).toHaveLength(1)
  await sleep(30)
  const before = asked
  await sleep(60)
  expect(asked).toBe(before)
  const later = new AbortController()
  for await (const { counts } of feed.follow(campaign, later.signal)) {
    expect(counts.waiting).toBe(1)
    later.abort()
  }
})
