import type { Context } from 'hono'
import { dropCookie } from '../../platform/http/cookies.ts'
import { cookieNames, siteOf } from '../cookies.ts'
import { BarePage } from '../frame.tsx'
import type { PortalDeps } from '../portal-deps.ts'
import { texts } from './words.nl.ts'

/** Why a telephone may not open a bureau. */
export type Closed = 'unknown' | 'revoked' | 'over'

/** What a telephone sees whose access is gone. Its browser is told to throw away what it keeps. */
export function closedPage(deps: PortalDeps, context: Context, why: Closed) {
  const words = texts.closed
  dropCookie(context, siteOf(deps.config), cookieNames.chair)
  return context.html(
    <BarePage {...{ deps, language: 'nl', title: words.title }}>
      <p>{words[why]}</p>
    </BarePage>,
    why === 'unknown' ? 200 : 403,
  )
}

/** The same for a script, which wipes by itself and loads the page: that one still has to know why, and throws the access away. */
export function closedAnswer(_: PortalDeps, context: Context, why: Closed) {
  return context.json({ closed: why }, why === 'unknown' ? 401 : 403)
}
