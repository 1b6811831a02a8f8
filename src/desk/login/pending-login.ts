import type { Context } from 'hono'
import { z } from 'zod'
import type { PendingLogin } from '../../platform/identity.ts'
import { dropCookie, giveCookie, readCookie } from '../cookies.ts'
import type { DeskDeps } from '../desk-deps.ts'

const schema = z.object({
  purpose: z.literal('login'),
  until: z.number(),
  returnTo: z.string(),
  pending: z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), fresh: z.boolean() }),
})

const secondsKept = 600

/** Remembers a login that began, sealed in a cookie of the one browser that began it. */
export function rememberLogin(
  deps: DeskDeps,
  context: Context,
  { pending, returnTo }: { pending: PendingLogin; returnTo: string },
): void {
  const until = deps.clock.now().getTime() + secondsKept * 1000
  const sealed = deps.vault.seal(JSON.stringify({ purpose: 'login', until, returnTo, pending }))
  giveCookie(context, deps.config, 'login', sealed.toString('base64url'), secondsKept)
}

/** What was remembered, once. `undefined`: nothing, too old, or another browser. */
export function takeLogin(
  deps: DeskDeps,
  context: Context,
): { pending: PendingLogin; returnTo: string } | undefined {
  const cookie = readCookie(context, deps.config, 'login')
  if (!cookie) return undefined
  dropCookie(context, deps.config, 'login')
  try {
    const read = schema.parse(JSON.parse(deps.vault.open(Buffer.from(cookie, 'base64url'))))
    return read.until > deps.clock.now().getTime() ? read : undefined
  } catch {
    return undefined
  }
}
