import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { latestAuditEvents } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { CampaignRef } from './campaign.ts'
import type { NoAnswer, PublishedMessage, ReadStatusSearch } from './mailbox-questions.ts'
import { pullReadStatus } from './pull-read-status.ts'
import { runCampaign } from './run-campaign.ts'
import { searchConsents } from './search-consents.ts'
import { showTimeline } from './show-timeline.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  personNumber,
  scriptedMailbox,
  testDeps,
} from './testing.ts'

const scope = staffOf(firstMunicipality)
const quickly = { tries: 3, firstPauseSeconds: 0.01 }
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

/** A campaign that was sent: every tenth was refused, the receipt is made from the person. */
async function sent(count: number) {
  const campaign = await aCampaign(database, firstMunicipality, count)
  const mailbox = scriptedMailbox((message, call) =>
    call % 10 === 0
      ? { kind: 'permanent', code: 'INVALID_INPUT', httpStatus: 400 }
      : { ...accepted, receipt: `to ${message.recipient}` },
  )
  await runCampaign(testDeps(database, mailbox), campaign)
  return { campaign, published: count - Math.floor(count / 10) }
}

type Ask = ReadStatusSearch['ask']

function depsFor(ask: Ask, atOnce = 20) {
  const questions: (readonly PublishedMessage[])[] = []
  const readStatus: ReadStatusSearch = {
    atOnce,
    ask(messages, traceId) {
      questions.push(messages)
      return ask(messages, traceId)
    },
  }
  const mailbox = { ...scriptedMailbox(() => accepted), readStatus }
  return { deps: testDeps(database, mailbox), questions }
}

const openedWhen =
  (isOpened: (message: PublishedMessage) => boolean): Ask =>
  async (messages) => {
    const ids = (opened: boolean) =>
      messages.filter((each) => isOpened(each) === opened).map(({ receipt }) => receipt)
    return { ok: true, read: ids(true), unread: ids(false) }
  }

const pull = (deps: Parameters<typeof pullReadStatus>[0], campaign: CampaignRef) => {
  const { municipalityId, campaignId } = campaign
  return pullReadStatus(deps, { municipalityId, campaignId, by: 'anna', patience: quickly })
}

test('asks about what was published, by the party’s limit, each with its own person, and never again what was opened', async () => {
  const { campaign, published } = await sent(100)
  const half = new Set<string>()
  const first = depsFor(openedWhen(({ recipient }) => Number(recipient.slice(-1)) % 2 === 0))
  const answer = await pull(first.deps, campaign)
  const asked = first.questions.flat()
  expect(first.questions.map((each) => each.length)).toEqual([20, 20, 20, 20, 10])
  expect(new Set(asked.map(({ receipt }) => receipt)).size).toBe(published)
  for (const { receipt, recipient } of asked) {
    expect(receipt).toBe(`to ${recipient}`)
    if (Number(recipient.slice(-1)) % 2 === 0) half.add(receipt)
  }
  expect(answer).toEqual({
    ok: true,
    published,
    read: half.size,
    newlyRead: half.size,
    unread: published - half.size,
    unknown: 0,
  })
  const second = depsFor(openedWhen(() => true))
  expect(await pull(second.deps, campaign)).toMatchObject({
    read: published,
    newlyRead: published - half.size,
  })
  for (const { receipt } of second.questions.flat()) expect(half.has(receipt)).toBe(false)
  const third = depsFor(openedWhen(() => true))
  expect(await pull(third.deps, campaign)).toMatchObject({ read: published, newlyRead: 0 })
  expect(third.questions).toEqual([])
})

test('it stands on the timeline, and that somebody asked is in the audit log without a person', async () => {
  const { campaign } = await sent(3)
  await pull(depsFor(openedWhen(() => true)).deps, campaign)
  const [{ documentId } = { documentId: undefined! }] = campaign.documents
  const timeline = await showTimeline({ database }, { ...campaign, documentId, by: 'anna' })
  expect(timeline?.seenReadAt).toBeInstanceOf(Date)
  const events = await database.inScope(scope, (db) => latestAuditEvents(db, firstMunicipality, 20))
  const pulled = events.find(({ action }) => action === 'delivery.read-status-pulled')
  expect(pulled).toMatchObject({ actor: 'anna', subject: campaign.campaignId, details: { newlyRead: 3 } })
  for (let n = 0; n < 3; n++) expect(JSON.stringify(pulled)).not.toContain(personNumber(n))
})

