import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { createVault } from '../platform/vault.ts'
import type { CampaignRef } from './campaign.ts'
import { exceptionsAfter } from './delivery-overview.ts'
import { listUnconfirmed } from './list-unconfirmed.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { retryFailed } from './retry-failed.ts'
import { rotateRecipients } from './rotate-recipients.ts'
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

const scope = staffOf(firstMunicipality)
const refused = (code: string): MailboxAnswer => ({ kind: 'permanent', code, httpStatus: 400 })
const lost: MailboxAnswer = { kind: 'unconfirmed', code: 'time-out' }
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

/** Runs a campaign in which person n gets the n-th answer (the others are accepted). */
async function runWith(answers: readonly MailboxAnswer[], hasKeys = true, count = answers.length) {
  const campaign = await aCampaign(database, firstMunicipality, count)
  const byPerson = new Map(answers.map((answer, n) => [personNumber(n), answer]))
  const mailbox = scriptedMailbox(({ recipient }) => byPerson.get(recipient) ?? accepted, hasKeys)
  const deps = testDeps(database, mailbox)
  const status = await runCampaign(deps, campaign)
  return { campaign, mailbox, deps, status }
}

const happened = (campaign: CampaignRef, action: string) =>
  database.inScope(scope, async (db) => {
    const events = await sql<{ details: unknown }>`
      select e.details from platform.audit_event e
      where e.action = ${action} and (e.subject = ${campaign.campaignId}
                                      or e.details ->> 'campaignId' = ${campaign.campaignId})`.execute(db)
    return events.rows.map(({ details }) => details)
  })

test('a group of refused documents goes again, the other groups stay', async () => {
  const { campaign, status } = await runWith([refused('A'), refused('A'), refused('B')], true, 4)
  expect(status.counts).toMatchObject({ refused: 3, delivered: 1 })
  const mended = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  expect(await retryFailed(mended, { ...campaign, group: { reason: 'A' }, by: 'clerk' })).toEqual({
    ok: true,
    count: 2,
  })
  const after = await runCampaign(mended, campaign)
  expect(after.counts).toMatchObject({ refused: 1, delivered: 3 })
  const left = await database.inScope(scope, (db) => exceptionsAfter(db, campaign, undefined, 10))
  expect(left.map(({ reason }) => reason)).toEqual(['B'])
  expect(await happened(campaign, 'delivery.retried')).toEqual([{ count: 2, reason: 'A' }])
})

describe('an unconfirmed delivery', () => {
  test('is never part of a retry', async () => {
    const { campaign, deps } = await runWith([lost], false)
    expect(await retryFailed(deps, { ...campaign, group: 'all', by: 'clerk' })).toEqual({
      ok: true,
      count: 0,
    })
  })

  test('that a person settled as refused is in no group that goes again, not even in all of them', async () => {
    const { campaign, deps } = await runWith([lost, refused('A')], false)
    const { municipalityId, campaignId } = campaign
    const [{ documentId } = { documentId: '' as never }] = campaign.documents
    const settlement = { documentId, as: 'refused', evidence: 'helpdesk ticket 12', by: 'clerk' } as const
    expect(await settleUnconfirmed(deps, { municipalityId, campaignId, ...settlement })).toEqual({ ok: true })
    const retry = (group: 'all' | { reason: string }) =>
      retryFailed(deps, { municipalityId, campaignId, group, by: 'clerk' })
    expect(await retry({ reason: 'settled' })).toMatchObject({ because: 'settled-stays' })
    expect(await retry('all')).toEqual({ ok: true, count: 1 })
    const { counts } = await runCampaign(deps, campaign)
    expect(counts.refused, 'the settled one, and the other once more').toBe(2)
  })

  test.each([
    ['delivered', { delivered: 1 }],
    ['refused', { refused: 1 }],
    ['send-again', { waiting: 1 }],
  ] as const)('is settled as %s by a person with evidence, once', async (as, counts) => {
    const { campaign, deps } = await runWith([lost], false)
    const settlement = {
      ...{ municipalityId: campaign.municipalityId, campaignId: campaign.campaignId },
      documentId: campaign.documents[0]!.documentId,
      ...{ as, evidence: 'helpdesk ticket 12', by: 'clerk' },
    }
    expect(await settleUnconfirmed(deps, { ...settlement, evidence: ' ' })).toMatchObject({
      because: 'evidence-missing',
    })
    expect(await settleUnconfirmed(deps, settlement)).toEqual({ ok: true })
    expect(await settleUnconfirmed(deps, settlement)).toMatchObject({ because: 'not-unconfirmed' })
    expect(await happened(campaign, 'delivery.settled')).toMatchObject([
      { as, evidence: 'helpdesk ticket 12' },
    ])
    if (as !== 'send-again') expect((await runCampaign(deps, campaign)).counts).toMatchObject(counts)
    else {
      const mended = testDeps(
        database,
        scriptedMailbox(() => accepted, false),
      )
      expect((await runCampaign(mended, campaign)).counts.delivered).toBe(1)
    }
  })
})

