import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailFault, type MailStandIn, startMailStandIn } from '../dev/mail/stand-in.ts'
import { createMailer } from '../src/connectors/mail/index.ts'
import { releasedElection } from '../src/desk/duplicates/testing.ts'
import { aDeskTrial, type DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { sha256 } from '../src/platform/hash.ts'
import { newId, type VoterId } from '../src/platform/ids.ts'
import type { Mailer } from '../src/platform/mail.ts'
import { claimDue } from '../src/platform/outbox/outbox-store.ts'
import { mailOutbox } from '../src/portal/mail/mail-store.ts'
import { planMails } from '../src/portal/mail/plan-mails.ts'
import { sendDueMails } from '../src/portal/mail/send-mails.ts'
import { confirmSubscription, putSubscription } from '../src/portal/mail/subscription-store.ts'
import { createWeb } from '../src/server.ts'

/** Reminders while the mail server does everything wrong: what it truly took is counted against what was promised. */

const voters = 120
const kinds = ['fine', 'busy', 'full', 'gone', 'spam', 'cut', 'lost', 'early'] as const
type Kind = (typeof kinds)[number]
let trial: DeskTrial
let election: Election
let standIn: MailStandIn
let mailer: Mailer
const attempts = new Map<string, number>()

beforeAll(async () => {
  standIn = await startMailStandIn({ smtp: 0, pages: 0 })
  trial = await aDeskTrial(createWeb, { MAIL_SMTP_URL: standIn.smtpUrl, MAIL_FROM: 'kiesbrief@x.example' })
  election = await releasedElection(trial, voters)
  mailer = createMailer({
    url: standIn.smtpUrl,
    from: 'kiesbrief@x.example',
    timeoutMs: 5000,
  })
  await subscribeEverybody()
}, 240_000)
afterAll(async () => {
  mailer.close()
  await standIn.close()
  await trial.close()
})

const kindOf = (address: string) => address.split('-')[0] as Kind

/** Twice something passing, and then it is taken; or each time the same. */
function faultFor(address: string): MailFault | undefined {
  const tried = (attempts.get(address) ?? 0) + 1
  attempts.set(address, tried)
  const isPassing = tried <= 2
  const faults: Readonly<Record<Kind, MailFault | undefined>> = {
    fine: undefined,
    busy: isPassing ? { at: 'text', code: 451 } : undefined,
    full: isPassing ? { at: 'recipient', code: 452 } : undefined,
    gone: { at: 'recipient', code: 550 },
    spam: { at: 'text', code: 554 },
    cut: { at: 'cut-after-text' },
    lost: { at: 'cut-without-taking' },
    early: isPassing ? { at: 'cut-before-text' } : undefined,
  }
  return faults[kindOf(address)]
}

async function subscribeEverybody() {
  const { municipalityId, electionId } = election
  await trial.database.inScope(staffOf(municipalityId), async (db) => {
    const { rows } = await sql<{ voterId: VoterId; personIndex: Buffer }>`
      select l.voter_id as "voterId", l.person_index as "personIndex" from letters.letter l
      where l.election_id = ${electionId} and l.state = 'released' order by l.list_number`.execute(db)
    for (const [n, person] of rows.entries()) {
      const subscription = {
        ...{ municipalityId, electionId, ...person, subscriptionId: newId<string>(), letterVersion: 1 },
        language: 'nl' as const,
        addressSealed: trial.deps.vault.seal(`${kinds[n % kinds.length]}-${n}@voorbeeld.example`),
        ...{ askedAt: new Date(), confirmUntil: new Date('2030-01-01'), confirmedAt: null, refusedAt: null },
      }
      const hashes = { confirmSha256: sha256(`confirm ${n}`), stopSha256: sha256(`stop ${n}`) }
      await putSubscription(db, subscription, hashes)
      await confirmSubscription(db, subscription, new Date())
    }
  })
}

interface Row {
  readonly kind: Kind
  readonly state: string
  readonly attempts: number
  readonly isRefused: boolean
}

function rowsNow(): Promise<Row[]> {
  return trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<{ sealed: Buffer; state: string; attempts: number; isRefused: boolean }>`
      select s.address_sealed as sealed, m.state, m.attempts, s.refused_at is not null as "isRefused"
      from portal.mail m join portal.subscription s using (municipality_id, election_id, person_index)`.execute(
      db,
    )
    return rows.map(({ sealed, ...row }) => ({ kind: kindOf(trial.deps.vault.open(sealed)), ...row }))
  })
}

