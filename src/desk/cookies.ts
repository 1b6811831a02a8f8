import type { Context } from 'hono'
import * as cookies from '../platform/http/cookies.ts'
import { type DeskDeps, deskUrl } from './desk-deps.ts'

export { csrfTokenOf, isCsrfTokenOf } from '../platform/http/cookies.ts'

type Config = DeskDeps['config']

/** Their names in the browser. */
export const cookieNames = { session: 'kiesloket', login: 'kiesloket-login' } as const
type Name = keyof typeof cookieNames

export function readCookie(context: Context, config: Config, which: Name): string | undefined {
  return cookies.readCookie(context, siteOf(config), cookieNames[which])
}

export function giveCookie(
  context: Context,
  config: Config,
  which: Name,
  value: string,
  maxAge?: number,
): void {
  cookies.giveCookie(context, siteOf(config), cookieNames[which], value, maxAge)
}

export function dropCookie(context: Context, config: Config, which: Name): void {
  cookies.dropCookie(context, siteOf(config), cookieNames[which])
}

/** For `readUpload`: whether a token is that of the session of this page. */
export function isOurToken({ csrf }: { readonly csrf: string }): (token: string) => boolean {
  return (token) => cookies.sameText(csrf, token)
}

export function siteOf(config: Config): cookies.CookieSite {
  return { url: deskUrl(config) }
}
