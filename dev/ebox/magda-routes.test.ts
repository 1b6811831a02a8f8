import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { magdaPaths } from './magda-routes.ts'
import { scopes } from './scopes.ts'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import { anOldMessage, aSender, aToken, multipartOf, people, post } from './testing.ts'

const represented = '1999000249'
const from = aSender({ mayRepresent: [represented] })
let standIn: EboxStandIn

beforeAll(async () => {
  standIn = await startEboxStandIn({ clients: [from.client] })
})
afterAll(() => standIn.close())

const aMagdaMessage = (changes: Record<string, unknown> = {}) =>
  anOldMessage({ deliveryChannel: 'EBOX', deliveryMethod: 'NORMAL', ...changes })

async function send(message: unknown, headers: Record<string, string> = correlation()) {
  const token = await aToken(standIn.url, from, scopes.magdaSend)
  return post(standIn.url, token, multipartOf(message), { path: magdaPaths.publish, headers })
}

function correlation(id: string = randomUUID()): Record<string, string> {
  return { 'x-correlation-id': id, 'X-Magda-Enduser-ID': 'kiesloket' }
}

test('a letter goes out, and its correlation id comes back', async () => {
  const id = randomUUID()
  const reply = await send(aMagdaMessage(), correlation(id))
  expect(reply.status).toBe(201)
  expect(reply.headers.get('x-correlation-id')).toBe(id)
  expect(standIn.messages().at(-1)?.messageId).toBe(reply.body.messageId)
})

test('the route has no keys: the same letter again is a second message', async () => {
  const { accepted } = standIn.truth()
  await send(aMagdaMessage())
  await send(aMagdaMessage())
  expect(standIn.truth().accepted).toBe(accepted + 2)
  expect(standIn.truth().duplicates.byRecipientAndType).toBe(1)
})

test('a correlation id is wanted, and works once', async () => {
  expect((await send(aMagdaMessage(), { 'X-Magda-Enduser-ID': 'kiesloket' })).status).toBe(400)
  const headers = correlation()
  expect((await send(aMagdaMessage(), headers)).status).toBe(201)
  const again = await send(aMagdaMessage(), headers)
  expect(again).toMatchObject({ status: 400, body: { status: 400 } })
  expect(Object.keys(again.body).sort()).toEqual(['detail', 'instance', 'status', 'title'])
})

test('a supplier with a mandate sends in a municipality’s name; without one it does not', async () => {
  expect((await send(aMagdaMessage({ senderOrganizationId: represented }))).status).toBe(201)
  const stranger = await send(aMagdaMessage({ senderOrganizationId: '1999000447' }))
  expect(stranger).toMatchObject({ status: 400, body: { title: 'INVALID_SENDER' } })
})

test('other channels than the e-Box are refused', async () => {
  expect((await send(aMagdaMessage({ deliveryChannel: 'PAPER' }))).status).toBe(400)
})

test('the status of what was sent: at most 500, and one type of box', async () => {
  const { body } = await send(
    aMagdaMessage({ recipient: { eboxType: 'citizen', eboxIdValue: people.otherActive } }),
  )
  const token = await aToken(standIn.url, from, scopes.magdaStatus)
  const ask = (messages: unknown[]) =>
    fetch(standIn.url + magdaPaths.status, {
      method: 'POST',
      body: JSON.stringify({ deliveryChannel: 'EBOX', messages }),
      headers: { authorization: `Bearer ${token}`, ...correlation() },
    })
  const item = { messageId: body.messageId, eboxId: { eboxType: 'citizen', eboxIdValue: people.otherActive } }
  const found = await ask([item])
  expect(found.status).toBe(200)
  expect(await found.json()).toMatchObject([{ ...item, readStatus: false }])
  expect((await ask(Array(501).fill(item))).status).toBe(400)
  expect((await ask([item, { eboxId: { eboxType: 'enterprise', eboxIdValue: '1999000150' } }])).status).toBe(
    400,
  )
})