test('a party that is away is asked again; one that stays away ends it, and what was heard before is kept', async () => {
  const { campaign, published } = await sent(50)
  let calls = 0
  const away: NoAnswer = { ok: false, kind: 'later', code: 'http-503', retryAfterSeconds: 0.01 }
  const flaky = depsFor(async (messages, traceId) => {
    calls++
    return calls === 2 || calls > 4 ? away : openedWhen(() => true)(messages, traceId)
  }, 10)
  expect(await pull(flaky.deps, campaign)).toEqual({
    ...{ ok: false, because: 'party-gave-no-answer', detail: 'http-503' },
  })
  expect(calls, 'one, two again, three, and three tries of the fourth').toBe(7)
  const rest = depsFor(
    openedWhen(() => true),
    10,
  )
  expect(await pull(rest.deps, campaign)).toMatchObject({ read: published, newlyRead: published - 30 })
})

test('a refusal is not asked again, and receipts that were not asked about are not believed', async () => {
  const { campaign } = await sent(5)
  const closed = depsFor(async () => ({ ok: false, kind: 'closed', code: 'http-403' }))
  expect(await pull(closed.deps, campaign)).toMatchObject({
    because: 'party-gave-no-answer',
    detail: 'http-403',
  })
  expect(closed.questions).toHaveLength(1)
  const lying = depsFor(async () => ({ ok: true, read: ['of somebody else'], unread: ['another'] }))
  expect(await pull(lying.deps, campaign)).toMatchObject({ read: 0, newlyRead: 0, unread: 0, unknown: 5 })
})

test('nobody asks where it is not turned on; a stop keeps what was heard', async () => {
  const { campaign } = await sent(30)
  const silent = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  expect(await pull(silent, campaign)).toEqual({ ok: false, because: 'read-status-not-offered' })
  expect(await searchConsents(silent, { ...campaign, by: 'anna' })).toEqual({
    ...{ ok: false, because: 'consents-not-offered' },
  })
  const shutdown = new AbortController()
  const stopping = depsFor(async (...asked) => {
    shutdown.abort()
    return openedWhen(() => true)(...asked)
  }, 10)
  const facts = { ...campaign, by: 'anna', shutdown: shutdown.signal }
  expect(await pullReadStatus(stopping.deps, facts)).toEqual({ ok: false, because: 'asking-interrupted' })
  const rest = depsFor(
    openedWhen(() => true),
    10,
  )
  expect(await pull(rest.deps, campaign)).toMatchObject({ read: 27, newlyRead: 17 })
})

test('consents are counted before anything is sent, by the party’s limit; nothing of a person is kept', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 45)
  const sizes: number[] = []
  const consents = {
    atOnce: 20,
    async ask(recipients: readonly string[]) {
      sizes.push(recipients.length)
      return { ok: true as const, accepted: recipients.length - 2, notAccepted: 1, notFound: 1 }
    },
  }
  const deps = testDeps(database, { ...scriptedMailbox(() => accepted), consents })
  const { municipalityId, campaignId } = campaign
  expect(await searchConsents(deps, { municipalityId, campaignId, by: 'anna' })).toEqual({
    ...{ ok: true, accepted: 39, notAccepted: 3, notFound: 3 },
  })
  expect(sizes).toEqual([20, 20, 5])
  const events = await database.inScope(scope, (db) => latestAuditEvents(db, firstMunicipality, 5))
  expect(events.find(({ action }) => action === 'delivery.consents-searched')).toMatchObject({
    ...{ actor: 'anna', details: { accepted: 39, notAccepted: 3, notFound: 3 } },
  })
})
