import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import type { CampaignRef } from './campaign.ts'
import { dispatch } from './dispatch.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { runCampaign } from './run-campaign.ts'
import { settleUnconfirmed } from './settle-unconfirmed.ts'
import { aCampaign, accepted, aDocument, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

const scope = staffOf(firstMunicipality)
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const given = (receipt: string): MailboxAnswer => ({ ...accepted, receipt })

async function rowsOf({ campaignId }: CampaignRef) {
  const { rows } = await database.inScope(scope, (db) =>
    sql<{
      documentId: DocumentId
      state: string
      reason: string | null
      receipt: string | null
      kept: string | null
    }>`
      select d.document_id as "documentId", d.state, d.reason, d.receipt, a.receipt as kept
      from delivery.delivery d join delivery.attempt a using (municipality_id, campaign_id, document_id)
      where d.campaign_id = ${campaignId} order by a.started_at, a.answered_at`.execute(db),
  )
  return rows
}

async function eventsOf({ campaignId }: CampaignRef) {
  const { rows } = await database.inScope(scope, (db) =>
    sql<{ subject: string }>`select e.subject from platform.audit_event e
      where e.action = 'delivery.receipt-repeated' and e.details ->> 'campaignId' = ${campaignId}`.execute(
      db,
    ),
  )
  return rows.map(({ subject }) => subject)
}

/** One more document, after the others went. */
function handOver(campaign: CampaignRef, n: number): Promise<DocumentId> {
  return database.inScope(scope, async (db) => {
    const document = aDocument(campaign, n)
    await dispatch(db, campaign, [document])
    return document.documentId
  })
}

describe.each([true, false])('a receipt that another letter has (keys: %s)', (hasKeys) => {
  test('makes the later one unconfirmed, is in the log, and sends nothing again', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 1)
    const mailbox = scriptedMailbox(() => given('m-1'), hasKeys)
    const deps = testDeps(database, mailbox)
    expect((await runCampaign(deps, campaign)).counts.delivered).toBe(1)
    const documentId = await handOver(campaign, 1)
    const status = await runCampaign(deps, campaign)
    expect(status).toMatchObject({ state: 'open', counts: { delivered: 1, unconfirmed: 1, waiting: 0 } })
    expect(status.byReason).toEqual([{ state: 'unconfirmed', reason: 'receipt-repeated', count: 1 }])
    const found = (await rowsOf(campaign)).find((row) => row.documentId === documentId)
    expect(found, 'its attempt keeps the receipt, to ask about').toMatchObject({ receipt: null, kept: 'm-1' })
    expect(await eventsOf(campaign)).toEqual([documentId])
    await runCampaign(deps, campaign)
    expect(mailbox.messages).toHaveLength(2)
  })

  test('given to two at the same moment makes both unconfirmed; the others go on', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 12)
    const twins = campaign.documents.slice(4, 6).map(({ mailboxKey }) => mailboxKey)
    const mailbox = scriptedMailbox(({ key }) => (twins.includes(key) ? given('m-2') : accepted), hasKeys)
    const status = await runCampaign(testDeps(database, mailbox, { concurrency: 40 }), campaign)
    expect(status).toMatchObject({ state: 'open', counts: { delivered: 10, unconfirmed: 2 } })
    expect(await eventsOf(campaign)).toHaveLength(2)
  })

  test('given to everybody stops the campaign: nothing is proven any more', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 40)
    const mailbox = scriptedMailbox(() => given('m-3'), hasKeys)
    const status = await runCampaign(testDeps(database, mailbox), campaign)
    expect(status.state).toBe('stopped')
    expect(status.stoppedBecause).toMatch(/^receipts-repeated/)
    expect(status.counts.delivered).toBe(0)
    expect(status.counts.waiting).toBe(40 - mailbox.messages.length)
    expect(mailbox.messages.length).toBeLessThan(40)
  })
})

test('of two that have one receipt all the same, one can be settled, and then the other has it alone', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 2)
  const deps = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  await runCampaign(deps, campaign)
  const [one, other] = campaign.documents.map(({ documentId }) => documentId)
  const { municipalityId, campaignId } = campaign
  const settling = { municipalityId, campaignId, evidence: 'helpdesk ticket 12', by: 'clerk' }
  const settle = (documentId: DocumentId) =>
    settleUnconfirmed(deps, { ...settling, documentId, as: 'delivered' })
  expect(await settle(one!)).toMatchObject({ because: 'not-unconfirmed' })
  await database.inScope(scope, (db) =>
    sql`update delivery.delivery set receipt = 'm-4' where campaign_id = ${campaignId}`.execute(db),
  )
  expect(await settle(one!)).toEqual({ ok: true })
  expect(await settle(other!)).toMatchObject({ because: 'not-unconfirmed' })
  const rows = await rowsOf(campaign)
  expect(rows.find(({ documentId }) => documentId === one)).toMatchObject({
    receipt: null,
    reason: 'settled',
  })
  expect(rows.find(({ documentId }) => documentId === other)).toMatchObject({ receipt: 'm-4', reason: null })
})
