import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import { claimDocuments } from './attempt-store.ts'
import type { CampaignRef } from './campaign.ts'
import { campaignStatus } from './campaign-overview.ts'
import { deliverBatch } from './deliver-batch.ts'
import { outcomesAfter, timelineOf } from './delivery-overview.ts'
import { type MailboxAnswer, MailboxNotConfigured } from './mailbox.ts'
import { runCampaign } from './run-campaign.ts'
import { resumeCampaign, stopCampaign } from './stop-campaign.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  documentFor,
  personNumber,
  plainDocuments,
  scriptedMailbox,
  testDeps,
} from './testing.ts'

const scope = staffOf(firstMunicipality)
const lost: MailboxAnswer = { kind: 'unconfirmed', code: 'time-out' }
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const statusOf = async (campaign: CampaignRef) =>
  (await database.inScope(scope, (db) => campaignStatus(db, campaign, new Date())))!
const timeline = async (campaign: CampaignRef, documentId: DocumentId) =>
  (await database.inScope(scope, (db) => timelineOf(db, campaign, documentId)))!

/** What a worker leaves behind that was killed right after it claimed `limit` documents of the first batch. */
const killedAfterClaiming = (campaign: CampaignRef, limit: number) =>
  database.inScope(scope, (db) => {
    const by = { route: 'scripted', hasKeys: true }
    return claimDocuments(db, { ...campaign, batch: 1 }, { claim: 'dead', now: new Date(), limit, by })
  })

test('each document goes once, to its own person, and the receipt is kept', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 620)
  const mailbox = scriptedMailbox((message, call) => ({
    ...{ kind: 'accepted', receipt: `receipt-${message.key}`, inactive: call % 10 === 0, httpStatus: 201 },
  }))
  const status = await runCampaign(testDeps(database, mailbox), campaign)
  expect(status).toMatchObject({ total: 620, counts: { delivered: 558, inactive: 62, waiting: 0 } })
  expect(status.finishedAt).toBeInstanceOf(Date)
  expect(new Set(mailbox.messages.map(({ recipient }) => recipient)).size).toBe(620)
  const byKey = new Map(mailbox.messages.map((message) => [message.key, message]))
  const outcomes = await database.inScope(scope, (db) => outcomesAfter(db, campaign, undefined, 1000))
  for (const [n, document] of campaign.documents.entries()) {
    const message = byKey.get(document.mailboxKey)!
    expect(message.recipient).toBe(personNumber(n))
    expect(Buffer.from(message.document)).toEqual(documentFor(document.documentId))
    const outcome = outcomes.find(({ documentId }) => documentId === document.documentId)
    expect(outcome!.receipt).toBe(`receipt-${document.mailboxKey}`)
  }
})

test('a lost answer: the same key again with keys, `unconfirmed` and never again without', async () => {
  const lostOnce = (_: unknown, call: number) => (call === 1 ? lost : accepted)
  const withKeys = await aCampaign(database, firstMunicipality, 1)
  const mailbox = scriptedMailbox(lostOnce)
  expect((await runCampaign(testDeps(database, mailbox), withKeys)).counts.delivered).toBe(1)
  expect(mailbox.messages.map(({ key }) => key)).toEqual(Array(2).fill(withKeys.documents[0]!.mailboxKey))
  expect(mailbox.messages[0]!.traceId).not.toBe(mailbox.messages[1]!.traceId)

  const without = await aCampaign(database, firstMunicipality, 1)
  const keyless = scriptedMailbox(lostOnce, false)
  const status = await runCampaign(testDeps(database, keyless), without)
  expect(status.byReason).toEqual([{ state: 'unconfirmed', reason: 'time-out', count: 1 }])
  expect(keyless.messages).toHaveLength(1)
})

describe('a key that was used before', () => {
  const there: MailboxAnswer = { kind: 'already-there', httpStatus: 409 }

  test('is delivered without receipt when our own attempt may have arrived', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 1)
    const mailbox = scriptedMailbox((_, call) => (call === 1 ? lost : there))
    const status = await runCampaign(testDeps(database, mailbox), campaign)
    expect(status.byReason).toEqual([{ state: 'delivered', reason: 'receipt-lost', count: 1 }])
  })
})

