import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type DeskDeps, deskUrl } from './desk-deps.ts'

type Config = DeskDeps['config']

const names = { session: 'kiesloket', login: 'kiesloket-login' } as const

/** Over https a name that a browser takes only for this host, only over https and only for the whole site. */
function nameOf(which: keyof typeof names, config: Config): string {
  return isSecure(config) ? `__Host-${names[which]}` : names[which]
}

function isSecure(config: Config): boolean {
  return deskUrl(config).startsWith('https:')
}

export function readCookie(context: Context, config: Config, which: keyof typeof names): string | undefined {
  return getCookie(context, nameOf(which, config))
}

/** No script reads it, and another site sends it along only with a plain link. */
export function giveCookie(
  context: Context,
  config: Config,
  which: keyof typeof names,
  value: string,
  maxAge?: number,
): void {
  const flags = { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(config) } as const
  setCookie(context, nameOf(which, config), value, { ...flags, ...(maxAge && { maxAge }) })
}

export function dropCookie(context: Context, config: Config, which: keyof typeof names): void {
  deleteCookie(context, nameOf(which, config), { path: '/', secure: isSecure(config) })
}

/** Follows from the cookie of the session, so it is another one after each login and is kept nowhere. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('kiesloket form').digest('base64url')
}

export function isCsrfTokenOf(sessionToken: string, token: string): boolean {
  return sameText(csrfTokenOf(sessionToken), token)
}

/** For `readUpload`: whether a token is that of the session of this page. */
export function isOurToken({ csrf }: { readonly csrf: string }): (token: string) => boolean {
  return (token) => sameText(csrf, token)
}

function sameText(one: string, other: string): boolean {
  const [right, given] = [Buffer.from(one), Buffer.from(other)]
  return right.length === given.length && timingSafeEqual(right, given)
}
