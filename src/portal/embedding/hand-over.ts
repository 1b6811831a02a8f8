import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { z } from 'zod'
import { sha256 } from '../../platform/hash.ts'
import type { CitizenIdentity } from '../../platform/identity.ts'
import { keepIdentity, takeIdentity } from '../login/citizen-session.ts'
import type { PortalDeps } from '../portal-deps.ts'
import type { FailureLimit } from './limit-failures.ts'

/**
 * A citizen who is logged in at the site that shows us in a frame, handed over from server to server. What travels through the
 * address of the frame is good for once and for a minute, and says nothing.
 *
 * Assumed: that embedded pages get it as the modules for application forms do, of which Digitaal Vlaanderen published the form ("Aanvraagmodule
 * - SSO Token": `token` and `token_type` in, `token` out, then `?token=` behind the address of the frame). To be confirmed.
 */
const bodySchema = z.object({
  token: z.string().min(1).max(8192),
  token_type: z.literal('urn:ietf:params:oauth:token-type:access_token'),
})

/** How long the site has to open its frame. */
const seconds = 60

export async function handOver(
  deps: PortalDeps,
  failures: FailureLimit,
  context: Context,
): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { embeddedLogin } = deps
  if (!embeddedLogin) return context.notFound()
  if (await failures.isReached(context))
    return context.json({ error: 'too many refused, try again in a minute' }, 429)
  const body = bodySchema.safeParse(await context.req.json().catch(() => undefined))
  if (!body.success)
    return context.json({ error: 'give token and token_type: an access token, as JSON' }, 400)
  const found = await embeddedLogin.citizenOf(body.data.token)
  if (!found.ok) {
    if (found.because === 'not-reached')
      return context.json({ error: 'the login service does not answer' }, 503)
    await failures.count(context)
    return context.json({ error: 'this token is not accepted here' }, 401)
  }
  return context.json({ token: await ticketFor(deps, found.identity) })
}

const form = /^[A-Za-z0-9_-]{43}$/

async function ticketFor(deps: PortalDeps, identity: CitizenIdentity): Promise<string> {
  const ticket = randomBytes(32).toString('base64url')
  await keepIdentity(deps, keyOf(ticket), { identity, seconds })
  return ticket
}

/** Whose ticket it is: the first time within its minute. */
export async function redeem(deps: PortalDeps, ticket: string): Promise<CitizenIdentity | undefined> {
  return form.test(ticket) ? takeIdentity(deps, keyOf(ticket)) : undefined
}

/** Apart from sessions: as a cookie it opens nothing. */
const keyOf = (ticket: string) => sha256(`hand-over ${ticket}`)
