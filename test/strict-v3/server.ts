import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { partsOf, Wrong } from './form.ts'
import { checkHeaders, keyOf, type Trust } from './headers.ts'
import { type Publication, publicationOf } from './message.ts'
import { type Client, createTokenService } from './tokens.ts'

/**
 * A Message Registry v3 that is made from its description alone (docs/e-box-on-the-wire.md) and shares no code with the
 * product or with the stand-in. It takes what is described and refuses everything else; what it accepted is in its books.
 */

export interface Booked extends Publication {
  readonly messageId: string
  readonly key: string
}

/** What goes wrong with a request, if anything. */
export type Mishap =
  /** The connection breaks: before anything is read, after it was handled, or halfway the answer. */
  | 'unread'
  | 'reply-lost'
  | 'reply-cut'
  /** It is handled, and answered so much later. */
  | { readonly lateMs: number }
  | { readonly status: 429 | 500 | 502 | 503 | 504; readonly retryAfter?: string }
  | 'token-ends'

export interface StrictOptions extends Trust {
  readonly client: Client
  /** Of the publication with that number, from 1. */
  readonly mishap?: (request: number) => Mishap | undefined
  /** A message that is refused, though it is as described. */
  readonly refuses?: (message: Publication) => 400 | 403 | 404 | 422 | undefined
  /** Of the token request with that number, from 1. */
  readonly tokenMishap?: (request: number) => Mishap | undefined
}

export interface StrictRegistry {
  readonly baseUrl: string
  readonly tokenUrl: string
  readonly books: readonly Booked[]
  /** What was not as described; nothing, when the client is right. */
  readonly complaints: readonly string[]
  /** Requests so far, of either kind. */
  readonly requests: Readonly<{ publications: number; tokens: number }>
  close(): Promise<void>
}

export async function startStrictRegistry(options: StrictOptions): Promise<StrictRegistry> {
  const state = {
    ...{
      options,
      tokens: createTokenService(options.client),
      books: [] as Booked[],
      complaints: [] as string[],
    },
    ...{
      usedKeys: new Set<string>(),
      traceIds: new Set<string>(),
      counts: { publications: 0, tokens: 0 },
      url: '',
    },
  }
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    baseUrl: `${state.url}/REST/ebox/enterprise/messageRegistry/v3/`,
    tokenUrl: `${state.url}/REST/oauth/v5/token`,
    books: state.books,
    complaints: state.complaints,
    requests: state.counts,
    close: () => closeAll(server),
  }
}

type State = {
  readonly options: StrictOptions
  readonly tokens: ReturnType<typeof createTokenService>
  readonly books: Booked[]
  readonly complaints: string[]
  readonly usedKeys: Set<string>
  readonly traceIds: Set<string>
  readonly counts: { publications: number; tokens: number }
  url: string
}

interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Record<string, string>
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isToken = request.url === '/REST/oauth/v5/token'
  const { options, counts } = state
  const number = isToken ? ++counts.tokens : ++counts.publications
  const mishap = (isToken ? options.tokenMishap : options.mishap)?.(number)
  if (mishap === 'unread') return void request.socket.resetAndDestroy()
  const body = await buffer(request)
  const reply =
    planned(mishap) ?? (isToken ? token(state, request, body) : publish(state, request, body, mishap))
  if (typeof mishap === 'object' && 'lateMs' in mishap) await sleep(mishap.lateMs)
  if (mishap === 'reply-lost') return void response.destroy()
  send(request, response, reply, mishap === 'reply-cut')
}

function planned(mishap: Mishap | undefined): Reply | undefined {
  if (typeof mishap !== 'object' || !('status' in mishap)) return undefined
  const { status, retryAfter } = mishap
  return problem(status, 'planned', retryAfter === undefined ? {} : { 'retry-after': retryAfter })
}

