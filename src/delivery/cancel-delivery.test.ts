import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { systemClock } from '../platform/clock.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import { claimDocuments } from './attempt-store.ts'
import type { CampaignRef } from './campaign.ts'
import { cancelDelivery } from './cancel-delivery.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { retryFailed } from './retry-failed.ts'
import { runCampaign } from './run-campaign.ts'
import { settleUnconfirmed } from './settle-unconfirmed.ts'
import {
  aCampaign,
  accepted,
  addTestMunicipality,
  personNumber,
  scriptedMailbox,
  testDeps,
} from './testing.ts'

/** A document is taken back: it does not leave when it has not left, whatever is going on with it at that moment. */

const scope = staffOf(firstMunicipality)
const refused = (code: string): MailboxAnswer => ({ kind: 'permanent', code, httpStatus: 400 })
const lost: MailboxAnswer = { kind: 'unconfirmed', code: 'time-out' }
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const refOf = ({ municipalityId, campaignId }: CampaignRef): CampaignRef => ({ municipalityId, campaignId })

const cancel = (campaign: CampaignRef, documentId: DocumentId) =>
  database.inScope(scope, (db) =>
    cancelDelivery(db, { ...campaign, documentId, because: 'withdrawn', now: systemClock.now() }),
  )

test('does not leave when it has not left', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 2)
  expect(await cancel(campaign, campaign.documents[0]!.documentId)).toEqual({ ok: true })
  const mailbox = scriptedMailbox(() => accepted)
  const status = await runCampaign(testDeps(database, mailbox), campaign)
  expect(status.counts).toMatchObject({ cancelled: 1, delivered: 1 })
  expect(mailbox.messages.map(({ recipient }) => recipient)).toEqual([personNumber(1)])
})

test('can not be taken back once it left; one that may have left is never sent again, but settled', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const { documentId } = campaign.documents[0]!
  const shutdown = new AbortController()
  const mailbox = scriptedMailbox(() => {
    shutdown.abort()
    return lost
  })
  const deps = testDeps(database, mailbox)
  await runCampaign(deps, { ...campaign, shutdown: shutdown.signal })
  expect(await cancel(campaign, documentId)).toMatchObject({
    ...{ because: 'may-have-left', detail: 'unconfirmed' },
  })
  const status = await runCampaign(deps, campaign)
  expect(status.byReason).toEqual([{ state: 'unconfirmed', reason: 'withdrawn', count: 1 }])
  expect(mailbox.messages).toHaveLength(1)
  const settlement = { ...refOf(campaign), documentId, evidence: 'helpdesk ticket 12', by: 'clerk' }
  expect(await settleUnconfirmed(deps, { ...settlement, as: 'send-again' })).toMatchObject({
    because: 'taken-back',
  })
  expect(await settleUnconfirmed(deps, { ...settlement, as: 'delivered' })).toEqual({ ok: true })
  expect(await cancel(campaign, documentId)).toMatchObject({ detail: 'delivered' })
  expect(await cancel(campaign, 'aaaaaaaa-0000-4000-8000-000000000000' as DocumentId)).toMatchObject({
    because: 'no-such-delivery',
  })
})

test.each<[string, MailboxAnswer, object]>([
  ['turned away', { kind: 'later', code: 'http-429', httpStatus: 429 }, { cancelled: 1 }],
  ['lost', lost, { unconfirmed: 1 }],
  ['accepted', accepted, { delivered: 1 }],
  ['refused', refused('A'), { refused: 1 }],
])('while it is on its way: never again when its attempt is %s', async (_, answer, counts) => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const { documentId } = campaign.documents[0]!
  const mailbox = scriptedMailbox(async () => {
    expect(await cancel(campaign, documentId)).toMatchObject({ detail: 'attempting' })
    return answer
  })
  const deps = testDeps(database, mailbox)
  expect((await runCampaign(deps, campaign)).counts).toMatchObject(counts)
  expect(await retryFailed(deps, { ...campaign, group: 'all', by: 'clerk' })).toEqual({ ok: true, count: 0 })
  expect(mailbox.messages).toHaveLength(1)
})

test('while it is in the hands of a worker that dies: it is named, and does not leave again', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 2)
  const { documentId } = campaign.documents[0]!
  const by = { route: 'scripted', hasKeys: true }
  await database.inScope(scope, (db) =>
    claimDocuments(db, { ...campaign, batch: 1 }, { claim: 'dead', now: new Date(), limit: 2, by }),
  )
  expect(await cancel(campaign, documentId)).toMatchObject({ detail: 'attempting' })
  const mailbox = scriptedMailbox(() => accepted)
  const { counts } = await runCampaign(testDeps(database, mailbox), campaign)
  expect(counts).toMatchObject({ unconfirmed: 1, delivered: 1 })
  expect(mailbox.messages).toHaveLength(1)
})

test('while its worker puts the work down before it left: it does not leave', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const { documentId } = campaign.documents[0]!
  const deps = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  const documents = {
    async render() {
      await cancel(campaign, documentId)
      throw new Error('the press broke')
    },
  }
  await expect(runCampaign({ ...deps, documents }, campaign)).rejects.toThrow('the press broke')
  expect((await runCampaign(deps, campaign)).counts).toMatchObject({ cancelled: 1, delivered: 0 })
})

test('in the hands of a worker whose turn for it has not come: within some looks of that worker, it does not leave', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 12)
  const { promise: letGo, resolve: answer } = Promise.withResolvers<void>()
  const mailbox = scriptedMailbox(async () => {
    await letGo
    return accepted
  })
  const deps = testDeps(database, mailbox, { concurrency: 2, batchesAtOnce: 1 })
  let looks = 0
  const counting: typeof database.inScope = (...asked) => {
    looks++
    return database.inScope(...asked)
  }
  const running = runCampaign({ ...deps, database: { ...database, inScope: counting } }, campaign)
  while (mailbox.messages.length < 2) await sleep(5)
  for (const { documentId } of campaign.documents) await cancel(campaign, documentId)
  for (const seen = looks; looks < seen + 3; ) await sleep(5)
  answer()
  expect((await running).counts).toMatchObject({ cancelled: 10, delivered: 2 })
  expect(mailbox.messages).toHaveLength(2)
})
