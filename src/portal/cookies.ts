import type { Context } from 'hono'
import * as cookies from '../platform/http/cookies.ts'
import type { PortalDeps } from './portal-deps.ts'

/** Their names in the browser; others than those of the desk, which may be on the same host. */
export const cookieNames = { session: 'kiesloket-burger', login: 'kiesloket-burger-login' } as const

type Config = Pick<PortalDeps['config'], 'PORTAL_URL'>

export function siteOf({ PORTAL_URL }: Config): cookies.CookieSite {
  return { url: PORTAL_URL }
}

export function readToken(context: Context, config: Config): string {
  return cookies.readCookie(context, siteOf(config), cookieNames.session) ?? ''
}

export function giveToken(context: Context, config: Config, token: string): void {
  cookies.giveCookie(context, siteOf(config), cookieNames.session, token)
}

export function dropToken(context: Context, config: Config): void {
  cookies.dropCookie(context, siteOf(config), cookieNames.session)
}