test('after a rotation the old key can go, and what waits still goes to the right person', async () => {
  const old = { id: 1, key: randomBytes(32) }
  const fresh = { id: 2, key: randomBytes(32) }
  const campaign = await aCampaign(database, firstMunicipality, 3, { vault: createVault([old]) })
  const rotating = { database, vault: createVault([fresh, old]) }
  // Other tests of this file left deliveries under a key that this vault does not know.
  await database.inScope(scope, (db) =>
    sql`update delivery.delivery set recipient_cipher = '' where campaign_id <> ${campaign.campaignId}`.execute(
      db,
    ),
  )
  expect(await rotateRecipients(rotating, { municipalityId: firstMunicipality })).toBe(3)
  expect(await rotateRecipients(rotating, { municipalityId: firstMunicipality })).toBe(0)
  const mailbox = scriptedMailbox(() => accepted)
  const deps = { ...testDeps(database, mailbox), vault: createVault([fresh]) }
  expect((await runCampaign(deps, campaign)).counts.delivered).toBe(3)
  expect(new Set(mailbox.messages.map(({ recipient }) => recipient))).toEqual(
    new Set([0, 1, 2].map(personNumber)),
  )
})

test('a missing data key stops the campaign; nobody is refused for it', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 10)
  const mailbox = scriptedMailbox(() => accepted)
  const vault = createVault([{ id: 9, key: randomBytes(32) }])
  const status = await runCampaign({ ...testDeps(database, mailbox), vault }, campaign)
  expect(status).toMatchObject({ state: 'stopped', stoppedBecause: 'mailbox-closed: data-key-missing' })
  expect(status.counts.waiting).toBe(10)
  expect(mailbox.messages).toHaveLength(0)
})

test('what is to be settled is listed by its id, and who looked is kept', async () => {
  const { campaign } = await runWith([lost, refused('A'), lost], false, 4)
  const listed = await listUnconfirmed({ database }, { ...campaign, by: 'clerk' })
  const [first, , third] = campaign.documents
  expect(listed.map(({ documentId }) => documentId)).toEqual(
    [first!.documentId, third!.documentId].toSorted(),
  )
  expect(listed[0]).toMatchObject({ state: 'unconfirmed', reason: 'time-out', attempts: 1 })
  expect(await happened(campaign, 'delivery.unconfirmed-listed')).toHaveLength(1)
  const [settled] = listed
  const evidence = 'the helpdesk found it'
  await settleUnconfirmed(
    testDeps(
      database,
      scriptedMailbox(() => accepted),
    ),
    { ...campaign, documentId: settled!.documentId, as: 'delivered', evidence, by: 'clerk' },
  )
  expect(await listUnconfirmed({ database }, { ...campaign, by: 'clerk' })).toHaveLength(1)
})
