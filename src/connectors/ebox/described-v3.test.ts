import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import type { Mishap, StrictOptions } from '../../../test/strict-v3/server.ts'
import {
  otherNumber,
  ownNumber,
  type StrictRoad,
  scopes,
  strictRoad,
} from '../../../test/strict-v3/testing.ts'
import type { MailboxMessage } from '../../delivery/index.ts'
import { readConfig } from '../../platform/config.ts'
import { sha256 } from '../../platform/hash.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import { createMailboxFor, type SenderSettings } from './index.ts'

/** Our client against a server that is made from the description of v3, not from the stand-in. */

const document = Buffer.from('%PDF-1.7 a letter\r\n--not-a-boundary\r\n\0\xff', 'latin1')
let road: StrictRoad
let mailboxes: ReturnType<typeof createMailboxFor>
afterEach(async () => {
  await mailboxes.close()
  await road.close()
})

interface Trial {
  readonly changes?: Partial<MailboxMessage>
  readonly settings?: Partial<SenderSettings>
  readonly options?: Partial<StrictOptions>
  readonly env?: Record<string, string>
}

async function deliver({ changes = {}, settings = {}, options = {}, env = {} }: Trial) {
  road = await strictRoad(options)
  const config = readConfig({ ...road.env, ...env })
  mailboxes = createMailboxFor(config, async () => ({ enterpriseNumber: ownNumber, ...settings }))
  const mailbox = await mailboxes.mailboxFor(1 as MunicipalityId)
  const message = {
    ...{ key: randomUUID(), traceId: randomUUID(), recipient: '85610100147' as NationalNumber },
    ...{ document, sha256: sha256(document), fileName: 'oproepingsbrief.pdf', language: 'nl' as const },
    ...{ subject: 'Uw “brief”', messageTypeId: 'KIESBRIEF', senderEnterpriseNumber: ownNumber },
    senderApplicationId: 'kiesloket:verkiezing:brieven',
    ...changes,
  }
  return { message, mailbox, answer: await mailbox.deliver(message) }
}

const other = { enterpriseNumber: otherNumber, onBehalfOf: true }

describe('every form of a request', () => {
  test.each<[string, Trial]>([
    ['in Dutch', {}],
    ['in French', { changes: { language: 'fr', subject: 'Votre convocation électorale' } }],
    ['in German', { changes: { language: 'de', subject: 'Ihre Wahlaufforderung' } }],
    ['a subject as long as it may be', { changes: { subject: 'é'.repeat(400) } }],
    ['a file name beyond ASCII, with quotes', { changes: { fileName: 'brief “één” "twee" \\.pdf' } }],
    ['on behalf of another', { changes: { senderEnterpriseNumber: otherNumber }, settings: other }],
  ])('%s', async (_, trial) => {
    const { answer, message, mailbox } = await deliver(trial)
    expect(road.registry.complaints).toEqual([])
    const hash = sha256(document).toString('hex')
    const { key, recipient, senderEnterpriseNumber: sender } = message
    expect(road.registry.books).toMatchObject([
      { key, recipient, sender, sha256: hash, size: document.length },
    ])
    expect(answer).toMatchObject({ kind: 'accepted', receipt: road.registry.books[0]!.messageId })
    const again = await mailbox.deliver({ ...message, traceId: randomUUID() })
    expect(again).toMatchObject({ kind: 'already-there', httpStatus: 409 })
    expect(road.registry.books).toHaveLength(1)
  })

  test('what is not as described is refused, and said', async () => {
    const { answer } = await deliver({ changes: { subject: 'x'.repeat(401) } })
    expect(answer).toMatchObject({ kind: 'permanent', code: 'badRequest', httpStatus: 400 })
    expect(road.registry.complaints).toHaveLength(1)
  })

  test('a scope that was not asked for is not in the token', async () => {
    const { answer } = await deliver({ env: { EBOX_SCOPE: scopes.onBehalf } })
    expect(answer).toMatchObject({ kind: 'closed', httpStatus: 403 })
    expect(road.registry.complaints).toEqual([`the token has not the scope ${scopes.own}`])
  })
})

describe('every form of a refusal', () => {
  test.each([
    [400, 'permanent'],
    [422, 'permanent'],
    [403, 'closed'],
    [404, 'closed'],
  ] as const)('of this message with %i', async (httpStatus, kind) => {
    const { answer } = await deliver({ options: { refuses: () => httpStatus } })
    expect(answer).toMatchObject({ kind, httpStatus, code: 'rejectedInput' })
    expect(road.registry.books).toEqual([])
    expect(road.registry.complaints).toEqual([])
  })

  test.each<[string, Mishap, object]>([
    ['busy', { status: 429, retryAfter: '7' }, { kind: 'later', retryAfterSeconds: 7 }],
    ['broken', { status: 500 }, { kind: 'unconfirmed', httpStatus: 500 }],
    ['nobody reads', 'unread', { kind: 'unconfirmed' }],
  ])('%s', async (_, mishap, expected) => {
    const { answer } = await deliver({ options: { mishap: () => mishap } })
    expect(answer).toMatchObject(expected)
    expect(road.registry.books).toEqual([])
    expect(road.registry.complaints).toEqual([])
  })

  test.each<[string, Mishap]>([
    ['is lost', 'reply-lost'],
    ['is cut', 'reply-cut'],
  ])('an answer that %s leaves it open; the same key again is there already', async (_, mishap) => {
    const options = { mishap: (request: number) => (request === 1 ? mishap : undefined) }
    const { answer, mailbox, message } = await deliver({ options })
    expect(answer).toMatchObject({ kind: 'unconfirmed' })
    expect(await mailbox.deliver({ ...message, traceId: randomUUID() })).toMatchObject({
      kind: 'already-there',
    })
    expect(road.registry.books).toHaveLength(1)
  })

  test('a token that ended is replaced, once', async () => {
    const options = { mishap: (request: number) => (request === 1 ? ('token-ends' as const) : undefined) }
    const { answer } = await deliver({ options })
    expect(answer).toMatchObject({ kind: 'accepted' })
    expect(road.registry.requests).toEqual({ publications: 2, tokens: 2 })
    expect(road.registry.complaints).toEqual([])
  })
})
