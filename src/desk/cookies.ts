import type { Context } from 'hono'
import type { Staff } from '../municipalities/index.ts'
import { sha256 } from '../platform/hash.ts'
import * as cookies from '../platform/http/cookies.ts'
import { type DeskDeps, deskUrl } from './desk-deps.ts'

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

type Person = Pick<Staff, 'municipalityId' | 'staffId'>

/**
 * What the forms of a session carry: its token, and behind a dot whose form it is. The second is no secret and opens
 * nothing: it tells a form of an earlier login of the same person from that of somebody else.
 */
export function csrfTokenOf(sessionToken: string, person: Person): string {
  return `${cookies.csrfTokenOf(sessionToken)}.${markOf(person)}`
}

function markOf({ municipalityId, staffId }: Person): string {
  return sha256(`${municipalityId} ${staffId}`).toString('base64url')
}

const secretIn = (token: string) => token.split('.')[0]!

export function isCsrfTokenOf(sessionToken: string, token: string): boolean {
  return cookies.isCsrfTokenOf(sessionToken, secretIn(token))
}

/** Whether a form was made for this person in this municipality, in whichever login. */
export function isFormOf(person: Person, token: string): boolean {
  return cookies.sameText(markOf(person), token.split('.')[1] ?? '')
}

/** For `readUpload`: whether a token is that of the session of this page. */
export function isOurToken({ csrf }: { readonly csrf: string }): (token: string) => boolean {
  return (token) => cookies.sameText(secretIn(csrf), secretIn(token))
}

export function siteOf(config: Config): cookies.CookieSite {
  return { url: deskUrl(config) }
}
