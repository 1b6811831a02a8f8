import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { runCampaign } from './run-campaign.ts'
import { stopCampaign } from './stop-campaign.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'
import { type CampaignProgress, watchCampaign } from './watch-campaign.ts'

let database: TestDatabase

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

test('tells of every change that another process makes, and ends when the campaign is finished', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 60)
  const slowly = scriptedMailbox(async () => {
    await sleep(40)
    return accepted
  }, false)
  const deps = testDeps(database, slowly)
  const watching = all(watchCampaign(deps, { ...campaign, everyMs: 20 }))
  await runCampaign(deps, campaign)
  const events = await watching
  const delivered = events.map(({ counts }) => counts.delivered)
  expect(delivered).toEqual(delivered.toSorted((a, b) => a - b))
  expect(new Set(delivered).size).toBeGreaterThan(2)
  expect(delivered.at(-1)).toBe(60)
  expect(events.filter(({ finishedAt }) => finishedAt)).toEqual([events.at(-1)])
})

test('ends at a stop, with its reason, and when nobody looks any more', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const mailbox = scriptedMailbox(() => accepted)
  const deps = testDeps(database, mailbox)
  const gone = new AbortController()
  const looking = all(watchCampaign(deps, { ...campaign, everyMs: 10, until: gone.signal }))
  await sleep(100)
  gone.abort()
  expect(await looking).toHaveLength(1)
  const untilStopped = all(watchCampaign(deps, { ...campaign, everyMs: 10 }))
  await stopCampaign(deps, { ...campaign, because: 'a doubt', by: 'test' })
  expect((await untilStopped).at(-1)).toMatchObject({ state: 'stopped', stoppedBecause: 'a doubt' })
})