describe('what a killed worker leaves behind', () => {
  test('goes again under the same key; an answer 409 is then success', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 3)
    const claimed = await killedAfterClaiming(campaign, 2)
    const gone = new Set(claimed.map(({ mailboxKey }) => mailboxKey))
    const mailbox = scriptedMailbox(({ key }) =>
      gone.has(key) ? { kind: 'already-there', httpStatus: 409 } : accepted,
    )
    const status = await runCampaign(testDeps(database, mailbox), campaign)
    expect(status.counts.delivered).toBe(3)
    expect(status.byReason).toEqual([{ state: 'delivered', reason: 'receipt-lost', count: 2 }])
  })

  test('is named where there are no keys, and the rest goes on', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 5)
    const claimed = await killedAfterClaiming(campaign, 2)
    const mailbox = scriptedMailbox(() => accepted, false)
    const status = await runCampaign(testDeps(database, mailbox), campaign)
    expect(status.counts).toMatchObject({ delivered: 3, unconfirmed: 2 })
    expect(status.byReason).toEqual([{ state: 'unconfirmed', reason: 'worker-lost', count: 2 }])
    const sent = mailbox.messages.map(({ key }) => key)
    for (const { mailboxKey } of claimed) expect(sent).not.toContain(mailboxKey)
  })
})

test('a document that is not the released one is never sent: the campaign stops and says which', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 3)
  const changed = campaign.documents[1]!.documentId
  const mailbox = scriptedMailbox(() => accepted)
  const deps = testDeps(database, mailbox)
  const documents = {
    async render(...args: Parameters<typeof plainDocuments.render>) {
      const made = new Map(await plainDocuments.render(...args))
      return made.set(changed, { document: Buffer.from('changed'), sha256: Buffer.alloc(32) })
    },
  }
  const status = await runCampaign({ ...deps, documents }, campaign)
  expect(status).toMatchObject({ state: 'stopped', stoppedBecause: `document-changed: ${changed}` })
  expect(status.counts.waiting).toBe(3)
  expect(mailbox.messages).toHaveLength(0)

  const none = { render: async () => new Map() }
  await resumeCampaign(deps, { ...campaign, by: 'test' })
  const again = await runCampaign({ ...deps, documents: none }, campaign)
  expect(again.stoppedBecause).toMatch(/^document-missing: /)
})

describe('trouble that is about us stops the campaign before it spoils documents', () => {
  test('a closed door: nothing is refused, and after a resume all of it goes', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 40)
    const closed: MailboxAnswer = { kind: 'closed', code: 'FORBIDDEN', httpStatus: 403 }
    const mailbox = scriptedMailbox(() => closed)
    const deps = testDeps(database, mailbox)
    const status = await runCampaign(deps, campaign)
    expect(status).toMatchObject({ state: 'stopped', stoppedBecause: 'mailbox-closed: FORBIDDEN (HTTP 403)' })
    expect(status.counts).toMatchObject({ refused: 0, waiting: 40 })
    expect(mailbox.messages.length).toBeLessThan(16)
    await resumeCampaign(deps, { ...campaign, by: 'test' })
    const mended = testDeps(
      database,
      scriptedMailbox(() => accepted),
    )
    expect((await runCampaign(mended, campaign)).counts.delivered).toBe(40)
  })

  test('settings that make no mailbox', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 1)
    const mailboxFor = async () => {
      throw new MailboxNotConfigured('EBOX_PRIVATE_KEY_FILE is not set')
    }
    const deps = {
      ...testDeps(
        database,
        scriptedMailbox(() => accepted),
      ),
      mailboxFor,
    }
    const status = await runCampaign(deps, campaign)
    expect(status.stoppedBecause).toBe('mailbox-not-configured: EBOX_PRIVATE_KEY_FILE is not set')
  })
})

test('a stop works within a second, whatever is on its way is heard, and resume goes on exactly there', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 60)
  const mailbox = scriptedMailbox(async () => {
    await sleep(60)
    return accepted
  })
  const deps = testDeps(database, mailbox, { concurrency: 2 })
  const running = runCampaign(deps, campaign)
  while (mailbox.messages.length < 6) await sleep(10)
  expect(await stopCampaign(deps, { ...campaign, because: 'a doubt', by: 'test' })).toEqual({ ok: true })
  const sentAtStop = mailbox.messages.length
  const status = await running
  expect(status).toMatchObject({ state: 'stopped', stoppedBecause: 'a doubt' })
  expect(mailbox.messages.length - sentAtStop).toBeLessThan(34)
  expect(status.counts.delivered).toBe(mailbox.messages.length)
  expect(status.counts.attempting).toBe(0)
  expect((await runCampaign(deps, campaign)).counts.delivered).toBe(status.counts.delivered)
  await resumeCampaign(deps, { ...campaign, by: 'test' })
  expect((await runCampaign(deps, campaign)).counts.delivered).toBe(60)
  expect(new Set(mailbox.messages.map(({ key }) => key)).size).toBe(mailbox.messages.length)
})

