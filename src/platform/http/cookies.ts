import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** Where a cookie belongs: the address of its pages from outside says whether they go over https. */
export interface CookieSite {
  readonly url: string
  /**
   * The page is in a frame of another site. Its cookies are then of that frame alone (CHIPS): no other site that frames us, and
   * no window of our own, has them, and none of theirs is sent here. That works where cookies of third parties are blocked.
   */
  readonly isFramed?: boolean
}

/** Over https a name that a browser takes only for this host, only over https and only for the whole site. */
function nameOf(name: string, site: CookieSite): string {
  return isSecure(site) ? `__Host-${name}` : name
}

function isSecure({ url }: CookieSite): boolean {
  return url.startsWith('https:')
}

export function readCookie(context: Context, site: CookieSite, name: string): string | undefined {
  return getCookie(context, nameOf(name, site))
}

/** No script reads it, and another site sends it along only with a plain link. `maxAge` in seconds; absent: as long as the browser runs. */
export function giveCookie(
  context: Context,
  site: CookieSite,
  name: string,
  value: string,
  maxAge?: number,
): void {
  const flags = { httpOnly: true, ...flagsOf(site) } as const
  setCookie(context, nameOf(name, site), value, { ...flags, ...(maxAge && { maxAge }) })
}

export function dropCookie(context: Context, site: CookieSite, name: string): void {
  deleteCookie(context, nameOf(name, site), flagsOf(site))
}

/** A browser takes a cookie of a frame over https only; one's own machine counts as such. */
function flagsOf(site: CookieSite) {
  return site.isFramed
    ? ({ path: '/', sameSite: 'None', secure: true, partitioned: true } as const)
    : ({ path: '/', sameSite: 'Lax', secure: isSecure(site) } as const)
}

/** Follows from the cookie of the session, so it is another one after each login and is kept nowhere. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('kiesloket form').digest('base64url')
}

export function isCsrfTokenOf(sessionToken: string, token: string): boolean {
  return sameText(csrfTokenOf(sessionToken), token)
}

export function sameText(one: string, other: string): boolean {
  const [right, given] = [Buffer.from(one), Buffer.from(other)]
  return right.length === given.length && timingSafeEqual(right, given)
}
