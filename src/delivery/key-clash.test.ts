import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { runCampaign } from './run-campaign.ts'
import { aCampaign, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

/** The other side knows a key that no attempt of ours can have brought there. */

const there: MailboxAnswer = { kind: 'already-there', httpStatus: 409 }

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

test('is an alarm when nothing of ours can have arrived', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const busy: MailboxAnswer = { kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds: 0 }
  const mailbox = scriptedMailbox((_, call) => (call === 1 ? busy : there))
  const status = await runCampaign(testDeps(database, mailbox), campaign)
  expect(status.byReason).toEqual([{ state: 'unconfirmed', reason: 'key-clash', count: 1 }])
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql<{ subject: string }>`select e.subject from platform.audit_event e
      where e.action = 'delivery.key-clash' and e.subject = ${campaign.documents[0]!.documentId}`.execute(db),
  )
  expect(rows).toHaveLength(1)
})

test('time after time, the campaign stops before everybody is in doubt', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 300)
  const mailbox = scriptedMailbox(() => there)
  const status = await runCampaign(testDeps(database, mailbox), campaign)
  expect(status).toMatchObject({ state: 'stopped', stoppedBecause: 'key-clashes: 20' })
  expect(status.counts.unconfirmed).toBeLessThan(100)
  expect(status.counts.waiting).toBeGreaterThan(200)
})
