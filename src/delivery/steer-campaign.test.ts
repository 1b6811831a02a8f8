import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../test/database.ts'
import { fixedClock, systemClock } from '../platform/clock.ts'
import { dayInBelgium } from '../platform/dates.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { CampaignId, DocumentId } from '../platform/ids.ts'
import { batchSize } from './batch-size.ts'
import type { CampaignRef } from './campaign.ts'
import { batchesDue, campaignStatus } from './campaign-overview.ts'
import { findCampaign } from './campaign-store.ts'
import { runCampaign } from './run-campaign.ts'
import { scheduleEffect } from './schedule-overview.ts'
import { holdCampaign, letAllGo, scheduleCampaign, sendWave } from './steer-campaign.ts'
import { stopCampaign } from './stop-campaign.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  for (const each of [firstMunicipality, secondMunicipality]) await addTestMunicipality(database, each)
})
afterAll(() => database.close())

const by = 'an'
const idsOf = (documents: readonly { documentId: DocumentId }[]) => documents.map((each) => each.documentId)
const keysOf = (documents: readonly { mailboxKey: string }[]) => documents.map((each) => each.mailboxKey)

function statusAt(campaign: CampaignRef, now = new Date()) {
  return database.inScope(staffOf(campaign.municipalityId), (db) => campaignStatus(db, campaign, now))
}

test('people who test, then one group, then all: each document leaves once, and none before its wave', async () => {
  const campaign = await aCampaign(database, firstMunicipality, batchSize + 40)
  const { municipalityId, campaignId, documents } = campaign
  const ref = { municipalityId, campaignId, by }
  const mailbox = scriptedMailbox(() => accepted)
  const deps = testDeps(database, mailbox)
  await holdCampaign(deps, ref)
  expect(await runCampaign(deps, ref)).toMatchObject({
    wave: { toGo: 0 },
    counts: { waiting: batchSize + 40 },
  })
  expect(mailbox.messages).toEqual([])

  const testers = [documents[3]!, documents[batchSize + 7]!]
  expect(await sendWave(deps, { ...ref, documentIds: idsOf(testers) })).toMatchObject({ documents: 2 })
  expect(await statusAt(campaign)).toMatchObject({ wave: { toGo: 2 } })
  await runCampaign(deps, ref)
  expect(mailbox.messages.map(({ key }) => key).sort()).toEqual(keysOf(testers).sort())

  const group = documents.slice(0, 30)
  expect(await sendWave(deps, { ...ref, documentIds: idsOf(group) })).toMatchObject({ documents: 29 })
  await runCampaign(deps, ref)
  expect(mailbox.messages).toHaveLength(31)

  expect(await letAllGo(deps, ref)).toMatchObject({ ok: true })
  const status = await runCampaign(deps, ref)
  expect(status).toMatchObject({ counts: { delivered: batchSize + 40, waiting: 0 } })
  expect(status.wave).toBeUndefined()
  expect(mailbox.messages.map(({ key }) => key).sort()).toEqual(keysOf(documents).sort())
})

test('a wave of what has left already, letting go of what nobody holds, a campaign that is not there: refused, nothing changed', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 3)
  const { municipalityId, campaignId, documents } = campaign
  const ref = { municipalityId, campaignId, by }
  const deps = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  await runCampaign(deps, ref)
  const documentIds = idsOf(documents)
  expect(await sendWave(deps, { ...ref, documentIds })).toMatchObject({ because: 'nothing-in-wave' })
  expect(await letAllGo(deps, ref)).toMatchObject({ because: 'nothing-held-back' })
  expect((await statusAt(campaign))?.wave).toBeUndefined()
  const nowhere = { ...ref, campaignId: '00000000-0000-7000-8000-000000000000' as CampaignId }
  expect(await holdCampaign(deps, nowhere)).toMatchObject({ because: 'no-such-campaign' })
  const elsewhere = { ...ref, municipalityId: secondMunicipality }
  expect(await holdCampaign(deps, elsewhere)).toMatchObject({ because: 'no-such-campaign' })
})

test('held back while it is being sent: within a second nothing more leaves, and what is on its way arrives', async () => {
  const campaign = await aCampaign(database, firstMunicipality, batchSize)
  const { municipalityId, campaignId } = campaign
  const ref = { municipalityId, campaignId, by }
  const mailbox = scriptedMailbox(async () => {
    await sleep(20)
    return accepted
  })
  const deps = testDeps(database, mailbox)
  const running = runCampaign(deps, ref)
  while (mailbox.messages.length < 20) await sleep(5)
  await holdCampaign(deps, ref)
  await sleep(1000)
  const left = mailbox.messages.length
  const status = await running
  expect(mailbox.messages).toHaveLength(left)
  expect(left).toBeLessThan(batchSize)
  expect(status).toMatchObject({ counts: { delivered: left, attempting: 0, waiting: batchSize - left } })
})

