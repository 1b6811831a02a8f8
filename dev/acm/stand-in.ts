import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Provider } from 'oidc-provider'
import { choosePage } from './choose-page.tsx'
import { type AcmCitizen, type Citizens, createCitizens } from './citizens.ts'
import { type AcmClient, createProvider } from './provider.ts'

export interface AcmStandIn {
  /** What `ACM_ISSUER` is set to. */
  readonly issuer: string
  readonly origin: string
  /** People who can be picked at the door for citizens, beside one who is on no list. */
  addCitizens(citizens: readonly AcmCitizen[]): void
  /** All who can be picked there, and one of them. */
  citizens(): Citizens['list']
  findCitizen(id: string): AcmCitizen | undefined
  close(): Promise<void>
}

const root = '/op'
const usualPort = 8082

/**
 * A stand-in of the login service (ACM/IDM) over real HTTP: its scopes, claims and checks, with a list of invented
 * people instead of eID. For tests and the demo only. Port 0 takes a free one; so does a port that is taken.
 */
export async function startAcmStandIn({
  clients,
  port = usualPort,
  level,
}: {
  clients: readonly AcmClient[]
  port?: number
  /** By which means everybody logs in, whatever was asked for; absent: by the first of those. */
  level?: string
}): Promise<AcmStandIn> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => handle(request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = origin + root
  const citizens = createCitizens()
  handle = doorsOf(createProvider(issuer, clients, citizens), citizens, level)
  return {
    ...{ issuer, origin },
    addCitizens: citizens.add,
    citizens: () => citizens.list,
    findCitizen: citizens.find,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function doorsOf(provider: Provider, citizens: Citizens, level?: string) {
  const official = provider.callback()
  return (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    if (url.pathname.startsWith(`${root}/interaction/`)) {
      choose(provider, citizens, { request, response, level }).catch((error: Error) => {
        response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.message)
      })
      return
    }
    if (url.pathname === `${root}/v1/logout` && !url.searchParams.has('switch'))
      response.setHeader('Set-Cookie', personCookie(''))
    request.originalUrl = request.url ?? '/'
    request.url = (request.url ?? '/').slice(root.length) || '/'
    official(request, response)
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly level?: string | undefined
}

async function choose(
  provider: Provider,
  citizens: Citizens,
  { request, response, level }: Exchange,
): Promise<void> {
  const { uid, params, prompt } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    const page = choosePage({
      ...{ uid, clientId: String(params.client_id), isFresh: params.prompt === 'login' },
      language: typeof params.ui_locales === 'string' ? params.ui_locales : undefined,
      organisation: hintOf(params.login_hint)?.code_hint,
      citizens: hintOf(params.login_hint)?.cap_hint === 'BUR' ? citizens.list : undefined,
      person: request.url?.includes('iedereen') ? undefined : personOf(request),
    })
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page)
    return
  }
  const account = new URLSearchParams(await text(request)).get('account')
  if (!account) {
    const refusal = { error: 'access_denied', error_description: 'the person broke it off' }
    await provider.interactionFinished(request, response, refusal)
    return
  }
  response.setHeader('Set-Cookie', personCookie(account.split('|')[0]!))
  const acr = typeof params.acr_values === 'string' ? (level ?? params.acr_values.split(' ')[0]) : undefined
  const login = { accountId: account, remember: true, ...(acr && { acr }) }
  await provider.interactionFinished(
    request,
    response,
    prompt.name === 'login' ? { login } : { login, consent: {} },
  )
}

function personOf(request: IncomingMessage): string | undefined {
  return /acm_person=([\w.]+)/.exec(request.headers.cookie ?? '')?.[1]
}

/** Remembers who it was, for when they only change capacity. */
function personCookie(id: string): string {
  return `acm_person=${id}; Path=${root}; HttpOnly; SameSite=Lax${id ? '' : '; Max-Age=0'}`
}

/** `{"cap_hint":"LB","code_hint":"1999000150"}` in base64. */
function hintOf(hint: unknown): { cap_hint?: string; code_hint?: string } | undefined {
  if (typeof hint !== 'string') return undefined
  try {
    return JSON.parse(Buffer.from(hint, 'base64').toString())
  } catch {
    return undefined
  }
}
