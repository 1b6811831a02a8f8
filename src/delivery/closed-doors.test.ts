import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { mostClosedDoors } from './judge-answer.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { retryFailed } from './retry-failed.ts'
import { runCampaign } from './run-campaign.ts'
import { aCampaign, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

const busy: MailboxAnswer = { kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds: 0 }
const closed: MailboxAnswer = { kind: 'closed', code: 'FORBIDDEN', httpStatus: 403 }

test('a door that is shut for one document is tried five times, whatever failed before; and as often after a retry', async () => {
  const campaign = await aCampaign(database, firstMunicipality, 1)
  const before = 6
  const mailbox = scriptedMailbox((_, call) => (call > before ? closed : busy))
  // So many at once that a few shut doors do not stop the campaign.
  const deps = testDeps(database, mailbox, { concurrency: 8 })
  const { byReason } = await runCampaign(deps, campaign)
  expect(byReason).toEqual([{ state: 'refused', reason: 'FORBIDDEN', count: 1 }])
  expect(mailbox.messages).toHaveLength(before + mostClosedDoors)

  expect(await retryFailed(deps, { ...campaign, group: 'all', by: 'clerk' })).toEqual({ ok: true, count: 1 })
  await runCampaign(deps, campaign)
  expect(mailbox.messages).toHaveLength(before + 2 * mostClosedDoors)
})
