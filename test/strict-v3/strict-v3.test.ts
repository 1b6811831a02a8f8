import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  askToken,
  assertionFor,
  otherNumber,
  ownNumber,
  type StrictRoad,
  scopes,
  strictRoad,
} from './testing.ts'

/** The strict registry takes what the description shows, and refuses each thing that is otherwise. */

let road: StrictRoad
let token: string
beforeAll(async () => {
  road = await strictRoad()
  token = (await askToken(road.registry.tokenUrl)).body.access_token!
})
afterAll(() => road.close())

const document = '%PDF-1.7 a letter'
const digest = createHash('sha256').update(document).digest('base64url')
const attachment = { httpPartName: 'upfile1', isMainContent: true, isAttachmentSigned: false }
const message = {
  sender: { eboxType: 'enterprise', enterpriseNumber: ownNumber },
  recipient: { eboxType: 'citizen', ssin: '85610100147' },
  subject: { nl: 'Uw oproepingsbrief' },
  ...{ messageTypeId: 'KIESBRIEF', senderApplicationId: 'kiesloket:verkiezing:brieven' },
  attachments: [attachment],
}
const jsonHeader = 'Content-Disposition: form-data; name="messageToPublish"'
const fileHeader =
  'Content-Disposition: form-data; name="upfile1"; filename="brief.pdf"\r\nContent-Type: application/pdf'
const part = (headers: string, content: string) => `--b\r\n${headers}\r\n\r\n${content}\r\n`
const jsonPart = (changes: object = {}) => part(jsonHeader, JSON.stringify({ ...message, ...changes }))
const filePart = part(fileHeader, document)
const formOf = (...parts: readonly string[]) => `${parts.join('')}--b--\r\n`

interface Sent {
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
  readonly path?: string
  readonly method?: string
}

/** Sends exactly these headers and bytes. */
function send({ headers = {}, body = formOf(jsonPart(), filePart), path = '', method = 'POST' }: Sent) {
  const all = {
    ...{ accept: 'application/json, application/problem+json', authorization: `Bearer ${token}` },
    ...{
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(Buffer.byteLength(body)),
    },
    ...{ 'belgov-trace-id': randomUUID(), 'idempotency-key': `"${randomUUID()}"`, ...headers },
  }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return new Promise<number>((resolve, reject) => {
    const asked = httpRequest(
      `${road.registry.baseUrl}ebox/messages${path}`,
      { method, headers: given },
      (reply) => {
        reply.resume().on('end', () => resolve(reply.statusCode ?? 0))
      },
    )
    asked.on('error', reject).end(body)
  })
}

test('it shares nothing with what it judges', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !/test/.test(name))
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    const imports = [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/ from '([^']+)'/g)]
    for (const [, from] of imports) expect(from, file).toMatch(/^(node:|\.\/|zod$)/)
  }
})

describe('it takes', () => {
  const digested = {
    attachments: [{ ...attachment, digest: { digestMethod: 'sha_256', digestValue: digest } }],
  }
  test.each<[string, Sent]>([
    ['the smallest sample', {}],
    ['a slash behind the address', { path: '/' }],
    ['the document before the message', { body: formOf(filePart, jsonPart()) }],
    [
      'both booleans',
      { body: formOf(jsonPart({ isBodyMainContent: false, isReplyAuthorized: false }), filePart) },
    ],
    ['a digest', { body: formOf(jsonPart(digested), filePart) }],
    [
      'a name that is percent-encoded',
      { body: formOf(jsonPart(), filePart.replace('brief', '%E2%80%9Cbrief')) },
    ],
  ])('%s', async (_, sent) => {
    const before = road.registry.books.length
    expect(await send(sent)).toBe(201)
    expect(road.registry.books.length).toBe(before + 1)
    expect(road.registry.complaints).toEqual([])
  })
})

