import type { Context } from 'hono'
import type { LoginLimits } from '../../platform/http/limit-logins.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type LoginMemory, rememberLogin, takeLogin } from '../../platform/http/pending-login.ts'
import { ownAddress } from '../../platform/http/same-origin.ts'
import { cookieNames, giveToken, readToken, siteOf, wipeCopyOfOthers } from '../cookies.ts'
import { paths, portalRoot } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { endSession, findCitizen, startSession } from './citizen-session.ts'
import { loginTroublePage } from './login-trouble-page.tsx'

/** Leaves for the login service, where a citizen proves who they are. `naar`: where to go afterwards. */
export async function signIn(deps: PortalDeps, limits: LoginLimits, context: Context): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { citizenLogin, config } = deps
  if (!citizenLogin) return loginTroublePage(deps, context, 'not-set-up')
  if (!(await limits.mayBegin(context))) return loginTroublePage(deps, context, 'too-many')
  const naar = context.req.query('naar')
  // The way back is registered for one host, and the cookie of this login has to be of the same.
  const host = context.req.header('Host')
  if (host && host !== new URL(config.PORTAL_URL).host && context.req.query('adres') !== 'eigen')
    return context.redirect(config.PORTAL_URL + withQuery(paths.signIn(), { naar, adres: 'eigen' }), 303)
  const begun = await citizenLogin.begin({ fresh: false })
  if (!begun.ok) return loginTroublePage(deps, context, begun.because)
  const returnTo = ownAddress(naar, portalRoot) ?? paths.elections()
  rememberLogin(memoryOf(deps), context, { pending: begun.pending, returnTo })
  return context.redirect(begun.url, 303)
}

/** Comes back from the login service: a session under a new secret, and the one before it is over. */
export async function signedIn(deps: PortalDeps, limits: LoginLimits, context: Context): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { citizenLogin, config } = deps
  if (!citizenLogin) return loginTroublePage(deps, context, 'not-set-up')
  if (!(await limits.mayFinish(context))) return loginTroublePage(deps, context, 'too-many')
  const begun = takeLogin(memoryOf(deps), context)
  const before = readToken(context, config)
  if (!begun) {
    // The way back was opened twice, or in a second window after the login in the first.
    if (await findCitizen(deps, before)) return context.redirect(paths.elections(), 303)
    return loginTroublePage(deps, context, 'not-accepted')
  }
  const finished = await citizenLogin.finish(new URL(context.req.url).search, begun.pending)
  if (!finished.ok) return loginTroublePage(deps, context, finished.because)
  const token = await startSession(deps, finished.identity)
  await endSession(deps, before)
  giveToken(context, config, token)
  wipeCopyOfOthers(context, deps, { index: deps.vault.index(finished.identity.nationalNumber) })
  return context.redirect(begun.returnTo, 303)
}

function memoryOf({ vault, clock, config }: PortalDeps): LoginMemory {
  return { vault, clock, site: siteOf(config), cookie: cookieNames.login }
}
