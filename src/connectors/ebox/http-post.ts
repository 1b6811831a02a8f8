import { Agent, type Dispatcher, request } from 'undici'

/** How a POST ended. `lost`: it left, and may have been handled; `not-sent`: not one byte of it left. */
export type Posted =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  | { readonly kind: 'lost'; readonly code: string; readonly status?: number }
  | { readonly kind: 'not-sent'; readonly code: string }

/** The code of what was not sent because it was not to leave any more. */
export const keptBack = 'kept-back'

export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  /** As it is, or in pieces that leave one after the other. */
  body: string | readonly Uint8Array[],
  /** Asked when the connection is there and the first byte would leave. */
  mayLeave?: () => boolean,
) => Promise<Posted>

/** Why nobody answers at an address; nothing when somebody does, whatever the answer. Nothing is asked or sent. */
export type WhyUnreachable = (url: string) => Promise<string | undefined>

export interface HttpPoster {
  readonly post: Post
  readonly whyUnreachable: WhyUnreachable
  close(): Promise<void>
}

const largestAnswer = 1_000_000

// A connection that was idle may be closed by the other side just when a request starts on it, and then nobody
// knows whether it was read. The shorter it may be idle, the rarer that is.
const idleMs = 1000

/**
 * POSTs over connections that stay open. Never sends anything twice: HTTP/1.1 without pipelining, and a request
 * that the client would quietly start again is broken off. The time-out is for the whole of it, from the moment that it
 * leaves until the last byte of the answer.
 */
export function createHttpPoster({
  timeoutMs,
  connections,
}: {
  timeoutMs: number
  connections: number
}): HttpPoster {
  const agent = new Agent({
    connections,
    pipelining: 1,
    allowH2: false,
    keepAliveTimeout: idleMs,
    keepAliveMaxTimeout: idleMs,
    connect: { timeout: Math.min(timeoutMs, 10_000) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: largestAnswer,
  })
  return {
    post: (url, headers, body, mayLeave) =>
      new Promise((resolve) => {
        const { origin, pathname, search } = new URL(url)
        const to = { origin, path: pathname + search, method: 'POST' } as const
        const options = { ...to, headers: { ...headers, ...lengthOf(body) }, body }
        agent.dispatch(options as Dispatcher.DispatchOptions, listener(resolve, { timeoutMs, mayLeave }))
      }),
    async whyUnreachable(url) {
      try {
        await (await request(url, { method: 'OPTIONS', dispatcher: agent })).body.dump()
        return undefined
      } catch (error) {
        return codeOf(error as Error)
      }
    },
    close: () => agent.close(),
  }
}

/** A client that is not told how long the pieces are sends them without a length, which not every server takes. */
function lengthOf(body: string | readonly Uint8Array[]): { 'content-length'?: string } {
  if (typeof body === 'string') return {}
  return { 'content-length': String(body.reduce((total, piece) => total + piece.length, 0)) }
}

function listener(
  resolve: (posted: Posted) => void,
  { timeoutMs, mayLeave = () => true }: { timeoutMs: number; mayLeave?: (() => boolean) | undefined },
): Dispatcher.DispatchHandler {
  let started = false
  let deadline: NodeJS.Timeout | undefined
  let status: number | undefined
  let headers: Record<string, string> = {}
  const chunks: Buffer[] = []
  return {
    onRequestStart(controller) {
      if (started) controller.abort(new Error('a request is never started twice'))
      else if (!mayLeave()) return controller.abort(new KeptBack())
      started = true
      deadline = setTimeout(() => controller.abort(new TooSlow()), timeoutMs)
    },
    onResponseStart(_controller, statusCode, received) {
      if (statusCode < 200) return
      status = statusCode
      headers = Object.fromEntries(Object.entries(received).map(([name, value]) => [name, String(value)]))
    },
    onResponseData(_controller, chunk) {
      chunks.push(chunk)
    },
    onResponseEnd() {
      clearTimeout(deadline)
      resolve({ kind: 'answered', status: status!, headers, body: Buffer.concat(chunks).toString('utf8') })
    },
    onResponseError(_controller, error) {
      clearTimeout(deadline)
      const code = codeOf(error)
      if (!started) resolve({ kind: 'not-sent', code })
      else resolve({ kind: 'lost', code, ...(status !== undefined && { status }) })
    },
  }
}

class KeptBack extends Error {
  readonly code = keptBack
}

/** An answer that comes byte by byte would otherwise hold up all that left with it. */
class TooSlow extends Error {
  readonly code = 'time-out'
}

function codeOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT' ? 'time-out' : code
}
