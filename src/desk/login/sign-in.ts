import type { Context } from 'hono'
import { endSession, findSession, logIn, type SessionFound } from '../../municipalities/index.ts'
import type { LoginLimits } from '../../platform/http/limit-logins.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type LoginMemory, rememberLogin, takeLogin } from '../../platform/http/pending-login.ts'
import { ownAddress } from '../../platform/http/same-origin.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { cookieNames, giveCookie, readCookie, siteOf } from '../cookies.ts'
import { type DeskDeps, deskUrl, sessionLimits } from '../desk-deps.ts'
import { deskRoot, paths } from '../paths.ts'
import { rememberBrowser } from './known-browser.ts'
import { loginTroublePage } from './login-trouble-page.tsx'

/**
 * Leaves for the login service. `naar`: where to go afterwards; `vers`: prove again who you are; `wissel`: choose
 * another organisation first, for whom the service remembers in one that has no role here.
 */
export async function signIn(deps: DeskDeps, limits: LoginLimits, context: Context): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { loginService, config } = deps
  if (!loginService) return loginTroublePage(deps, context, 'not-set-up')
  if (!(await limits.mayBegin(context))) return loginTroublePage(deps, context, 'too-many')
  const asked = {
    naar: context.req.query('naar'),
    vers: context.req.query('vers'),
    wissel: context.req.query('wissel'),
  }
  // The way back is registered for one host, and the cookie of this login has to be of the same. Once only: a proxy
  // may show us another host than the browser sees.
  const host = context.req.header('Host')
  if (host && host !== new URL(deskUrl(config)).host && context.req.query('adres') !== 'eigen')
    return context.redirect(deskUrl(config) + withQuery(paths.signIn(), { ...asked, adres: 'eigen' }), 303)
  if (asked.wissel === 'ja') {
    const goodbye = await loginService.goodbye({
      switching: true,
      returnTo: deskUrl(config) + paths.signIn(),
    })
    return goodbye ? context.redirect(goodbye, 303) : loginTroublePage(deps, context, 'not-reached')
  }
  const begun = await loginService.begin({ fresh: asked.vers === 'ja' })
  if (!begun.ok) return loginTroublePage(deps, context, begun.because)
  const returnTo = ownAddress(asked.naar, deskRoot) ?? paths.start()
  rememberLogin(memoryOf(deps), context, { pending: begun.pending, returnTo })
  return context.redirect(begun.url, 303)
}

/** Comes back from the login service: a session under a new id, and the one before it is over. */
export async function signedIn(deps: DeskDeps, limits: LoginLimits, context: Context): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { loginService, config } = deps
  if (!loginService) return loginTroublePage(deps, context, 'not-set-up')
  if (!(await limits.mayFinish(context))) return loginTroublePage(deps, context, 'too-many')
  const begun = takeLogin(memoryOf(deps), context)
  const before = await findSession(deps, readCookie(context, config, 'session') ?? '', sessionLimits(deps))
  if (!begun) {
    // The way back was opened twice, or in a second window after the login in the first.
    if (before.is === 'running') return context.redirect(paths.start(), 303)
    return loginTroublePage(deps, context, 'not-accepted')
  }
  const finished = await loginService.finish(new URL(context.req.url).search, begun.pending)
  if (!finished.ok) return loginTroublePage(deps, context, finished.because)
  const { issuer, subject } = finished.identity
  if (!(await limits.mayEnter(`${issuer} ${subject}`))) return loginTroublePage(deps, context, 'too-many')
  const loggedIn = await logIn(deps, {
    identity: finished.identity,
    limits: sessionLimits(deps),
    operator: config.OPERATOR_ORGANISATION,
    ...(before.is !== 'none' && { wasIn: municipalityOf(before) }),
  })
  if (!loggedIn.ok) return loginTroublePage(deps, context, loggedIn.because)
  if (before.is === 'running') await endSession(deps, { ...before.session, by: before.session.staff.staffId })
  giveCookie(context, config, 'session', loggedIn.token)
  rememberBrowser(deps, context, loggedIn)
  return context.redirect(begun.returnTo, 303)
}

function municipalityOf(before: Exclude<SessionFound, { is: 'none' }>): MunicipalityId {
  return before.is === 'running' ? before.session.municipalityId : before.municipalityId
}

function memoryOf({ vault, clock, config }: DeskDeps): LoginMemory {
  return { vault, clock, site: siteOf(config), cookie: cookieNames.login }
}
