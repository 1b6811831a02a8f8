import { generateKeyPairSync, type KeyObject, type KeyPairKeyObjectResult, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { EboxClientInput } from './client.ts'
import { scopes } from './scopes.ts'
import { tokenPath } from './token-routes.ts'

/** Test numbers with a known state of the box, see `boxStateByDefault`. */
export const people = {
  active: '85610100147',
  otherActive: '85610100246',
  notAccepted: '04723199847',
  notFound: '99630300993',
} as const

export const sender = '1999000150'

export type TestSender = Readonly<{ client: EboxClientInput; privateKey: KeyObject }>

/** Making a pair takes longer than most tests do: one serves all senders of a process. */
let keysOfSenders: KeyPairKeyObjectResult | undefined

export function newKeys(): KeyPairKeyObjectResult {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

/** A sender's application. */
export function aSender(facts: Partial<EboxClientInput> = {}): TestSender {
  keysOfSenders ??= newKeys()
  const { publicKey, privateKey } = keysOfSenders
  const publicJwk = publicKey.export({ format: 'jwk' }) as EboxClientInput['publicJwk']
  const clientId = facts.clientId ?? 'kiesloket-test'
  const granted = [scopes.publish, scopes.magdaSend, scopes.magdaStatus]
  return { client: { clientId, publicJwk, enterpriseNumber: sender, scopes: granted, ...facts }, privateKey }
}

type AssertionFacts = Partial<{ audience: string; jti: string; lifeSeconds: number; subject: string }>

/** The signed statement with which a sender asks for a token. */
export function assertionOf({ client, privateKey }: TestSender, url: string, facts: AssertionFacts = {}) {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(client.clientId)
    .setSubject(facts.subject ?? client.clientId)
    .setAudience(facts.audience ?? url + tokenPath)
    .setJti(facts.jti ?? randomUUID())
    .setExpirationTime(now + (facts.lifeSeconds ?? 120))
    .sign(privateKey)
}

export async function askToken(
  url: string,
  assertion: string,
  scope: string = scopes.publish,
  path: string = tokenPath,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url + path, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope,
    }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

export async function aToken(url: string, from: TestSender, scope: string = scopes.publish): Promise<string> {
  const { body } = await askToken(url, await assertionOf(from, url), scope)
  return String(body.access_token)
}

export const aDocument = Buffer.from('%PDF-1.7 a letter')

/** The JSON part of a v3 message; `changes` are laid over it. */
export function aMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    sender: { eboxType: 'enterprise', enterpriseNumber: sender },
    recipient: { eboxType: 'citizen', ssin: people.active },
    subject: { nl: 'Uw oproepingsbrief' },
    messageTypeId: 'KIESBRIEF',
    senderApplicationId: 'kiesloket:verkiezing:brieven',
    attachments: [{ httpPartName: 'upfile1', isMainContent: true, isAttachmentSigned: false }],
    isBodyMainContent: false,
    isReplyAuthorized: false,
    ...changes,
  }
}

/** The JSON part of a v2.1 message. */
export function anOldMessage(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    recipient: { eboxType: 'citizen', eboxIdValue: people.active },
    subject: { nl: 'Uw oproepingsbrief' },
    messageTypeId: 'KIESBRIEF',
    senderOrganizationId: sender,
    senderApplicationId: 'kiesloket:verkiezing:brieven',
    attachments: [{ httpPartName: 'upfile1', mainContent: true, attachmentSigned: false }],
    bodyMainContent: false,
    replyAuthorized: false,
    ...changes,
  }
}

export type TestPart = Readonly<{ name: string; content: Buffer; headers?: string }>

export const aPart: TestPart = { name: 'upfile1', content: aDocument }

const boundary = 'kiesloket-test-boundary'

/** A multipart body written out by hand, so that a test decides the order and the headers of its parts. */
export function multipartOf(json: unknown, parts: readonly TestPart[] = [aPart], jsonLast = false): Buffer {
  const text = typeof json === 'string' ? json : JSON.stringify(json)
  const jsonPart = written('Content-Disposition: form-data; name="messageToPublish"', Buffer.from(text))
  const files = parts.map(({ name, content, headers }) =>
    written(headers ?? fileHeaders(name, 'oproepingsbrief.pdf'), content),
  )
  const ordered = jsonLast ? [...files, jsonPart] : [jsonPart, ...files]
  return Buffer.concat([...ordered, Buffer.from(`--${boundary}--\r\n`)])
}

export function fileHeaders(name: string, fileName: string, mediaType = 'application/pdf'): string {
  return `Content-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${mediaType}`
}

function written(headers: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`--${boundary}\r\n${headers}\r\n\r\n`), content, Buffer.from('\r\n')])
}

export const multipartType = `multipart/form-data; boundary=${boundary}`

const registry = '/REST/ebox/enterprise/messageRegistry'

export const paths = {
  v3: `${registry}/v3/ebox/messages`,
  v2: `${registry}/v2/publishMessage`,
  v2Status: `${registry}/v2/searchMessageStatus`,
  v2Registry: `${registry}/v2`,
  v3Registry: `${registry}/v3`,
} as const

export type Posted = Readonly<{ status: number; headers: Headers; body: Record<string, unknown> }>

/** Posts a multipart body as a sender would. `key` is the whole header value, quotes included. */
export async function post(
  url: string,
  token: string,
  body: Buffer,
  {
    path = paths.v3,
    key,
    headers = {},
  }: { path?: string; key?: string; headers?: Record<string, string> } = {},
): Promise<Posted> {
  const response = await fetch(url + path, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': multipartType,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    },
  })
  return { status: response.status, headers: response.headers, body: await readJson(response) }
}

export function newKey(): string {
  return `"${randomUUID()}"`
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text()
  return text ? (JSON.parse(text) as Record<string, unknown>) : {}
}