test('each reminder arrives once or, where nobody can know, at most once; what is refused for good is never tried again', async () => {
  standIn.fail(faultFor)
  const deps = { ...trial.deps, mailer }
  const clock = trial.deps.clock
  const all = [trial.here]
  for (let minutes = 0; minutes <= 10; minutes++) {
    clock.moveTo(new Date(Date.parse('2029-06-05T08:00:00Z') + minutes * 60_000).toISOString())
    await Promise.all(
      [1, 2, 3].map(async () => {
        await planMails(deps, all)
        await sendDueMails(deps, all)
      }),
    )
  }
  const took = new Map<string, number>()
  for (const { to } of standIn.caught) took.set(to, (took.get(to) ?? 0) + 1)
  expect(
    [...took.values()].filter((times) => times > 1),
    'nobody got it twice',
  ).toEqual([])
  const takenOf = (kind: Kind) => [...took.keys()].filter((address) => kindOf(address) === kind).length
  const each = voters / kinds.length
  expect(Object.fromEntries(kinds.map((kind) => [kind, takenOf(kind)]))).toEqual({
    ...{ fine: each, busy: each, full: each, early: each },
    ...{ gone: 0, spam: 0, cut: each, lost: 0 },
  })
  const rows = await rowsNow()
  expect(rows).toHaveLength(voters)
  const seen = new Map(rows.map((row) => [row.kind, row]))
  const alike = rows.every((row) => JSON.stringify(row) === JSON.stringify(seen.get(row.kind)))
  expect(alike, 'all of a kind ended alike').toBe(true)
  expect(
    Object.fromEntries(
      [...seen].map(([kind, { state, attempts: n, isRefused }]) => [kind, [state, n, isRefused]]),
    ),
  ).toEqual({
    ...{
      fine: ['sent', 1, false],
      busy: ['sent', 3, false],
      full: ['sent', 3, false],
      early: ['sent', 3, false],
    },
    ...{ gone: ['refused', 1, true], spam: ['refused', 1, true] },
    ...{ cut: ['unconfirmed', 1, false], lost: ['unconfirmed', 1, false] },
  })
  const ids = standIn.caught.map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('what a worker had in hand when it vanished never leaves again, for it may have left', async () => {
  const { clock } = trial.deps
  const scope = staffOf(trial.here)
  clock.moveTo('2029-06-06T08:00:00Z')
  await trial.database.inScope(scope, (db) =>
    sql`
    update portal.mail set state = 'waiting', next_attempt_at = ${clock.now()} where event = 'reminder' and state = 'sent'`.execute(
      db,
    ),
  )
  const { items } = await trial.database.inScope(scope, (db) =>
    claimDue(db, mailOutbox, trial.here, { now: clock.now(), most: 5 }),
  )
  expect(items).toHaveLength(5)
  const before = standIn.caught.length
  standIn.fail(() => undefined)
  clock.moveTo('2029-06-06T08:30:00Z')
  await sendDueMails({ ...trial.deps, mailer }, [trial.here])
  const rows = await rowsNow()
  const sent = rows.filter(({ state }) => state === 'sent').length
  expect(standIn.caught.length - before, 'all but those five').toBe(sent)
  expect(rows.filter(({ state }) => state === 'sending')).toEqual([])
  expect(rows.filter(({ state }) => state === 'unconfirmed')).toHaveLength(2 * (voters / kinds.length) + 5)
})

test('a server that is away is left alone until later, and nothing is lost', async () => {
  const { clock } = trial.deps
  const away = createMailer({ url: 'smtp://127.0.0.1:9', from: 'a@x.example', timeoutMs: 1000 })
  clock.moveTo('2029-06-07T08:00:00Z')
  await trial.database.inScope(staffOf(trial.here), (db) =>
    sql`
    update portal.mail set state = 'waiting', attempts = 0, next_attempt_at = ${clock.now()} where state = 'sent'`.execute(
      db,
    ),
  )
  const waiting = (await rowsNow()).filter(({ state }) => state === 'waiting').length
  await sendDueMails({ ...trial.deps, mailer: away }, [trial.here])
  const rows = (await rowsNow()).filter(({ state }) => state === 'waiting')
  expect(rows).toHaveLength(waiting)
  expect(rows.filter(({ attempts: n }) => n === 1).length, 'a handful was tried').toBeLessThanOrEqual(10)
  expect(rows.filter(({ attempts: n }) => n === 1).length).toBeGreaterThan(0)
})
