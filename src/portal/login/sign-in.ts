import type { Context } from 'hono'
import type { LoginLimits } from '../../platform/http/limit-logins.ts'
import { withQuery } from '../../platform/http/path.ts'
import { type LoginMemory, rememberLogin, takeLogin } from '../../platform/http/pending-login.ts'
import { ownAddress } from '../../platform/http/same-origin.ts'
import { cookieNames, giveToken, readToken, siteOf, wipeCopyOfOthers } from '../cookies.ts'
import { showingOf } from '../embedding/showing.ts'
import { signInElsewherePage } from '../embedding/sign-in-elsewhere-page.tsx'
import { languageOf } from '../language.ts'
import { municipalityOf } from '../municipality-of.ts'
import { paths, portalRoot } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { endSession, findCitizen, startSession } from './citizen-session.ts'
import { rememberBrowser } from './known-browser.ts'
import { type LoginTrouble, loginTroublePage } from './login-trouble-page.tsx'

/**
 * Leaves for the login service, where a citizen proves who they are. `naar`: where to go afterwards; `gemeente`: in whose look these
 * pages are as long as nobody is known; `vers`: prove it anew, by another means perhaps.
 */
export async function signIn(deps: PortalDeps, limits: LoginLimits, context: Context): Promise<Response> {
  context.header('Cache-Control', 'no-store')
  const { citizenLogin, config } = deps
  const naar = context.req.query('naar')
  const vers = context.req.query('vers')
  const gemeente = slugIn(context.req.query('gemeente'))
  const trouble = troubleFrom(deps, context, gemeente)
  if (!citizenLogin) return trouble('not-set-up')
  // The login service may refuse to be shown in a frame, and its cookies are those of a third party there.
  if (showingOf(context, config) === 'frame') return signInElsewherePage(deps, context, naar)
  if (!(await limits.mayBegin(context))) return trouble('too-many')
  // The way back is registered for one host, and the cookie of this login has to be of the same.
  const host = context.req.header('Host')
  if (host && host !== new URL(config.PORTAL_URL).host && context.req.query('adres') !== 'eigen')
    return context.redirect(
      config.PORTAL_URL + withQuery(paths.signIn(), { naar, gemeente, vers, adres: 'eigen' }),
      303,
    )
  const begun = await citizenLogin.begin({ fresh: vers === 'ja', language: languageOf(context, config) })
  if (!begun.ok) return trouble(begun.because)
  const returnTo = ownAddress(naar, portalRoot) ?? paths.elections()
  rememberLogin(memoryOf(deps), context, { pending: begun.pending, returnTo, about: gemeente })
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
  if (!finished.ok) return troubleFrom(deps, context, begun.about)(finished.because)
  const index = deps.vault.index(finished.identity.nationalNumber)
  if (!(await limits.mayEnter(index.toString('hex'))))
    return troubleFrom(deps, context, begun.about)('too-many')
  const token = await startSession(deps, finished.identity)
  await endSession(deps, before)
  giveToken(context, config, token)
  rememberBrowser(deps, context)
  wipeCopyOfOthers(context, deps, { index })
  return context.redirect(begun.returnTo, 303)
}

/** What could name a municipality; anything else is not remembered. */
const slugIn = (text = '') => (/^[a-z0-9-]{1,60}$/.test(text) ? text : undefined)

function troubleFrom(deps: PortalDeps, context: Context, slug: string | undefined) {
  return async (trouble: LoginTrouble) =>
    loginTroublePage(deps, context, trouble, await municipalityOf(deps, slug))
}

function memoryOf({ vault, clock, config }: PortalDeps): LoginMemory {
  return { vault, clock, site: siteOf(config), cookie: cookieNames.login }
}
