import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'
import { errorStatus, type Fault, type Faults, type FaultTarget } from './faults.ts'
import { problem, type StandInContext, type StandInEnv } from './replies.ts'
import type { Tokens } from './tokens.ts'

export type StrikeDeps = Readonly<{ faults: Faults; tokens: Tokens; now: () => number; closing: AbortSignal }>

/** Lets the planned faults strike the requests of one kind, before or after they are handled. */
export function strike(deps: StrikeDeps, target: FaultTarget): MiddlewareHandler<StandInEnv> {
  return async (c, next) => {
    const fault = deps.faults.next(target)
    c.set('refusalOf', (message) => deps.faults.refusalOf(message, fault))
    if (!fault) return next()
    switch (fault.kind) {
      case 'cut-request':
        await readHalf(c)
        c.env.incoming.socket.resetAndDestroy()
        return RESPONSE_ALREADY_SENT
      case 'reset':
      case 'down':
        c.env.incoming.socket.resetAndDestroy()
        return RESPONSE_ALREADY_SENT
      case 'busy':
      case 'error':
        return refuse(c, deps, fault)
      case 'refuse': // by whoever reads which message it is
        return next()
      case 'expire-token':
        deps.tokens.revoke(c.req.header('authorization'))
        return next()
    }
    await next()
    await spoilReply(c, deps, fault)
  }
}

async function refuse(c: StandInContext, { now }: StrikeDeps, fault: Fault): Promise<Response> {
  await drain(c)
  const status = errorStatus(fault)
  if (fault.kind === 'busy' || status === 503) c.header('Retry-After', retryAfter(fault, now()))
  if (fault.kind === 'busy')
    return problem(c, 429, 'tooManyRequests', { retryAfterSec: fault.retryAfterSeconds })
  const type = { 500: 'internalServerError', 502: 'badGateway', 503: 'serviceUnavailable' }[status]
  return problem(c, status, type)
}

function retryAfter({ retryAfterAs, retryAfterSeconds }: Fault, now: number): string {
  if (retryAfterAs === 'seconds') return String(retryAfterSeconds)
  return new Date(now + retryAfterSeconds * 1000).toUTCString()
}

/** What happens to a reply after its request was handled: lost, late or cut in half. */
async function spoilReply(c: StandInContext, { closing }: StrikeDeps, fault: Fault): Promise<void> {
  const { outgoing } = c.env
  if (fault.kind === 'slow-reply') {
    await sleep(fault.delayMs, undefined, { signal: closing, ref: false }).catch(() => {})
    return
  }
  const text = await c.res.text()
  if (fault.kind === 'truncate-reply' && 'socket' in outgoing) {
    const status = c.res.status
    outgoing.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    })
    outgoing.write(text.slice(0, text.length / 2))
    await new Promise((sent) => setImmediate(sent))
  }
  c.env.incoming.socket.destroy()
  c.res = undefined // or Hono would copy the headers of the reply that is lost
  c.res = RESPONSE_ALREADY_SENT
}

async function readHalf(c: StandInContext): Promise<void> {
  const { incoming } = c.env
  const half = Number(c.req.header('content-length') ?? 0) / 2
  let read = 0
  await new Promise<void>((done) => {
    incoming.on('data', (chunk: Buffer) => {
      read += chunk.length
      if (read >= half) done()
    })
    incoming.once('close', done)
  })
}

/** Reads the request to its end, so that the sender hears the answer instead of a broken pipe. */
async function drain(c: StandInContext): Promise<void> {
  const { incoming } = c.env
  if (incoming.readableEnded) return
  incoming.resume()
  await Promise.race([once(incoming, 'end'), once(incoming, 'close')]).catch(() => {})
}
