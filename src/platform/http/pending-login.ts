import type { Context } from 'hono'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { PendingLogin } from '../identity.ts'
import type { Vault } from '../vault.ts'
import { type CookieSite, dropCookie, giveCookie, readCookie } from './cookies.ts'

const schema = z.object({
  purpose: z.string(),
  until: z.number(),
  returnTo: z.string(),
  about: z.string().optional(),
  pending: z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string(), fresh: z.boolean() }),
})

const secondsKept = 600

/** A login that began, sealed in a cookie of the one browser that began it. */
export interface LoginMemory {
  readonly vault: Vault
  readonly clock: Clock
  readonly site: CookieSite
  /** Also what it is for: that of one door opens no other. */
  readonly cookie: string
}

interface Begun {
  readonly pending: PendingLogin
  readonly returnTo: string
  /** What the pages of the login want to remember of where it began. */
  readonly about?: string | undefined
}

export function rememberLogin(
  { vault, clock, site, cookie }: LoginMemory,
  context: Context,
  { pending, returnTo, about }: Begun,
): void {
  const until = clock.now().getTime() + secondsKept * 1000
  const sealed = vault.seal(JSON.stringify({ purpose: cookie, until, returnTo, about, pending }))
  giveCookie(context, site, cookie, sealed.toString('base64url'), secondsKept)
}

/** What was remembered, once. `undefined`: nothing, too old, or another browser. */
export function takeLogin({ vault, clock, site, cookie }: LoginMemory, context: Context): Begun | undefined {
  const value = readCookie(context, site, cookie)
  if (!value) return undefined
  dropCookie(context, site, cookie)
  try {
    const read = schema.parse(JSON.parse(vault.open(Buffer.from(value, 'base64url'))))
    return read.purpose === cookie && read.until > clock.now().getTime() ? read : undefined
  } catch {
    return undefined
  }
}
