import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailFault, type MailStandIn, startMailStandIn } from '../dev/mail/stand-in.ts'
import { type SmsStandIn, startSmsStandIn } from '../dev/sms/stand-in.ts'
import { changeSchedule } from '../src/bureaus/index.ts'
import {
  adopted,
  aLocalElection,
  aPollingBureau,
  aReachableMember,
  bureauDeps,
  messageDeps,
  planMessages,
  sendDueMessages,
  withSections,
} from '../src/bureaus/testing.ts'
import { createMailer } from '../src/connectors/mail/index.ts'
import { createSmsSender } from '../src/connectors/sms/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from './database.ts'

/** The evening before, by two workers at once, while the mail server and the gateway do everything wrong. */

const kinds = ['fine', 'busy', 'gone', 'cut', 'lost', 'early', 'sms', 'dead'] as const
type Kind = (typeof kinds)[number]
const members = 48
const kindOf = (n: number) => kinds[n % kinds.length]!
const numberOf = (n: number) => `04701000${String(n).padStart(2, '0')}`
let database: TestDatabase
let mail: MailStandIn
let gateway: SmsStandIn
let deps: ReturnType<typeof bureauDeps>
let ways: Pick<Parameters<typeof messageDeps>[1], 'mailer' | 'sms'>

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  mail = await startMailStandIn({ smtp: 0, pages: 0 })
  gateway = await startSmsStandIn(0)
  ways = {
    mailer: createMailer({ url: mail.smtpUrl, from: 'bureaus@x.example', timeoutMs: 5000 }),
    sms: createSmsSender({ url: gateway.url, timeoutMs: 5000 }),
  }
  const election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, members)])
  for (let n = 1; n <= members; n++) {
    const kind = kindOf(n)
    const isSms = kind === 'sms' || kind === 'dead'
    const contact = { phone: numberOf(n), ...(!isSms && { email: `${kind}-${n}@x.example` }) }
    await aReachableMember(deps, election, n, contact)
  }
  const eve = { template: 'eve', isOn: true, daysBefore: 1, hour: '18:00' } as const
  expect(await changeSchedule(deps, { election, by: 'clerk', ...eve })).toMatchObject({ ok: true })
}, 240_000)
afterAll(async () => {
  ways.mailer?.close()
  await mail.close()
  await gateway.close()
  await database.close()
})

const tries = new Map<string, number>()
function faultFor(address: string): MailFault | undefined {
  const tried = (tries.get(address) ?? 0) + 1
  tries.set(address, tried)
  const faults: Readonly<Partial<Record<Kind, MailFault | undefined>>> = {
    busy: tried <= 2 ? { at: 'text', code: 451 } : undefined,
    gone: { at: 'recipient', code: 550 },
    cut: { at: 'cut-after-text' },
    lost: { at: 'cut-without-taking' },
    early: tried <= 2 ? { at: 'cut-before-text' } : undefined,
  }
  return faults[address.split('-')[0] as Kind]
}

test('two workers send each message once, whatever goes wrong', async () => {
  mail.fail(faultFor)
  const dead = new Set(
    Array.from({ length: members }, (_, n) => n + 1)
      .filter((n) => kindOf(n) === 'dead')
      .map(numberOf),
  )
  gateway.answer((to) => (dead.has(to) ? 404 : 200))
  const worker = () => messageDeps(deps, ways)
  for (const minute of [0, 2, 8, 20]) {
    deps.clock.moveTo(`2030-10-12T16:${String(minute).padStart(2, '0')}:00Z`)
    await Promise.all(
      [worker(), worker()].map(async (one) => {
        await planMessages(one, [firstMunicipality])
        await sendDueMessages(one, [firstMunicipality])
      }),
    )
  }
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql<{ state: string; channel: string; many: number }>`
      select m.state, m.channel, count(*)::integer as many from bureaus.message m group by 1, 2 order by 1, 2`.execute(
      db,
    ),
  )
  const each = members / kinds.length
  expect(rows).toEqual([
    { state: 'refused', channel: 'EMAIL', many: each },
    { state: 'refused', channel: 'SMS', many: each },
    { state: 'sent', channel: 'EMAIL', many: 3 * each },
    { state: 'sent', channel: 'SMS', many: each },
    { state: 'unconfirmed', channel: 'EMAIL', many: 2 * each },
  ])
  const taken = mail.caught.map(({ to }) => to)
  expect(new Set(taken).size).toBe(taken.length)
  expect(taken).toHaveLength(4 * each) // fine, busy, early, and those that were cut after they were taken
  const texted = gateway.caught.map(({ to }) => to)
  expect(new Set(texted).size).toBe(texted.length)
  expect(texted).toHaveLength(each)
}, 120_000)
