import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { FaultPlan } from '../../../dev/ebox/faults.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from '../../../test/ebox.ts'
import { type MailboxAnswer, type MailboxMessage, MailboxNotConfigured } from '../../delivery/index.ts'
import { sha256 } from '../../platform/hash.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'

const municipality = 1 as MunicipalityId
const document = Buffer.from('%PDF-1.7 a letter\r\n--not-a-boundary\r\n')
/** What is said of MAGDA holds for the shapes that both sides assume (`magda-assumed.ts`), no more. */
const apis: [EboxApi, string][] = [
  ['federal-v3', ''],
  ['federal-v2', ''],
  ['magda', ' (assumed)'],
]

let road: EboxRoad
afterEach(() => road.close())

function aMessage(changes: Partial<MailboxMessage> = {}): MailboxMessage {
  return {
    ...{ key: randomUUID(), traceId: randomUUID(), recipient: '85610100147' as NationalNumber },
    ...{ document, sha256: sha256(document), fileName: 'oproepingsbrief.pdf', language: 'nl' },
    ...{ subject: 'Uw “brief”', messageTypeId: 'KIESBRIEF', senderEnterpriseNumber: '1999000150' },
    senderApplicationId: 'kiesloket:verkiezing:brieven',
    ...changes,
  }
}

async function openRoad(api: EboxApi, rules: FaultPlan['rules'] = [], env: Record<string, string> = {}) {
  road = await eboxRoad(api, { faults: { rules } })
  return road.mailboxFor({}, env)(municipality)
}

