import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { claimDocuments, recordOutcomes, takeOver } from './attempt-store.ts'
import type { BatchRef } from './campaign.ts'
import { timelineOf } from './delivery-overview.ts'
import { runCampaign } from './run-campaign.ts'
import { settleUnconfirmed } from './settle-unconfirmed.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

/** A worker was given up for dead while it waited for an answer; the answer comes after others acted. */

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)

/** One document, accepted under the receipt `late` after `meanwhile`; what became of it, and how often it left. */
async function answeredAfter(hasKeys: boolean, meanwhile: (batch: BatchRef) => Promise<void>) {
  const { documents, ...campaign } = await aCampaign(database, firstMunicipality, 1)
  const { documentId } = documents[0]!
  const mailbox = scriptedMailbox(async (_, call) => {
    if (call > 1) return { ...accepted, receipt: 'another' }
    await inScope((db) => takeOver(db, { ...campaign, batch: 1 }, { hasKeys, now: new Date() }))
    await meanwhile({ ...campaign, batch: 1 })
    return { ...accepted, receipt: 'late' }
  }, hasKeys)
  await runCampaign(testDeps(database, mailbox), campaign)
  const { rows: alarms } = await inScope((db) =>
    sql`select from platform.audit_event e
        where e.action = 'delivery.arrived-beside' and e.subject = ${documentId}`.execute(db),
  )
  const became = (await inScope((db) => timelineOf(db, campaign, documentId)))!
  return { became, left: mailbox.messages.length, alarms: alarms.length }
}

async function settle(batch: BatchRef, as: 'send-again' | 'refused'): Promise<void> {
  const { rows } = await inScope((db) =>
    sql<{ documentId: never }>`select d.document_id as "documentId" from delivery.delivery d
      where d.campaign_id = ${batch.campaignId}`.execute(db),
  )
  const deps = testDeps(
    database,
    scriptedMailbox(() => accepted),
  )
  const evidence = 'the helpdesk found nothing'
  await settleUnconfirmed(deps, { ...batch, documentId: rows[0]!.documentId, as, evidence, by: 'clerk' })
}

test('with keys: its receipt counts, and nothing goes again', async () => {
  const { became, left } = await answeredAfter(true, async () => {})
  expect(became).toMatchObject({ state: 'delivered', receipt: 'late', attempts: 1 })
  expect(left).toBe(1)
})

test.each(['send-again', 'refused'] as const)(
  'without keys, settled as %s: a receipt proves more, and nothing goes again',
  async (as) => {
    const { became, left, alarms } = await answeredAfter(false, (batch) => settle(batch, as))
    expect(became).toMatchObject({ state: 'delivered', receipt: 'late', attempts: 1 })
    expect([left, alarms]).toEqual([1, 0])
  },
)

test('when it left again meanwhile, that is an alarm: the person may have it twice', async () => {
  const { became, alarms } = await answeredAfter(false, async (batch) => {
    await settle(batch, 'send-again')
    const now = new Date(Date.now() + 1000)
    const by = { route: 'scripted', hasKeys: false }
    const [claimed] = await inScope((db) => claimDocuments(db, batch, { claim: 'other', now, limit: 1, by }))
    const receipt = 'other'
    const verdict = { state: 'delivered', reason: null, receipt, failures: 0, nextAttemptAt: null } as const
    const outcome = { ...claimed!, verdict, answer: { ...accepted, receipt } }
    await inScope((db) => recordOutcomes(db, batch, { claim: 'other', now, outcomes: [outcome] }))
  })
  expect(became).toMatchObject({ state: 'delivered', receipt: 'other', attempts: 2 })
  expect(became.timeline.map(({ receipt }) => receipt)).toEqual(['late', 'other'])
  expect(alarms).toBe(1)
})
