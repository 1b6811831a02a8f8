import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { officialEbox } from '../../test/official-ebox.ts'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import { anOldMessage, aSender, aToken, multipartOf, paths, people, post } from './testing.ts'

const official = officialEbox()
const from = aSender({
  configurations: [{ senderApplicationId: 'kiesloket:verkiezing:brieven', messageTypeId: 'KIESBRIEF' }],
})
let standIn: EboxStandIn
let token: string
let citizenToken: string
let messageId: string

beforeAll(async () => {
  standIn = await startEboxStandIn({ clients: [from.client] })
  token = await aToken(standIn.url, from)
  const login = await fetch(`${standIn.url}/sim/citizen-tokens`, {
    method: 'POST',
    body: JSON.stringify({ ssin: people.active }),
  })
  citizenToken = ((await login.json()) as { access_token: string }).access_token
  const message = anOldMessage({ bodyContent: { nl: 'Beste kiezer' } })
  const published = await post(standIn.url, token, multipartOf(message), { path: paths.v2 })
  messageId = String(published.body.messageId)
})
afterAll(() => standIn.close())

test('the judge knows wrong from right', () => {
  expect(official.judge('MessageToPublish', anOldMessage())).toEqual([])
  expect(official.judge('MessageToPublish', anOldMessage({ bodyMainContent: 'no' }))).not.toEqual([])
  expect(official.judgeReply('post', '/publishMessage', 201, { messageId: 'x' })).not.toEqual([])
  expect(official.judgeReply('post', '/publishMessage', 418, {})).not.toEqual([])
})

describe('publishing', () => {
  test.each([
    ['somebody with a box', people.active, 201],
    ['somebody without', people.notFound, 201],
    ['nobody', '00000000000', 400],
  ])('to %s', async (_, eboxIdValue, status) => {
    const message = anOldMessage({ recipient: { eboxType: 'citizen', eboxIdValue } })
    const reply = await post(standIn.url, token, multipartOf(message), { path: paths.v2 })
    expect(reply.status).toBe(status)
    expect(official.judgeReply('post', '/publishMessage', status, reply.body)).toEqual([])
  })

  test('without a token', async () => {
    const reply = await post(standIn.url, 'none', multipartOf(anOldMessage()), { path: paths.v2 })
    expect(reply.status).toBe(401)
    expect(official.judgeReply('post', '/publishMessage', 401, reply.body)).toEqual([])
  })
})

describe('asking for the status', () => {
  const eboxId = { eboxType: 'citizen', eboxIdValue: people.active }

  async function search(items: unknown, bearer = token) {
    const response = await fetch(standIn.url + paths.v2Status, {
      method: 'POST',
      body: JSON.stringify(items),
      headers: { authorization: `Bearer ${bearer}` },
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown>[] }
  }

  test.each([
    ['a known message', () => [{ messageId, eboxId }], 201],
    ['all messages of a box', () => [{ eboxId }], 201],
    ['an unknown message', () => [{ messageId: 'unknown', eboxId }], 404],
    [
      'a message in another box',
      () => [{ messageId, eboxId: { ...eboxId, eboxIdValue: people.notFound } }],
      404,
    ],
    ['no list at all', () => ({ messageId }), 400],
  ])('%s', async (_, items, status) => {
    const reply = await search(items())
    expect(reply.status).toBe(status)
    expect(official.judgeReply('post', '/searchMessageStatus', status, reply.body)).toEqual([])
  })

  test('without a token', async () => {
    const reply = await search([], 'none')
    expect(official.judgeReply('post', '/searchMessageStatus', reply.status, reply.body)).toEqual([])
  })

  test('another sender learns nothing', async () => {
    const other = aSender({ clientId: 'other', enterpriseNumber: '1999000447' })
    await fetch(`${standIn.url}/sim/clients`, { method: 'POST', body: JSON.stringify(other.client) })
    expect((await search([{ messageId, eboxId }], await aToken(standIn.url, other))).status).toBe(404)
  })
})

describe('what a portal reads', () => {
  async function read(path: string, bearer = citizenToken) {
    const response = await fetch(standIn.url + paths.v2Registry + path, {
      headers: { authorization: `Bearer ${bearer}` },
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  test.each([
    ['/ebox', '/ebox', 200],
    ['/ebox/messages', '/ebox/messages', 200],
    ['/ebox/messages', '/ebox/messages?q=BRIEF&qlang=fr&pageSize=1&readStatus=false', 200],
    ['/ebox/messages', '/ebox/messages?q=brief', 400],
    ['/ebox/messages', '/ebox/messages?pageSize=101', 400],
    ['/ebox/messages/{messageId}', '/ebox/messages/ID', 200],
    ['/ebox/messages/{messageId}', '/ebox/messages/unknown', 404],
    ['/ebox/messages/{messageId}/body', '/ebox/messages/ID/body', 200],
    ['/ebox/messages/{messageId}/attachments', '/ebox/messages/ID/attachments', 200],
    ['/ebox/messages/{messageId}/attachments/{attachmentId}', '/ebox/messages/ID/attachments/1', 200],
    ['/ebox/messages/{messageId}/attachments/{attachmentId}', '/ebox/messages/ID/attachments/2', 404],
    [
      '/ebox/messages/{messageId}/attachments/{attachmentId}/content',
      '/ebox/messages/ID/attachments/2/content',
      404,
    ],
    ['/referenceData/messageTypes', '/referenceData/messageTypes', 200],
    ['/referenceData/messageTypes/{messageTypeId}', '/referenceData/messageTypes/KIESBRIEF', 200],
    ['/referenceData/messageTypes/{messageTypeId}', '/referenceData/messageTypes/OTHER', 404],
    ['/referenceData/senderApplications', '/referenceData/senderApplications', 200],
    ['/referenceData/senderOrganizations', '/referenceData/senderOrganizations', 200],
    [
      '/referenceData/senderOrganizations/{senderOrganizationId}',
      '/referenceData/senderOrganizations/1999000150',
      200,
    ],
  ])('%s: GET %s answers %i', async (operation, path, status) => {
    const reply = await read(path.replace('ID', messageId))
    expect(reply.status).toBe(status)
    expect(official.judgeReply('get', operation, status, reply.body)).toEqual([])
  })

  test('a sender’s token opens no box', async () => {
    const reply = await read('/ebox', token)
    expect(reply.status).toBe(401)
    expect(official.judgeReply('get', '/ebox', 401, reply.body)).toEqual([])
  })
})
