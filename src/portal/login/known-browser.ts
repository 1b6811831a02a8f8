import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { giveCookie, readCookie, sameText } from '../../platform/http/cookies.ts'
import { cookieNames, siteOf } from '../cookies.ts'
import type { PortalDeps } from '../portal-deps.ts'

/** Half a year: from one election to the next, with the weeks in which letters come. */
const secondsKept = 180 * 24 * 60 * 60

type Deps = Pick<PortalDeps, 'config' | 'vault'>

/**
 * Remembers in the browser that somebody logged in with it, and not who: a number by chance, with a proof that it is ours. It
 * opens nothing: logins from it count for the browser and not for the address, so that nobody locks out a library or the phones of a
 * whole network by trying.
 */
export function rememberBrowser(deps: Deps, context: Context): void {
  const browser = browserOf(deps, context) ?? randomBytes(16).toString('base64url')
  const value = `${browser}.${proofOf(deps, browser)}`
  giveCookie(context, siteOf(deps.config), cookieNames.browser, value, secondsKept)
}

/** Which browser this is, for counting; nothing of one in which nobody logged in, or that says what we did not. */
export function browserOf(deps: Deps, context: Context): string | undefined {
  const [browser, proof] = (readCookie(context, siteOf(deps.config), cookieNames.browser) ?? '').split('.')
  if (!browser || !proof) return undefined
  return sameText(proofOf(deps, browser), proof) ? browser : undefined
}

function proofOf({ vault }: Pick<Deps, 'vault'>, browser: string): string {
  return vault.pseudonym(`browser of a citizen ${browser}`).toString('base64url')
}
