import { afterAll, beforeAll, expect, test } from 'vitest'
import { scopes } from './scopes.ts'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import {
  aMessage,
  aSender,
  askToken,
  assertionOf,
  aToken,
  multipartOf,
  newKey,
  newKeys,
  post,
} from './testing.ts'
import { magdaTokenPath } from './token-routes.ts'

const sender = aSender()
let standIn: EboxStandIn
let time = Date.now()

beforeAll(async () => {
  standIn = await startEboxStandIn({ clients: [sender.client], tokenLifeSeconds: 60, now: () => time })
})
afterAll(() => standIn.close())

test('a well-signed statement gets a token with the scope that was asked for', async () => {
  const reply = await askToken(standIn.url, await assertionOf(sender, standIn.url))
  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({ token_type: 'Bearer', expires_in: 60, scope: scopes.publish })
})

test('the same statement works only once', async () => {
  const assertion = await assertionOf(sender, standIn.url, { jti: 'once' })
  expect((await askToken(standIn.url, assertion)).status).toBe(200)
  expect(await askToken(standIn.url, assertion)).toMatchObject({
    status: 401,
    body: { error: 'invalid_client' },
  })
})

test.each([
  ['for another address', { audience: 'https://elsewhere.example/token' }],
  ['about another subject', { subject: 'somebody-else' }],
  ['that is past its time', { lifeSeconds: -60 }],
])('a statement %s is refused', async (_, facts) => {
  const reply = await askToken(standIn.url, await assertionOf(sender, standIn.url, facts))
  expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
})

test('a statement signed with another key is refused', async () => {
  const stranger = { ...sender, privateKey: newKeys().privateKey }
  const reply = await askToken(standIn.url, await assertionOf(stranger, standIn.url))
  expect(reply).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
})

test('the two token endpoints are not each other’s audience', async () => {
  const federal = await assertionOf(sender, standIn.url)
  expect((await askToken(standIn.url, federal, scopes.magdaSend, magdaTokenPath)).status).toBe(401)
  const magda = await assertionOf(sender, standIn.url, { audience: standIn.url + magdaTokenPath })
  expect((await askToken(standIn.url, magda, scopes.magdaSend, magdaTokenPath)).status).toBe(200)
})

test.each([
  ['not granted', 'scope:of:somebody:else'],
  ['not asked for', ''],
])('a scope that was %s gives no token', async (_, scope) => {
  const reply = await askToken(standIn.url, await assertionOf(sender, standIn.url), scope)
  expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_scope' } })
})

test('a post without token, with an unknown and with an expired one gets 401', async () => {
  const body = multipartOf(aMessage())
  const missing = await post(standIn.url, '', body, { key: newKey(), headers: { authorization: '' } })
  expect(missing.status).toBe(401)
  expect((await post(standIn.url, 'unknown', body, { key: newKey() })).status).toBe(401)

  const token = await aToken(standIn.url, sender)
  expect((await post(standIn.url, token, body, { key: newKey() })).status).toBe(201)
  time += 61_000
  const expired = await post(standIn.url, token, body, { key: newKey() })
  expect(expired.status).toBe(401)
  expect(expired.headers.get('www-authenticate')).toContain('invalid_token')
  time = Date.now()
})

test('a token with another scope gets 403', async () => {
  const token = await aToken(standIn.url, sender, scopes.magdaSend)
  const reply = await post(standIn.url, token, multipartOf(aMessage()), { key: newKey() })
  expect(reply.status).toBe(403)
})
