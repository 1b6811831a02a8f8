import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { scopes } from './scopes.ts'
import { type EboxStandIn, startEboxStandIn } from './stand-in.ts'
import {
  aDocument,
  aMessage,
  anOldMessage,
  aPart,
  aSender,
  aToken,
  fileHeaders,
  multipartOf,
  newKey,
  paths,
  people,
  post,
  type TestPart,
} from './testing.ts'

const represented = '1999000249'
const from = aSender({
  scopes: [scopes.publish, scopes.publishForOthers],
  mayRepresent: [represented],
  configurations: [{ senderApplicationId: 'kiesloket:verkiezing:brieven', messageTypeId: 'KIESBRIEF' }],
})
let standIn: EboxStandIn
let token: string

beforeAll(async () => {
  standIn = await startEboxStandIn({ clients: [from.client], maxDocumentBytes: 1000 })
})
afterAll(() => standIn.close())
beforeEach(async () => {
  token = await aToken(standIn.url, from)
})

function send(message: unknown, parts?: readonly TestPart[], key = newKey()) {
  return post(standIn.url, token, multipartOf(message, parts), { key })
}

test('a letter is accepted, with its digest, whichever part comes first', async () => {
  const digestValue = createHash('sha256').update(aDocument).digest('base64url')
  const attachment = {
    httpPartName: 'upfile1',
    isMainContent: true,
    digest: { digestMethod: 'sha_256', digestValue },
  }
  for (const jsonLast of [false, true]) {
    const key = newKey()
    const body = multipartOf(aMessage({ attachments: [attachment] }), [aPart], jsonLast)
    const reply = await post(standIn.url, token, body, { key, path: `${paths.v3}${jsonLast ? '/' : ''}` })
    expect(reply.status).toBe(201)
    expect(reply.body.code).toBeUndefined()
    expect(Date.parse(String(reply.body.expirationDate))).toBeGreaterThan(Date.now())
    expect(standIn.messages().at(-1)).toMatchObject({
      messageId: reply.body.messageId,
      key: key.slice(1, -1),
      recipient: createHash('sha256').update(people.active).digest('hex'),
      sha256: createHash('sha256').update(aDocument).digest('hex'),
      size: aDocument.length,
    })
  }
})

test('someone who never opened a box is told apart, and still gets the message', async () => {
  const before = standIn.truth()
  for (const ssin of [people.notAccepted, people.notFound]) {
    const reply = await send(aMessage({ recipient: { eboxType: 'citizen', ssin } }))
    expect(reply).toMatchObject({ status: 201, body: { code: 'NO_DIGITAL_USER' } })
  }
  expect(standIn.truth().inactive - before.inactive).toBe(2)
})

test('a key works once per sender and application, whatever the content', async () => {
  const key = newKey()
  const { accepted } = standIn.truth()
  expect((await send(aMessage(), undefined, key)).status).toBe(201)
  expect((await send(aMessage({ subject: { nl: 'Iets anders' } }), undefined, key)).status).toBe(409)
  expect(standIn.truth().accepted).toBe(accepted + 1)
})

test('of two posts with the same key at the same moment exactly one is accepted', async () => {
  const key = newKey()
  const replies = await Promise.all([1, 2, 3, 4].map(() => send(aMessage(), undefined, key)))
  expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409, 409, 409])
})

test('a refused message does not use up its key', async () => {
  const key = newKey()
  expect((await send(aMessage({ subject: {} }), undefined, key)).status).toBe(400)
  expect((await send(aMessage(), undefined, key)).status).toBe(201)
})

test.each([['no-quotes-around-it'], ['"half'], ['""']])('the key %s is refused', async (key) => {
  expect((await send(aMessage(), undefined, key)).status).toBe(400)
})

test('v3 wants a key, v2.1 has none', async () => {
  expect((await post(standIn.url, token, multipartOf(aMessage()))).status).toBe(400)
  const old = await post(standIn.url, token, multipartOf(anOldMessage()), { path: paths.v2 })
  expect(old.status).toBe(201)
  expect(standIn.messages().at(-1)?.key).toBeUndefined()
})

test('numbers of people who may exist are refused, not repeated and not kept', async () => {
  // Built here: a complete number must not stand in a file, it may be somebody's.
  const nine = `850101${'001'}`
  const possiblePerson = nine + String(97 - (Number(nine) % 97)).padStart(2, '0')
  const { accepted } = standIn.truth()
  const direct = await send(aMessage({ recipient: { eboxType: 'citizen', ssin: possiblePerson } }))
  const attention = await send(aMessage({ forTheAttentionOf: { ssin: possiblePerson, label: 'x' } }))
  for (const reply of [direct, attention]) {
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).not.toContain(possiblePerson)
  }
  expect(standIn.truth().accepted).toBe(accepted)
})

const second = { ...aPart, name: 'upfile2' }
const attach = (httpPartName: string, isMainContent = true) => ({ httpPartName, isMainContent })

