import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import type { FaultPlan } from '../../../dev/ebox/faults.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from '../../../test/ebox.ts'
import { officialEbox } from '../../../test/official-ebox.ts'
import type { Mailbox } from '../../delivery/index.ts'
import { sha256 } from '../../platform/hash.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'

const municipality = 1 as MunicipalityId
const document = Buffer.from('%PDF-1.7 a letter')
const [anna, bert, nobody] = ['85610100147', '04723199847', '99630300993'] as NationalNumber[]
const registry = '/REST/ebox/enterprise/messageRegistry/v3'
const federation = '/REST/ebox/enterprise/federation/v1'
const status = { readStatus: true }

let road: EboxRoad
afterEach(() => road.close())

async function mailboxOf(api: EboxApi, rules: FaultPlan['rules'] = [], env: Record<string, string> = {}) {
  road = await eboxRoad(api, { faults: { rules } })
  return road.mailboxFor({ ...status, consentUrl: road.standIn.url + federation }, env)(municipality)
}

async function publish(mailbox: Mailbox, recipient: NationalNumber): Promise<string> {
  const answer = await mailbox.deliver({
    ...{ key: randomUUID(), traceId: randomUUID(), recipient, document, sha256: sha256(document) },
    ...{ fileName: 'oproepingsbrief.pdf', language: 'nl', subject: 'Uw brief', messageTypeId: 'KIESBRIEF' },
    ...{ senderEnterpriseNumber: '1999000150', senderApplicationId: 'kiesloket:verkiezing:brieven' },
  })
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer))
  return answer.receipt
}

/** As the citizen does, in the e-Box. */
async function open(recipient: NationalNumber, messageId: string): Promise<void> {
  const { url } = road.standIn
  const body = JSON.stringify({ ssin: recipient })
  const login = await (await fetch(`${url}/sim/citizen-tokens`, { method: 'POST', body })).json()
  const headers = { authorization: `Bearer ${(login as { access_token: string }).access_token}` }
  const attachments = `${url}${registry}/ebox/messages/${messageId}/attachments`
  const { items } = (await (await fetch(attachments, { headers })).json()) as {
    items: { attachmentId: string }[]
  }
  await (await fetch(`${attachments}/${items[0]!.attachmentId}/content`, { headers })).arrayBuffer()
}

describe.each<[EboxApi, string]>([
  ['federal-v3', ' (the question is assumed)'],
  ['federal-v2', ''],
  ['magda', ' (assumed)'],
])('%s%s', (api) => {
  test('what was opened, what was not, and what the other side does not know', async () => {
    const mailbox = await mailboxOf(api)
    const [opened, closed] = [await publish(mailbox, anna!), await publish(mailbox, bert!)]
    await open(anna!, opened)
    const messages = [
      { receipt: opened, recipient: anna! },
      { receipt: closed, recipient: bert! },
      { receipt: randomUUID(), recipient: bert! },
      { receipt: closed, recipient: anna! }, // the box of another
    ]
    expect(await mailbox.readStatus!.ask(messages, randomUUID())).toEqual({
      ...{ ok: true, read: [opened], unread: [closed] },
    })
    const strange = [{ receipt: randomUUID(), recipient: anna! }]
    expect(await mailbox.readStatus!.ask(strange, randomUUID())).toEqual({ ok: true, read: [], unread: [] })
  })

  test('a busy, broken or silent party is asked later; a token that ended is replaced', async () => {
    const mailbox = await mailboxOf(api, [
      { kind: 'busy', on: 'status', times: 1, retryAfterSeconds: 7 },
      { kind: 'error', on: 'status', after: 1, times: 1, status: 502 },
      { kind: 'reset', on: 'status', after: 2, times: 1 },
      { kind: 'expire-token', on: 'status', after: 3, times: 1 },
    ])
    const ask = () => mailbox.readStatus!.ask([{ receipt: 'x', recipient: anna! }], randomUUID())
    expect(await ask()).toMatchObject({ ok: false, kind: 'later', code: 'http-429', retryAfterSeconds: 7 })
    expect(await ask()).toMatchObject({ ok: false, kind: 'later', code: 'http-502' })
    expect(await ask()).toMatchObject({ ok: false, kind: 'later' })
    expect(await ask()).toMatchObject({ ok: true })
  })
})