test('a shutdown waits for what is on its way and gives the rest back', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 30)
  const shutdown = new AbortController()
  const mailbox = scriptedMailbox(async (_, call) => {
    if (call === 4) shutdown.abort()
    await sleep(20)
    return accepted
  }, false)
  const result = await deliverBatch(testDeps(database, mailbox), { ...campaign, batch: 1 }, shutdown.signal)
  expect(result).toEqual({ state: 'interrupted' })
  const status = await statusOf(campaign)
  expect(status.counts).toMatchObject({ attempting: 0, unconfirmed: 0, delivered: mailbox.messages.length })
})

test('two workers on one campaign, or the command run twice: each document goes once', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 530)
  const mailbox = scriptedMailbox(async () => {
    await sleep(1)
    return accepted
  }, false)
  const runs = [1, 2].map(() => runCampaign(testDeps(database, mailbox, { concurrency: 8 }), campaign))
  const busy = await deliverBatchWhileBusy(campaign, mailbox)
  for (const status of await Promise.all(runs)) expect(status.counts.delivered).toBe(530)
  expect(mailbox.messages).toHaveLength(530)
  expect(busy).toContain('busy')
})

async function deliverBatchWhileBusy(campaign: CampaignRef, mailbox: ReturnType<typeof scriptedMailbox>) {
  while (mailbox.messages.length < 10) await sleep(1)
  const deps = testDeps(database, mailbox)
  const results = await Promise.all([1, 2].map((batch) => deliverBatch(deps, { ...campaign, batch })))
  return results.map(({ state }) => state)
}

test('a failing mailbox (a bug) loses no other answer', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 4)
  const mailbox = scriptedMailbox(({ recipient }) => {
    if (recipient === personNumber(2)) throw new Error('a bug')
    return accepted
  }, false)
  const status = await runCampaign(testDeps(database, mailbox), campaign)
  expect(status.counts).toMatchObject({ delivered: 3, unconfirmed: 1 })
})

test('the timeline tells every attempt with its answer', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const answers: MailboxAnswer[] = [
    { kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds: 0 },
    { kind: 'unconfirmed', code: 'http-500', httpStatus: 500, detail: 'Internal error' },
    { ...accepted, receipt: 'm-3' } as MailboxAnswer,
  ]
  const mailbox = scriptedMailbox((_, call) => answers[call - 1]!)
  await runCampaign(testDeps(database, mailbox), campaign)
  const told = await timeline(campaign, campaign.documents[0]!.documentId)
  expect(told).toMatchObject({ state: 'delivered', receipt: 'm-3', attempts: 3 })
  expect(told.timeline.map(({ outcome, httpStatus }) => [outcome, httpStatus])).toEqual([
    ['later', 429],
    ['unconfirmed', 500],
    ['accepted', 201],
  ])
  expect(told.timeline[1]!.detail).toBe('Internal error')
})

test('when the database breaks its connections, each document still goes once', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 510)
  const mailbox = scriptedMailbox(async () => {
    await sleep(2)
    return accepted
  }, false)
  const running = runCampaign(testDeps(database, mailbox, { concurrency: 8 }), campaign)
  for (let cut = 1; cut <= 3; cut++) {
    while (mailbox.messages.length < cut * 120) await sleep(2)
    await cutConnections()
  }
  const status = await running
  const keys = mailbox.messages.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(status.counts.delivered + status.counts.unconfirmed).toBe(510)
  expect(status.counts.delivered).toBeLessThanOrEqual(keys.length)
  expect(status.counts.unconfirmed).toBeLessThanOrEqual(3 * 8)
})

async function cutConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
                      where datname = current_database() and pid <> pg_backend_pid()`)
  await client.end()
}