test.each<[string, unknown, TestPart[] | undefined, string, string | RegExp]>([
  ['malformed JSON', '{"sender":', undefined, 'INVALID_INPUT', /^Invalid Schema/],
  ['null', aMessage({ bodyContent: null }), undefined, 'INVALID_INPUT', /^Invalid Schema/],
  ['null deep down', aMessage({ x: [{ y: null }] }), undefined, 'INVALID_INPUT', /^Invalid Schema/],
  ['no subject', aMessage({ subject: undefined }), undefined, 'INVALID_INPUT', /^Invalid Schema/],
  [
    'a long subject',
    aMessage({ subject: { nl: 'x'.repeat(401) } }),
    undefined,
    'INVALID_INPUT',
    /^Invalid Schema/,
  ],
  ['the v2.1 shape', anOldMessage(), undefined, 'INVALID_INPUT', /^Invalid Schema/],
  [
    'an unknown company',
    aMessage({ recipient: { eboxType: 'enterprise', enterpriseNumber: '0123456789' } }),
    undefined,
    'INVALID_INPUT',
    '0123456789 is not a valid company',
  ],
  [
    'another sender',
    aMessage({ sender: { eboxType: 'enterprise', enterpriseNumber: represented } }),
    undefined,
    'INVALID_SENDER',
    'Invalid sender: user credentials does not match payload',
  ],
  [
    'a message type that was not agreed',
    aMessage({ messageTypeId: 'OTHER' }),
    undefined,
    'INVALID_SENDER',
    'Invalid message configuration',
  ],
  [
    'two languages',
    aMessage({ subject: { nl: 'brief', fr: 'lettre' } }),
    undefined,
    'NOT_IMPLEMENTED',
    'Multiple languages provided when only one expected',
  ],
  [
    'a body in another language',
    aMessage({ bodyContent: { fr: 'lettre' } }),
    undefined,
    'NOT_IMPLEMENTED',
    'Multiple languages provided when only one expected',
  ],
  [
    'no main content',
    aMessage({ attachments: [attach('upfile1', false)] }),
    undefined,
    'INVALID_INPUT',
    'No main content attachment. Exactly one is expected',
  ],
  [
    'body and attachment both main',
    aMessage({ isBodyMainContent: true }),
    undefined,
    'INVALID_INPUT',
    'Too many main content. Exactly one is expected',
  ],
  [
    'a wrong media type',
    aMessage(),
    [{ ...aPart, headers: fileHeaders('upfile1', 'a.png', 'image/png') }],
    'INVALID_INPUT',
    'Attachment mime type is not valid. See spec for list of available mime types',
  ],
  [
    'a part too many',
    aMessage(),
    [aPart, second],
    'INVALID_INPUT',
    'Json Attachments number is inconsistent with number of parts',
  ],
  [
    'an unknown part name',
    aMessage({ attachments: [attach('upfile9')] }),
    undefined,
    'INVALID_INPUT',
    'Some json attachment info do not match any file upload part',
  ],
  [
    'a bare part',
    aMessage(),
    [{ ...aPart, headers: 'Content-Disposition: form-data; name="upfile1"; filename="a.pdf"' }],
    'INVALID_INPUT',
    'Missing mediaType or fileName in part',
  ],
  [
    'a digest in hexadecimal',
    aMessage({
      attachments: [
        {
          ...attach('upfile1'),
          digest: {
            digestMethod: 'sha_256',
            digestValue: createHash('sha256').update(aDocument).digest('hex'),
          },
        },
      ],
    }),
    undefined,
    'DIGEST_DO_NOT_MATCH',
    'Issue with Digest',
  ],
])('%s is refused in the registry’s own words', async (_, message, parts, code, text) => {
  const { accepted } = standIn.truth()
  const reply = await send(message, parts)
  expect(reply.status).toBe(400)
  expect(reply.body.code).toBe(code)
  expect(reply.body.message).toEqual(text instanceof RegExp ? expect.stringMatching(text) : text)
  expect(standIn.truth().accepted).toBe(accepted)
})

test('a document over the limit gets 413 with the limit', async () => {
  const reply = await send(aMessage(), [{ ...aPart, content: Buffer.alloc(200_000) }])
  expect(reply).toMatchObject({ status: 413, body: { limit: 1000 } })
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
})

test('a body that breaks off, or is no form at all, is refused', async () => {
  const whole = multipartOf(aMessage())
  const half = await post(standIn.url, token, whole.subarray(0, whole.length - 30), { key: newKey() })
  expect(half.status).toBe(400)
  const json = await post(standIn.url, token, whole, {
    key: newKey(),
    headers: { 'content-type': 'application/json' },
  })
  expect(json.status).toBe(400)
})

test('publishing on behalf of another wants a mandate, the header and the scope', async () => {
  const message = aMessage({ sender: { eboxType: 'enterprise', enterpriseNumber: represented } })
  const withoutScope = { key: newKey(), headers: { 'On-Behalf-Of-Enterprise-Number': represented } }
  expect((await post(standIn.url, token, multipartOf(message), withoutScope)).status).toBe(403)
  const forOthers = await aToken(standIn.url, from, scopes.publishForOthers)
  expect((await post(standIn.url, forOthers, multipartOf(message), withoutScope)).status).toBe(201)
  const stranger = { key: newKey(), headers: { 'On-Behalf-Of-Enterprise-Number': '1999000348' } }
  expect((await post(standIn.url, forOthers, multipartOf(message), stranger)).body.code).toBe(
    'INVALID_SENDER',
  )
})

test('messages can be counted and paged from outside', async () => {
  const counts = (await (await fetch(`${standIn.url}/sim/truth`)).json()) as { accepted: number }
  expect(counts).toEqual(standIn.truth())
  const ids: string[] = []
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = (await (await fetch(`${standIn.url}/sim/truth/messages?after=${after}&limit=3`)).json()) as {
      items: { messageId: string }[]
      next?: number
    }
    ids.push(...page.items.map((item) => item.messageId))
    after = page.next
  }
  expect(new Set(ids).size).toBe(counts.accepted)
})