test('the request is as the official file of v2.1 describes it, and so is the answer that is read', async () => {
  const official = officialEbox()
  const found = [
    { messageId: 'm-1', eboxId: { eboxType: 'citizen', eboxIdValue: anna }, readStatus: true, visible: true },
    { messageId: 'm-2', eboxId: { eboxType: 'citizen', eboxIdValue: bert }, readStatus: false },
  ]
  expect(official.judgeReply('post', '/searchMessageStatus', 201, found)).toEqual([])
  const asked: { body: unknown; url: string | undefined }[] = []
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.url === '/token') return response.end('{"access_token":"strict","expires_in":300}')
    asked.push({ body: await json(request), url: request.url })
    response.statusCode = 201
    response.end(JSON.stringify(found))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  road = await eboxRoad('federal-v2')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { ...status, baseUrl: `${url}/v2/`, tokenUrl: `${url}/token` }
  const { readStatus } = await road.mailboxFor(settings)(municipality)
  const messages = [
    { receipt: 'm-1', recipient: anna! },
    { receipt: 'm-2', recipient: bert! },
  ]
  expect(await readStatus!.ask(messages, randomUUID())).toEqual({ ok: true, read: ['m-1'], unread: ['m-2'] })
  expect(asked.map((each) => each.url)).toEqual(['/v2/searchMessageStatus'])
  expect(official.judge('MessagesStatusRequest', asked[0]!.body)).toEqual([])
  server.closeAllConnections()
  server.close()
})

test.each([
  ['{"not":"a list"}', 201, 'answer-unreadable'],
  ['[{"messageId":"m-1"}]', 201, 'answer-unreadable'],
  ['no json', 201, 'http-201'],
  ['', 404, 'http-404'],
  ['', 403, 'http-403'],
])('an answer of another form is not guessed at: %s with %d', async (body, httpStatus, code) => {
  const server = createServer((request, response) => {
    if (request.url === '/token') return response.end('{"access_token":"strict","expires_in":300}')
    response.statusCode = httpStatus
    response.end(body)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  road = await eboxRoad('federal-v2')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { ...status, baseUrl: `${url}/v2`, tokenUrl: `${url}/token`, consentUrl: url }
  const mailbox = await road.mailboxFor(settings)(municipality)
  const refusal = { ok: false, kind: 'closed', code }
  const messages = [{ receipt: 'm-1', recipient: anna! }]
  expect(await mailbox.readStatus!.ask(messages, randomUUID())).toEqual(refusal)
  expect(await mailbox.consents!.ask([anna!], randomUUID())).toEqual(refusal)
  server.closeAllConnections()
  server.close()
})

test('who has an e-Box in use is counted; the form is assumed', async () => {
  const mailbox = await mailboxOf('federal-v3')
  expect(await mailbox.consents!.ask([anna!, bert!, nobody!], randomUUID())).toEqual({
    ...{ ok: true, accepted: 1, notAccepted: 1, notFound: 1 },
  })
})

test('nothing is asked that nobody turned on, and the limits are the settings’ where these name any', async () => {
  road = await eboxRoad('federal-v2')
  const silent = await road.mailboxFor()(municipality)
  expect([silent.readStatus, silent.consents]).toEqual([undefined, undefined])
  const env = { EBOX_READ_STATUS: 'on', EBOX_CONSENT_URL: 'https://federation.example/v1' }
  const usual = await road.mailboxFor({}, env)(municipality)
  expect([usual.readStatus?.atOnce, usual.consents?.atOnce]).toEqual([500, 1000])
  const limits = { EBOX_READ_STATUS_AT_ONCE: '40', EBOX_CONSENT_AT_ONCE: '30' }
  const own = await road.mailboxFor({}, { ...env, ...limits })(municipality)
  expect([own.readStatus?.atOnce, own.consents?.atOnce]).toEqual([40, 30])
  expect((await road.mailboxFor({ readStatus: false }, env)(municipality)).readStatus).toBeUndefined()
})
