import type { Context } from 'hono'
import type { Staff } from '../municipalities/index.ts'
import * as cookies from '../platform/http/cookies.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import type { Vault } from '../platform/vault.ts'
import { type DeskDeps, deskUrl } from './desk-deps.ts'

type Config = DeskDeps['config']

/** Their names in the browser. */
export const cookieNames = {
  session: 'kiesloket',
  login: 'kiesloket-login',
  browser: 'kiesloket-bekend',
  done: 'kiesloket-gelukt',
} as const
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
 * What the forms of a session carry: its token, and behind a dot whose form it is. The second opens nothing: it says for
 * whom to keep what is typed when there is no session any more, and nobody can make one for another.
 */
export function csrfTokenOf(vault: Vault, sessionToken: string, person: Person): string {
  return [
    cookies.csrfTokenOf(sessionToken),
    person.municipalityId,
    person.staffId,
    proofOf(vault, person),
  ].join('.')
}

function proofOf(vault: Vault, { municipalityId, staffId }: Person): string {
  return vault.pseudonym(`form of ${municipalityId} ${staffId}`).toString('base64url')
}

const secretIn = (token: string) => token.split('.')[0]!

export function isCsrfTokenOf(sessionToken: string, token: string): boolean {
  return cookies.isCsrfTokenOf(sessionToken, secretIn(token))
}

/** For whom a form was made, in whichever login; nothing when it is no form of ours. */
export function ownerOfForm(vault: Vault, token: string): Person | undefined {
  const [, municipality, staff, proof] = token.split('.')
  if (!municipality || !staff || !proof) return undefined
  const owner = { municipalityId: Number(municipality) as MunicipalityId, staffId: staff as StaffId }
  return cookies.sameText(proofOf(vault, owner), proof) ? owner : undefined
}

/** For `readUpload`: whether a token is that of the session of this page. */
export function isOurToken({ csrf }: { readonly csrf: string }): (token: string) => boolean {
  return (token) => cookies.sameText(secretIn(csrf), secretIn(token))
}

export function siteOf(config: Config): cookies.CookieSite {
  return { url: deskUrl(config) }
}