describe.each(apis)('%s%s', (api) => {
  test('the document arrives whole, for its person, with a receipt', async () => {
    const mailbox = await openRoad(api)
    const answer = await mailbox.deliver(aMessage())
    expect(answer).toMatchObject({ kind: 'accepted', inactive: false, httpStatus: 201 })
    const [message] = road.standIn.messages()
    expect(message).toMatchObject({
      ...{ sender: '1999000150', messageTypeId: 'KIESBRIEF', active: true },
      ...{ sha256: sha256(document).toString('hex'), size: document.length },
      messageId: answer.kind === 'accepted' && answer.receipt,
    })
    expect(await mailbox.deliver(aMessage({ recipient: '04723199847' as NationalNumber }))).toMatchObject({
      kind: 'accepted',
      inactive: true,
    })
  })

  test('what may have been taken is told from what surely was not', async () => {
    const mailbox = await openRoad(api, [
      { kind: 'lose-reply', times: 1 },
      { kind: 'truncate-reply', after: 1, times: 1 },
      { kind: 'busy', after: 2, times: 1, retryAfterSeconds: 3 },
      { kind: 'busy', after: 3, times: 1, retryAfterSeconds: 3, retryAfterAs: 'date' },
      { kind: 'error', after: 4, times: 1, status: 500 },
      { kind: 'reset', after: 5, times: 1 },
    ])
    const answers = []
    for (let n = 0; n < 6; n++) answers.push(await mailbox.deliver(aMessage()))
    expect(answers.map(({ kind }) => kind)).toEqual([
      ...['unconfirmed', 'unconfirmed', 'later', 'later', 'unconfirmed', 'unconfirmed'],
    ])
    for (const busy of answers.slice(2, 4)) {
      expect(busy).toMatchObject({ httpStatus: 429 })
      expect('retryAfterSeconds' in busy && busy.retryAfterSeconds).toBeGreaterThan(1)
    }
    expect(road.standIn.truth().accepted).toBe(2)
  })

  test('an expired token: one new one, one more try', async () => {
    const mailbox = await openRoad(api, [{ kind: 'expire-token', after: 1, times: 1 }])
    const answers: MailboxAnswer[] = []
    for (let n = 0; n < 3; n++) answers.push((await mailbox.deliver(aMessage())) as MailboxAnswer)
    expect(answers.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted'])
    const retraced = answers.map(({ trace }) => trace?.answeredTraceId)
    expect(retraced, 'each call has a trace id of its own').toEqual([
      undefined,
      expect.any(String),
      undefined,
    ])
    // MAGDA gives our own id back and none of its own.
    const theirs = new Set(answers.map(({ trace }) => trace?.partyTraceId))
    expect(theirs.size).toBe(api === 'magda' ? 1 : 3)
  })

  test('no answer in time', async () => {
    const mailbox = await openRoad(api, [{ kind: 'slow-reply', delayMs: 5000 }], { EBOX_TIMEOUT_MS: '300' })
    expect(await mailbox.deliver(aMessage())).toEqual({ kind: 'unconfirmed', code: 'time-out' })
    expect(road.standIn.truth().accepted).toBe(1)
  })
})

test('v3: a key that was used is "already there"', async () => {
  const mailbox = await openRoad('federal-v3')
  const message = aMessage()
  await mailbox.deliver(message)
  expect(await mailbox.deliver({ ...message, traceId: randomUUID() })).toMatchObject({
    ...{ kind: 'already-there', httpStatus: 409 },
  })
  expect(road.standIn.truth()).toMatchObject({ accepted: 1, repeatsRefused: 1 })
})

test('a refusal is about the document or about us', async () => {
  road = await eboxRoad('federal-v3', { maxDocumentBytes: 1000 })
  const mailbox = await road.mailboxFor()(municipality)
  expect(await mailbox.deliver(aMessage({ document: Buffer.alloc(2000) }))).toMatchObject({
    ...{ kind: 'permanent', httpStatus: 413, code: 'payloadTooLarge' },
  })
  expect(await mailbox.deliver(aMessage({ subject: 'x'.repeat(401) }))).toMatchObject({
    ...{ kind: 'permanent', code: 'INVALID_INPUT' },
  })
  expect(await mailbox.deliver(aMessage({ senderEnterpriseNumber: '1999000249' }))).toMatchObject({
    ...{ kind: 'closed', code: 'INVALID_SENDER' },
  })
})

test('a scope that was not granted closes the road at the token', async () => {
  road = await eboxRoad('federal-v3', { grantedScopes: ['something:else'] })
  const mailbox = await road.mailboxFor()(municipality)
  expect(await mailbox.deliver(aMessage())).toMatchObject({ kind: 'closed', code: 'token-invalid_scope' })
})

test('a scope that was not asked for is a 403', async () => {
  road = await eboxRoad('federal-v3', {
    grantedScopes: [
      'something:else',
      'scope:document:management:consult:ws-eboxrestentreprise:publicationsender',
    ],
  })
  const mailbox = await road.mailboxFor({}, { EBOX_SCOPE: 'something:else' })(municipality)
  expect(await mailbox.deliver(aMessage())).toMatchObject({ kind: 'closed', httpStatus: 403 })
})

test.each(apis)(
  '%s%s: a supplier publishes on behalf of who gave it a mandate, and of nobody else',
  async (api) => {
    road = await eboxRoad(api, { mayRepresent: ['1999000249'] })
    const publishFor = async (enterpriseNumber: string) => {
      const mailbox = await road.mailboxFor({ enterpriseNumber, onBehalfOf: true })(municipality)
      await mailbox.probe!()
      return mailbox.deliver(aMessage({ senderEnterpriseNumber: enterpriseNumber }))
    }
    expect(await publishFor('1999000249')).toMatchObject({ kind: 'accepted' })
    // MAGDA's errors name no code, so there a refused sender is like any refused document.
    const refusal = api === 'magda' ? { kind: 'permanent' } : { kind: 'closed', code: 'INVALID_SENDER' }
    expect(await publishFor('1999000348')).toMatchObject({ ...refusal, httpStatus: 400 })
    expect(road.standIn.truth().accepted).toBe(1)
  },
)

test('each municipality travels its own road', async () => {
  road = await eboxRoad('federal-v3')
  const v2 = road.env.EBOX_BASE_URL!.replace('/v3/', '/v2')
  const own = await road.mailboxFor({ api: 'federal-v2', baseUrl: v2 })(municipality)
  expect(own.hasKeys).toBe(false)
  expect(await own.deliver(aMessage())).toMatchObject({ kind: 'accepted' })
  expect(own.route).not.toBe((await road.mailboxFor()(municipality)).route)
})

test('nobody listens: nothing was sent, also where there are no keys', async () => {
  road = await eboxRoad('federal-v2')
  const deaf = await road.mailboxFor({ baseUrl: `http://127.0.0.1:${await unusedPort()}` })(municipality)
  expect(await deaf.deliver(aMessage())).toEqual({ kind: 'later', code: 'ECONNREFUSED' })
  const tokenUrl = `http://127.0.0.1:${await unusedPort()}/token`
  const noTokens = await road.mailboxFor({ tokenUrl })(municipality)
  expect(await noTokens.deliver(aMessage())).toEqual({ kind: 'later', code: 'token-ECONNREFUSED' })
})

test('looked at before anything is sent: let in, no token, or a token and nobody there', async () => {
  road = await eboxRoad()
  const probe = async (settings = {}) => (await road.mailboxFor(settings)(municipality)).probe!()
  await probe()
  const nowhere = `http://127.0.0.1:${await unusedPort()}`
  await expect(probe({ tokenUrl: `${nowhere}/token` })).rejects.toThrow('no token: token-ECONNREFUSED')
  await expect(probe({ baseUrl: nowhere })).rejects.toThrow(`nobody answers at ${nowhere}: ECONNREFUSED`)
  await expect(probe({ clientId: 'somebody-else' })).rejects.toThrow('no token: token-invalid_client')
  expect(road.standIn.truth().accepted).toBe(0)
})

async function unusedPort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as { port: number }
  await new Promise((closed) => probe.close(closed))
  return port
}

test('settings that make no mailbox say which setting', async () => {
  road = await eboxRoad()
  const keyFile = join(tmpdir(), `no-key-${randomUUID()}.pem`)
  const missing = road.mailboxFor({}, { EBOX_PRIVATE_KEY_FILE: '' })(municipality)
  await expect(missing).rejects.toThrow(/EBOX_PRIVATE_KEY_FILE/)
  await expect(missing).rejects.toBeInstanceOf(MailboxNotConfigured)
  await expect(road.mailboxFor({ privateKeyFile: keyFile })(municipality)).rejects.toThrow(/ENOENT/)
  writeFileSync(keyFile, 'not a key')
  await expect(road.mailboxFor({ privateKeyFile: keyFile })(municipality)).rejects.toThrow(
    /not a private key|ERR/,
  )
})

test('a server that closes in the middle of a request: never sent twice behind our back', async () => {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.once('data', () => socket.end())
    socket.on('error', () => {})
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  road = await eboxRoad('federal-v2')
  const { port } = server.address() as { port: number }
  const mailbox = await road.mailboxFor({ baseUrl: `http://127.0.0.1:${port}` })(municipality)
  expect(await mailbox.deliver(aMessage())).toMatchObject({ kind: 'unconfirmed' })
  expect(connections).toBe(1)
  server.close()
})