test('outside its hours nothing leaves, the status says when it goes on, and another campaign is not kept waiting', async () => {
  const spread = await aCampaign(database, secondMunicipality, 6 * batchSize)
  const other = await aCampaign(database, secondMunicipality, 2 * batchSize)
  const { municipalityId, campaignId } = spread
  const schedule = { startsOn: '2029-05-14', hours: { from: '07:00', until: '22:00' }, perDay: batchSize }
  const mailbox = scriptedMailbox(() => accepted)
  const clock = fixedClock('2029-05-14T21:00:00Z')
  const deps = { ...testDeps(database, mailbox), clock }
  await scheduleCampaign(deps, { municipalityId, campaignId, by, schedule })

  const due = (now: string, limit = 64) =>
    database.inScope(staffOf(municipalityId), async (db) => {
      const found = await batchesDue(db, [municipalityId], new Date(now), limit)
      return found.map((each) => [each.campaignId === campaignId ? 'spread' : 'other', each.batch])
    })
  expect(await due('2029-05-14T21:00:00Z')).toEqual([
    ['other', 1],
    ['other', 2],
  ])
  expect(await due('2029-05-15T10:00:00Z', 4)).toEqual([
    ['spread', 1],
    ['other', 1],
    ['spread', 2],
    ['other', 2],
  ])
  expect(await statusAt(spread, clock.now())).toMatchObject({ goesOnAt: new Date('2029-05-15T05:00:00Z') })
  const asleep = new AbortController()
  setTimeout(() => asleep.abort(), 500)
  await runCampaign(deps, { municipalityId, campaignId, shutdown: asleep.signal })
  expect(mailbox.messages).toEqual([])
  await scheduleCampaign(deps, { municipalityId, campaignId, by, schedule: undefined })
  expect(await runCampaign(deps, { municipalityId, campaignId })).toMatchObject({ counts: { waiting: 0 } })
  expect(mailbox.messages).toHaveLength(6 * batchSize)
  expect(other.documents).toHaveLength(2 * batchSize)
})

test('when a wave is over, a schedule is about those that it holds back', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 3 * batchSize)
  const { municipalityId, campaignId, documents } = campaign
  const deps = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  const ref = { municipalityId, campaignId, by }
  await sendWave(deps, { ...ref, documentIds: idsOf(documents.slice(0, batchSize)) })
  const effect = () =>
    database.inScope(staffOf(municipalityId), (db) =>
      scheduleEffect(db, campaign, { schedule: undefined, perSecond: 1000, now: new Date() }),
    )
  expect(await effect()).toMatchObject({ toGo: batchSize })
  await runCampaign(deps, ref)
  expect(await effect()).toMatchObject({ toGo: 2 * batchSize })
})

test('a schedule made while letters leave counts its days from today and from what is still to go', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 3 * batchSize)
  const { municipalityId, campaignId, documents } = campaign
  const ref = { municipalityId, campaignId, by }
  const mailbox = scriptedMailbox(() => accepted)
  const clock = fixedClock('2029-05-20T10:00:00Z')
  const deps = { ...testDeps(database, mailbox), clock }
  await sendWave(deps, { ...ref, documentIds: idsOf(documents.slice(0, batchSize)) })
  await runCampaign(deps, ref)
  await letAllGo(deps, ref)
  const schedule = { startsOn: '2029-05-14', perDay: batchSize }
  expect(await scheduleCampaign(deps, { ...ref, schedule: { ...schedule, perDay: 1 } })).toMatchObject({
    because: 'per-day-too-small',
  })
  await scheduleCampaign(deps, { ...ref, schedule })
  const here = staffOf(municipalityId)
  const { schedule: kept } = (await database.inScope(here, (db) => findCampaign(db, campaign)))!
  expect(kept).toEqual({ startsOn: '2029-05-20', perDay: batchSize, countsFrom: 1 })
  const effect = await database.inScope(here, (db) =>
    scheduleEffect(db, campaign, { schedule: kept!, perSecond: 1000, now: clock.now() }),
  )
  expect(effect).toMatchObject({ toGo: 2 * batchSize, from: clock.now(), forecast: { days: 2 } })
})

describe('the time to go', () => {
  const half = batchSize

  /** Two batches, of which the first has left a moment ago; `meanwhile` while the second waits. */
  async function toGoAfter(
    meanwhile: (ref: CampaignRef & { by: string }, rest: DocumentId[]) => Promise<unknown>,
  ) {
    const { municipalityId, campaignId, documents } = await aCampaign(database, firstMunicipality, 2 * half)
    const ref = { municipalityId, campaignId, by }
    const deps = testDeps(
      database,
      scriptedMailbox(() => accepted),
    )
    await holdCampaign(deps, ref)
    await sendWave(deps, { ...ref, documentIds: idsOf(documents.slice(0, half)) })
    await runCampaign(deps, ref)
    await letAllGo(deps, ref)
    await meanwhile(ref, idsOf(documents.slice(half)))
    const { perSecond, secondsToGo } = (await statusAt(ref))!
    return { perSecond, secondsToGo }
  }

  test('is of all that is left, at the rate of now', async () => {
    const { perSecond, secondsToGo } = await toGoAfter(async () => {})
    expect(perSecond).toBeGreaterThan(0)
    expect(secondsToGo! * perSecond).toBeCloseTo(half)
  })

  test('is of the wave alone; a campaign that is stopped has none', async () => {
    const deps = { database }
    const { perSecond, secondsToGo } = await toGoAfter((ref, rest) =>
      sendWave(deps, { ...ref, documentIds: rest.slice(0, 10) }),
    )
    expect(secondsToGo! * perSecond).toBeCloseTo(10)
    const stopped = await toGoAfter((ref) => stopCampaign(deps, { ...ref, because: 'a doubt' }))
    expect(stopped.secondsToGo).toBeUndefined()
  })

  test('counts the days on which nothing leaves', async () => {
    const startsOn = dayInBelgium(new Date(Date.now() + 2 * 86_400_000))
    const { secondsToGo } = await toGoAfter((ref) =>
      scheduleCampaign({ database, clock: systemClock }, { ...ref, schedule: { startsOn } }),
    )
    expect(secondsToGo).toBeGreaterThan(20 * 3600)
  })
})