test('a key again is a 409, whatever it brings; of another application it is another key', async () => {
  const key = { 'idempotency-key': `"${randomUUID()}"` }
  const before = road.registry.books.length
  expect(await send({ headers: key })).toBe(201)
  expect(await send({ headers: key })).toBe(409)
  expect(await send({ headers: key, body: formOf(jsonPart({ subject: { fr: 'Autre' } }), filePart) })).toBe(
    409,
  )
  const other = { senderApplicationId: 'kiesloket:test', messageTypeId: 'BRIEF' }
  expect(await send({ headers: key, body: formOf(jsonPart(other), filePart) })).toBe(201)
  expect(road.registry.books.length).toBe(before + 2)
})

describe('it refuses', () => {
  const json = (changes: object): Sent => ({ body: formOf(jsonPart(changes), filePart) })
  const header = (name: string, value?: string): Sent => ({ headers: { [name]: value } })
  const key = 'idempotency-key'
  test.each<[string, Sent, number?]>([
    ['another operation', { path: '/x' }],
    ['another method', { method: 'PUT' }],
    ['no token', header('authorization'), 401],
    ['another token', header('authorization', 'Bearer none'), 401],
    ['a header that is not described', header('x-correlation-id', 'a')],
    ['an answer as a problem not accepted', header('accept', 'application/json')],
    ['no trace id', header('belgov-trace-id')],
    ['a trace id that is too long', header('belgov-trace-id', 'a'.repeat(37))],
    ['no length', { headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' } }],
    ['no key', header(key)],
    ['a key without quotes', header(key, randomUUID())],
    ['a key that is no UUID', header(key, '"1"')],
    ['another body', header('content-type', 'application/json')],
    ['a body without end', { body: jsonPart() }],
    ['something before the first boundary', { body: `x\r\n${formOf(jsonPart(), filePart)}` }],
    ['something behind the last boundary', { body: `${formOf(jsonPart(), filePart)}x` }],
    ['no message', { body: formOf(filePart) }],
    ['two messages', { body: formOf(jsonPart(), jsonPart(), filePart) }],
    [
      'a type on the message',
      {
        body: formOf(jsonPart().replace('\r\n\r\n', '\r\nContent-Type: application/json\r\n\r\n'), filePart),
      },
    ],
    ['no JSON', { body: formOf(part(jsonHeader, '{'), filePart) }],
    ['a name of v2.1', json({ senderOrganizationId: ownNumber })],
    ['a recipient as in v2.1', json({ recipient: { eboxType: 'citizen', eboxIdValue: '85610100147' } })],
    ['a number that could be a person’s', json({ recipient: { eboxType: 'citizen', ssin: '85010100147' } })],
    ['a number with other check digits', json({ recipient: { eboxType: 'citizen', ssin: '85610100148' } })],
    ['capitals', json({ recipient: { eboxType: 'CITIZEN', ssin: '85610100147' } })],
    ['another sender', json({ sender: { eboxType: 'enterprise', enterpriseNumber: '1999000348' } })],
    [
      'an enterprise that is none',
      json({ sender: { eboxType: 'enterprise', enterpriseNumber: '1999000151' } }),
    ],
    ['a null', json({ bodyContent: null })],
    ['no subject', json({ subject: {} })],
    ['two languages', json({ subject: { nl: 'een', fr: 'un' } })],
    ['a subject that is too long', json({ subject: { nl: 'é'.repeat(401) } })],
    ['a message type that was not agreed', json({ messageTypeId: 'ANDER' })],
    ['no main content', json({ attachments: [{ ...attachment, isMainContent: false }] })],
    ['two main contents', json({ isBodyMainContent: true })],
    [
      'an attachment without a file',
      json({ attachments: [attachment, { ...attachment, httpPartName: 'upfile2' }] }),
    ],
    [
      'a file without an attachment',
      { body: formOf(jsonPart(), filePart, filePart.replace('upfile1', 'upfile2')) },
    ],
    ['another part name', json({ attachments: [{ ...attachment, httpPartName: 'file' }] })],
    [
      'another digest',
      json({
        attachments: [
          { ...attachment, digest: { digestMethod: 'sha_256', digestValue: digest.toLowerCase() } },
        ],
      }),
    ],
    [
      'a digest in hexadecimal',
      json({
        attachments: [{ ...attachment, digest: { digestMethod: 'sha_256', digestValue: 'ab'.repeat(32) } }],
      }),
    ],
    ['a file without a name', { body: formOf(jsonPart(), filePart.replace('; filename="brief.pdf"', '')) }],
    [
      'a file name that is too long',
      { body: formOf(jsonPart(), filePart.replace('brief', 'b'.repeat(252))) },
    ],
    ['another type of file', { body: formOf(jsonPart(), filePart.replace('application/pdf', 'text/plain')) }],
    ['a PDF that is none', { body: formOf(jsonPart(), filePart.replace('%PDF-', '%PS-')) }],
    ['on behalf of another, without the scope', header('on-behalf-of-enterprise-number', ownNumber), 403],
  ])('%s', async (_, sent, status = 400) => {
    const before = { books: road.registry.books.length, complaints: road.registry.complaints.length }
    expect(await send(sent)).toBe(status)
    expect(road.registry.books.length).toBe(before.books)
    // A token that ended is nobody's mistake.
    expect(road.registry.complaints.length).toBe(before.complaints + (status === 401 ? 0 : 1))
  })

  test('a trace id that was used before', async () => {
    const headers = { 'belgov-trace-id': randomUUID() }
    expect(await send({ headers })).toBe(201)
    expect(await send({ headers })).toBe(400)
  })
})

describe('on behalf of another', () => {
  const inTheNameOf = async (number: string, sender: string) => {
    const { body } = await askToken(road.registry.tokenUrl, { scope: scopes.onBehalf })
    const headers = { authorization: `Bearer ${body.access_token}`, 'on-behalf-of-enterprise-number': number }
    const from = { sender: { eboxType: 'enterprise', enterpriseNumber: sender } }
    return send({ headers, body: formOf(jsonPart(from), filePart) })
  }
  test.each([
    ['who gave a mandate', otherNumber, otherNumber, 201],
    ['who gave none', '1999000348', '1999000348', 400],
    ['another than the sender', otherNumber, ownNumber, 400],
  ])('%s', async (_, number, sender, status) => {
    expect(await inTheNameOf(number, sender)).toBe(status)
  })
})

describe('a token request', () => {
  const { own } = scopes
  const wrong: [string, (url: string) => Record<string, string>][] = [
    ['another grant', () => ({ grant_type: 'password' })],
    ['another kind of assertion', () => ({ client_assertion_type: 'saml' })],
    ['something more', () => ({ client_id: 'strict-client' })],
    ['no scope', () => ({ scope: '' })],
    ['a scope that was not granted', () => ({ scope: `${own} scope:other` })],
    ['another audience', (url) => ({ client_assertion: assertionFor(`${url}/`) })],
    ['another client', (url) => ({ client_assertion: assertionFor(url, { iss: 'other' }) })],
    ['an assertion that ended', (url) => ({ client_assertion: assertionFor(url, { exp: 1 }) })],
    ['an assertion that lives long', (url) => ({ client_assertion: assertionFor(url, { exp: Date.now() }) })],
    ['an assertion that says more', (url) => ({ client_assertion: assertionFor(url, { role: 'admin' }) })],
    [
      'an assertion that was changed',
      (url) => ({
        client_assertion: assertionFor(url)
          .replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
          .replace(/\.(.)/, (two) => (two === '.e' ? '.f' : '.e')),
      }),
    ],
  ]
  test.each(wrong)('%s is refused', async (_, changes) => {
    const { tokenUrl } = road.registry
    expect(await askToken(tokenUrl, changes(tokenUrl))).toMatchObject({
      status: 400,
      body: { error: 'invalid_client' },
    })
  })

  test('an assertion that was used before is refused', async () => {
    const { tokenUrl } = road.registry
    const client_assertion = assertionFor(tokenUrl)
    expect((await askToken(tokenUrl, { client_assertion })).status).toBe(200)
    expect((await askToken(tokenUrl, { client_assertion })).status).toBe(400)
  })
})
