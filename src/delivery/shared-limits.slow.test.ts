import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../test/database.ts'
import type { Scope } from '../platform/db/scope.ts'
import type { Mailbox } from './mailbox.ts'
import { runCampaign } from './run-campaign.ts'
import { createSenders } from './senders.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'
import { createTraffic } from './traffic.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  for (const each of [firstMunicipality, secondMunicipality]) await addTestMunicipality(database, each)
})
afterAll(() => database.close())

/** A side that takes its time and counts how many stand before it at once. */
function countingMailbox(own: Pick<Mailbox, 'ownLimits'> = {}) {
  let [now, most] = [0, 0]
  const recipients: string[] = []
  const mailbox = scriptedMailbox(async ({ recipient }) => {
    most = Math.max(most, ++now)
    recipients.push(recipient)
    await sleep(5)
    now--
    return accepted
  })
  return { mailbox: { ...mailbox, ...own }, recipients, most: () => most }
}

/** As another process would: with a memory of its own. */
function aProcess(mailbox: Mailbox, limits: { concurrency: number; ratePerSecond: number }) {
  const senders = createSenders(database, { heartbeatMs: 40, lostAfterMs: 4000, lingerMs: 500 })
  return { ...testDeps(database, mailbox), traffic: createTraffic(limits, senders) }
}

test.each([1, 2, 3, 5])('%i processes together keep to what the party takes at once', async (processes) => {
  const { mailbox, recipients, most } = countingMailbox()
  const campaign = await aCampaign(database, firstMunicipality, 1200)
  const sides = Array.from({ length: processes }, () =>
    aProcess(mailbox, { concurrency: 3, ratePerSecond: 100_000 }),
  )
  await Promise.all(sides.map((side) => runCampaign(side, campaign)))
  for (const { traffic } of sides) await traffic.close()
  expect(new Set(recipients).size).toBe(1200)
  expect(recipients).toHaveLength(1200)
  expect(most()).toBeLessThanOrEqual(3)
})

test('a municipality that goes slowly holds up no other: its batches are put down meanwhile', async () => {
  const slow = countingMailbox({ ownLimits: { ratePerSecond: 2 } })
  const quick = countingMailbox()
  const process = aProcess(slow.mailbox, { concurrency: 3, ratePerSecond: 100_000 })
  const deps = {
    ...process,
    mailboxFor: async (id: number) => (id === firstMunicipality ? slow.mailbox : quick.mailbox),
  }
  const slowCampaign = await aCampaign(database, firstMunicipality, 25)
  const quickCampaign = await aCampaign(database, secondMunicipality, 600)
  const until = new AbortController()
  const slowly = runCampaign(deps, { ...slowCampaign, shutdown: until.signal })
  await runCampaign(deps, quickCampaign)
  expect(quick.recipients).toHaveLength(600)
  expect(slow.recipients.length).toBeLessThanOrEqual(20)
  until.abort()
  const { counts } = await slowly
  expect(counts.waiting).toBe(25 - slow.recipients.length)
  await process.traffic.close()
})

test('only staff sees which processes send', async () => {
  const { mailbox } = countingMailbox()
  const process = aProcess(mailbox, { concurrency: 3, ratePerSecond: 100_000 })
  await process.traffic.join(mailbox, firstMunicipality, new AbortController().signal)
  const seenBy = (scope: Scope) =>
    database.inScope(scope, async (db) => {
      const { rows } = await sql<{
        count: number
      }>`select count(*)::integer as count from delivery.sender`.execute(db)
      return rows[0]!.count
    })
  expect(await seenBy({ staff: [secondMunicipality] })).toBeGreaterThan(0)
  expect(await seenBy({ person: Buffer.alloc(32) })).toBe(0)
  expect(await seenBy({ directory: true })).toBe(0)
  await process.traffic.close()
})
