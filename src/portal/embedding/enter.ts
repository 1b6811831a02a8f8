import type { Context } from 'hono'
import { withQuery } from '../../platform/http/path.ts'
import { ownAddress } from '../../platform/http/same-origin.ts'
import { dropToken, giveToken, readToken } from '../cookies.ts'
import { endSession, startSession } from '../login/citizen-session.ts'
import { paths, portalRoot } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { redeem } from './hand-over.ts'
import { rememberApp, showingOf } from './showing.ts'

const asked = 'embed'

/**
 * Where a site or an app opens our pages within its own. `token`: what its server was given for this citizen, for a frame only; `naar`: which
 * page. Whoever was here before in this frame is gone: the site may have another visitor by now. Ends on an address in which none
 * of this stands any more.
 */
export async function enter(deps: PortalDeps, context: Context): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { config } = deps
  const { token: ticket, naar } = context.req.query()
  const identity = ticket ? await redeem(deps, ticket) : undefined
  if (showingOf(context, config) === 'frame') {
    await endSession(deps, readToken(context, config))
    if (identity) giveToken(context, config, await startSession(deps, identity))
    else dropToken(context, config)
  } else {
    // An app's own window goes to the login service itself. Nobody is logged in there by a link that somebody else made.
    rememberApp(context, config)
  }
  return context.redirect(ownAddress(naar, portalRoot) ?? paths.elections(), 303)
}

/** `?embed` behind the address of any page comes in by the same door. Answers nothing when it is not there. */
export function toEntrance(context: Context): Response | undefined {
  const url = new URL(context.req.url)
  if (context.req.method !== 'GET' || !url.searchParams.has(asked)) return undefined
  const token = url.searchParams.get('token') ?? undefined
  for (const name of [asked, 'token']) url.searchParams.delete(name)
  return context.redirect(withQuery(paths.embedded(), { token, naar: url.pathname + url.search }), 303)
}
