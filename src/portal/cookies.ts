import type { Context } from 'hono'
import * as cookies from '../platform/http/cookies.ts'
import type { Vault } from '../platform/vault.ts'
import { isFramed } from './embedding/is-framed.ts'
import type { Citizen } from './login/citizen-session.ts'
import type { PortalDeps } from './portal-deps.ts'

/** Their names in the browser; others than those of the desk, which may be on the same host. */
export const cookieNames = {
  session: 'kiesloket-burger',
  /** The session in a frame: never the one of a window, whatever a browser sends along. */
  framedSession: 'kiesloket-burger-kader',
  /** That these pages are shown by an app, without their own header and footer. */
  app: 'kiesloket-burger-app',
  login: 'kiesloket-burger-login',
  /** The access of a chair to one bureau. */
  chair: 'kiesloket-bureau',
  copyOwner: 'kiesloket-burger-kopie',
  keptForm: 'kiesloket-burger-formulier',
  language: 'kiesloket-burger-taal',
  /** That the screen for the polling bureau is not to be kept here: set by its script, because it has to outlive what logging out clears. */
  notKept: 'kiesloket-burger-leeg',
  /** That somebody logged in with this browser before. */
  browser: 'kiesloket-burger-bekend',
} as const

/** What a browser may have here without a session: nothing that a page of these shows is secret. */
export const cookiesWithoutSession: readonly string[] = [
  ...[cookieNames.app, cookieNames.copyOwner, cookieNames.notKept, cookieNames.language, cookieNames.browser],
]

type Config = Pick<PortalDeps['config'], 'PORTAL_URL' | 'EMBED_ANCESTORS'>

export function siteOf({ PORTAL_URL }: Pick<Config, 'PORTAL_URL'>): cookies.CookieSite {
  return { url: PORTAL_URL }
}

export function readToken(context: Context, config: Config): string {
  return cookies.readCookie(context, ...sessionCookie(context, config)) ?? ''
}

export function giveToken(context: Context, config: Config, token: string): void {
  cookies.giveCookie(context, ...sessionCookie(context, config), token)
}

export function dropToken(context: Context, config: Config): void {
  cookies.dropCookie(context, ...sessionCookie(context, config))
}

/** Where a cookie of this page belongs: in a frame to that frame alone. */
export function siteOfPage(context: Context, config: Config): cookies.CookieSite {
  return { ...siteOf(config), isFramed: isFramed(context, config) }
}

function sessionCookie(context: Context, config: Config): [cookies.CookieSite, string] {
  const site = siteOfPage(context, config)
  return [site, site.isFramed ? cookieNames.framedSession : cookieNames.session]
}

type Owner = Pick<Citizen, 'index'>
type Deps = Pick<PortalDeps, 'config' | 'vault' | 'clock'>

/** In seconds: browsers keep none for more than 400 days (RFC 6265bis). */
const longestCookie = 400 * 24 * 3600

/** Whose screen for the polling bureau this browser keeps: a keyed hash that says so to us alone. */
const ownerText = (vault: Vault, { index }: Owner) =>
  vault.pseudonym(`kept screen ${index.toString('hex')}`).toString('base64url')

export function giveCopyOwner(
  context: Context,
  { config, vault, clock }: Deps,
  owner: Owner,
  until: Date,
): void {
  const seconds = Math.min(longestCookie, Math.ceil((until.getTime() - clock.now().getTime()) / 1000))
  cookies.giveCookie(context, siteOf(config), cookieNames.copyOwner, ownerText(vault, owner), seconds)
}

/** Has a browser that keeps the screen of somebody else throw it away, and what else it kept of these pages. */
export function wipeCopyOfOthers(
  context: Context,
  { config, vault }: Pick<Deps, 'config' | 'vault'>,
  owner: Owner,
): void {
  const kept = cookies.readCookie(context, siteOf(config), cookieNames.copyOwner)
  if (kept !== undefined && kept !== ownerText(vault, owner)) wipeBrowser(context, config)
}

export function wipeBrowser(context: Context, config: Config): void {
  cookies.dropCookie(context, siteOf(config), cookieNames.copyOwner)
  context.header('Clear-Site-Data', '"cache", "storage"')
}
