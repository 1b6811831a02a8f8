import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../test/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type DowntimeWatch, watchDowntime } from './downtime.ts'
import { addFailures, downtimesSince, endDowntime } from './downtime-store.ts'
import { listDowntimes } from './list-downtimes.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { runCampaign } from './run-campaign.ts'
import { aCampaign, accepted, addTestMunicipality, scriptedMailbox, testDeps } from './testing.ts'

const lost: MailboxAnswer = { kind: 'unconfirmed', code: 'time-out' }
const deaf: MailboxAnswer = { kind: 'later', code: 'ECONNREFUSED' }
const busy: MailboxAnswer = { kind: 'later', code: 'http-429', httpStatus: 429 }
const start = Date.parse('2029-05-20T08:00:00Z')
const at = (seconds: number) => new Date(start + seconds * 1000)

describe('what is a downtime', () => {
  let watch: DowntimeWatch
  beforeEach(() => {
    watch = watchDowntime()
  })
  const hear = (answer: MailboxAnswer, seconds: number) => watch.hear(answer, `t${seconds}`, at(seconds))

  test('three failures in a row that take a second: from the first of them, until an answer', () => {
    expect([hear(lost, 0), hear(deaf, 0.5), watch.isDown]).toEqual([undefined, undefined, false])
    expect(hear(lost, 2)).toMatchObject({
      kind: 'down',
      since: {
        beganAt: at(0),
        firstTraceId: 't0',
        lastTraceId: 't2',
        failures: 3,
        codes: ['ECONNREFUSED', 'time-out'],
      },
    })
    expect(watch.isDown).toBe(true)
    expect(hear(lost, 3), 'told a moment ago').toBeUndefined()
    expect(hear(lost, 13)).toMatchObject({ kind: 'down', since: { beganAt: at(0), failures: 2 } })
    expect(hear(lost, 14)).toBeUndefined()
    expect(hear(accepted, 20)).toMatchObject({
      kind: 'up',
      at: at(20),
      traceId: 't20',
      ours: true,
      since: { failures: 1 },
    })
    expect(watch.isDown).toBe(false)
  })

  test('one connection that breaks with all that travel on it is none', () => {
    for (let n = 0; n < 16; n++) expect(hear(lost, 0.1)).toBeUndefined()
    expect(hear(accepted, 0.2)).toMatchObject({ kind: 'up', ours: false })
    expect([hear(lost, 5), hear(lost, 6)]).toEqual([undefined, undefined])
  })

  test('a refusal is an answer; to be asked to slow down, and what never left the house, say nothing', () => {
    const refused: MailboxAnswer = { kind: 'permanent', code: 'INVALID_INPUT', httpStatus: 400 }
    for (const answer of [lost, lost, refused, lost, lost])
      expect(hear(answer, 0)).not.toMatchObject({ kind: 'down' })
    const nothing: MailboxAnswer[] = [busy, { kind: 'closed', code: 'data-key-missing' }]
    for (const answer of nothing) expect(hear(answer, 5)).toBeUndefined()
    expect(hear(lost, 6), 'the third, although something else came between').toMatchObject({ kind: 'down' })
  })

  test('that it answers is told once a minute, for a downtime that a process left open that died', () => {
    expect(hear(accepted, 0)).toMatchObject({ kind: 'up', ours: false })
    expect(hear(accepted, 59)).toBeUndefined()
    expect(hear(accepted, 60)).toMatchObject({ kind: 'up', ours: false })
  })
})

describe('the log', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
    for (const each of [firstMunicipality, secondMunicipality]) await addTestMunicipality(database, each)
  })
  afterAll(() => database.close())
  const inScope = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
    database.inScope(staffOf(firstMunicipality), work)
  const party = { api: 'federal-v3', host: 'box.example' }
  const failures = (from: number, to: number, codes: string[]) => ({
    ...{ beganAt: at(from), firstTraceId: `t${from}`, lastFailureAt: at(to), lastTraceId: `t${to}` },
    ...{ failures: 3, codes },
  })

  test('two workers that see one downtime write one row, and it ends at the first answer after the last failure', async () => {
    await inScope((db) => addFailures(db, party, failures(10, 12, ['time-out']), 'one'))
    await inScope((db) => addFailures(db, party, failures(9, 15, ['ECONNRESET', 'time-out']), 'two'))
    const end = (seconds: number) =>
      inScope((db) => endDowntime(db, party, { at: at(seconds), traceId: 'back', quietSince: at(seconds) }))
    expect(await end(14), 'an answer that was older than the last failure').toBe(false)
    expect(await end(40)).toBe(true)
    expect(await end(41)).toBe(false)
    expect(await inScope((db) => downtimesSince(db, at(0), 10))).toEqual([
      {
        ...party,
        ...{ beganAt: at(9), firstTraceId: 't9', lastFailureAt: at(15), lastTraceId: 't15', failures: 6 },
        ...{ codes: ['ECONNRESET', 'time-out'], seenBy: 'one', endedAt: at(40), endedTraceId: 'back' },
      },
    ])
    expect(await inScope((db) => downtimesSince(db, at(41), 10))).toEqual([])
  })

  test('staff of any municipality reads it; a citizen, an authority and nobody at all do not', async () => {
    const seen = async (scope: Parameters<typeof database.inScope>[0]) =>
      (await database.inScope(scope, (db) => downtimesSince(db, at(0), 10))).length
    expect(await seen(staffOf(secondMunicipality))).toBe(1)
    expect(await seen({ person: Buffer.from('01', 'hex') })).toBe(0)
    expect(await seen({ authority: 'province' })).toBe(0)
    expect(await seen({ directory: true })).toBe(0)
    expect(await listDowntimes({ database }, { staff: [], since: at(0) })).toEqual([])
  })

  test('a party that goes away while letters leave is in the log, with requests that are on the timelines', async () => {
    const campaign = await aCampaign(database, firstMunicipality, 40)
    const away = { from: 0, until: 0 }
    const mailbox = scriptedMailbox((_, call) => {
      if (call === 10) Object.assign(away, { from: Date.now(), until: Date.now() + 2500 })
      return Date.now() < away.until ? deaf : accepted
    })
    const before = new Date()
    const deps = testDeps(database, mailbox)
    await runCampaign(deps, campaign)
    const log = await listDowntimes({ database }, { staff: [firstMunicipality], since: before })
    const [downtime, ...others] = log.filter(({ api }) => api === 'scripted')
    expect(others).toEqual([])
    expect(downtime).toMatchObject({ host: 'box.example', codes: ['ECONNREFUSED'] })
    expect(downtime!.beganAt.getTime()).toBeGreaterThanOrEqual(away.from)
    expect(downtime!.endedAt!.getTime()).toBeGreaterThanOrEqual(away.until)
    const traces = new Map(mailbox.messages.map(({ traceId }, n) => [traceId, n]))
    for (const id of [downtime!.firstTraceId, downtime!.lastTraceId, downtime!.endedTraceId!])
      expect(traces.has(id), id).toBe(true)
    expect(deps.traffic.partiesDown()).toEqual([])
  })
})
