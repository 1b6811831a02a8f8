import type { Context } from 'hono'
import type { Staff } from '../../municipalities/index.ts'
import { sameText } from '../../platform/http/cookies.ts'
import { giveCookie, readCookie } from '../cookies.ts'
import type { DeskDeps } from '../desk-deps.ts'

const secondsKept = 180 * 24 * 60 * 60

type Person = Pick<Staff, 'municipalityId' | 'staffId'>

/**
 * Remembers in the browser that this person logged in with it. It opens nothing: logins from it count for the person
 * and not for the address, so that nobody locks out the town hall behind one address by trying.
 */
export function rememberBrowser(deps: DeskDeps, context: Context, person: Person): void {
  const text = nameOf(person)
  giveCookie(context, deps.config, 'browser', `${text}.${proofOf(deps, text)}`, secondsKept)
}

/** Who logged in here last, for counting; nothing in a browser that is new, or says what we did not. */
export function personOfBrowser(deps: DeskDeps, context: Context): string | undefined {
  const [municipality, staff, proof] = (readCookie(context, deps.config, 'browser') ?? '').split('.')
  if (!municipality || !staff || !proof) return undefined
  const text = `${municipality}.${staff}`
  return sameText(proofOf(deps, text), proof) ? text : undefined
}

function nameOf({ municipalityId, staffId }: Person): string {
  return `${municipalityId}.${staffId}`
}

function proofOf({ vault }: DeskDeps, text: string): string {
  return vault.pseudonym(`browser of ${text}`).toString('base64url')
}