function token({ tokens, url, complaints }: State, request: IncomingMessage, body: Buffer): Reply {
  if (request.method !== 'POST') return complain(complaints, 405, 'a token is asked with POST')
  const granted = tokens.ask(request.headers['content-type'], body.toString('latin1'), url + request.url)
  if ('wrong' in granted) {
    complaints.push(`token: ${granted.wrong}`)
    return { status: 400, body: { error: 'invalid_client', error_description: granted.wrong } }
  }
  const { token: access_token, scopes } = granted
  return {
    status: 200,
    body: { access_token, token_type: 'Bearer', expires_in: tokens.lifeSeconds, scope: scopes.join(' ') },
  }
}

function publish(state: State, request: IncomingMessage, body: Buffer, mishap: Mishap | undefined): Reply {
  const { tokens, complaints, usedKeys, traceIds, books, options } = state
  const { headers } = request
  if (mishap === 'token-ends') tokens.revoke(headers.authorization)
  const granted = tokens.granted(headers.authorization)
  if (!granted) {
    const kind = headers.authorization ? 'expiredAccessToken' : 'noAccessToken'
    return problem(401, kind, { 'www-authenticate': 'Bearer error="invalid_token"' })
  }
  try {
    checkHeaders(request, body.length, traceIds)
    const publication = publicationOf(partsOf(headers['content-type'], body))
    const wrong = wrongSender(options, granted.scopes, publication, request)
    if (wrong) return complain(complaints, wrong.status, wrong.because)
    const key = keyOf(request)
    const scopeOfKey = [publication.sender, publication.application, key].join(' ')
    if (usedKeys.has(scopeOfKey)) return problem(409, 'conflict')
    const refused = options.refuses?.(publication)
    if (refused) return problem(refused, 'rejectedInput')
    usedKeys.add(scopeOfKey)
    const messageId = randomUUID()
    books.push({ ...publication, messageId, key })
    return { status: 201, body: { messageId, expirationDate: '2030-05-25T00:00:00+02:00' } }
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    return complain(complaints, 400, error.message)
  }
}

/** Who publishes under a scope for itself, or under another one for who gave it a mandate. */
function wrongSender(
  { scopes, enterpriseNumber, mandates, types }: StrictOptions,
  granted: readonly string[],
  { sender, application, messageType }: Publication,
  { headers }: IncomingMessage,
): { status: number; because: string } | undefined {
  const onBehalfOf = headers['on-behalf-of-enterprise-number']
  const scope = onBehalfOf === undefined ? scopes.own : scopes.onBehalf
  if (!granted.includes(scope)) return { status: 403, because: `the token has not the scope ${scope}` }
  if (onBehalfOf === undefined && sender !== enterpriseNumber)
    return { status: 400, because: 'the sender is not who the token is of' }
  if (onBehalfOf !== undefined && (onBehalfOf !== sender || !mandates.includes(sender)))
    return { status: 400, because: 'the sender gave no mandate' }
  if (!types.some((each) => each.application === application && each.messageType === messageType))
    return { status: 400, because: 'application and message type were not agreed' }
  return undefined
}

function complain(complaints: string[], status: number, because: string): Reply {
  complaints.push(because)
  return problem(status, 'badRequest')
}

/** RFC 9457, in the words of the Belgif guide. */
function problem(status: number, type: string, headers: Record<string, string> = {}): Reply {
  const body = {
    type: `urn:problem-type:belgif:${type}`,
    title: type,
    status,
    instance: `urn:uuid:${randomUUID()}`,
  }
  return { status, body, headers: { ...headers, 'content-type': 'application/problem+json' } }
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply, isCut: boolean): void {
  const text = JSON.stringify(reply.body)
  const asked = request.headers['belgov-trace-id']
  response.writeHead(reply.status, {
    ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    ...{ 'belgov-trace-id': randomUUID(), ...(asked && { 'belgov-related-trace-id': asked }) },
    ...reply.headers,
  })
  if (!isCut) return void response.end(text)
  response.write(text.slice(0, text.length / 2), () => request.socket.destroy())
}

async function closeAll(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
}
