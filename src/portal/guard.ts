import type { Context } from 'hono'
import { csrfField } from '../platform/http/components/index.ts'
import { csrfTokenOf, isCsrfTokenOf } from '../platform/http/cookies.ts'
import { hereOf, pageAbove } from '../platform/http/page-above.ts'
import { withQuery } from '../platform/http/path.ts'
import type { Access, Route } from '../platform/http/route.ts'
import { comesFromOurPages } from '../platform/http/same-origin.ts'
import { readForm, TypedForm } from '../platform/http/typed-form.ts'
import { readToken } from './cookies.ts'
import { toEntrance } from './embedding/enter.ts'
import { languageOf, rememberLanguage } from './language.ts'
import { findCitizen } from './login/citizen-session.ts'
import { formOwner, keepForm, takeForm } from './login/kept-form.ts'
import { paths } from './paths.ts'
import type { PortalRoute } from './portal.ts'
import type { PortalDeps } from './portal-deps.ts'

/**
 * Puts the doorkeeper before every page of a citizen: nobody sees a voter without having proved that they are that voter. A
 * page asks the database in the scope of this one person; what an address names is looked for among their own only.
 */
export function guarded(deps: PortalDeps, routes: readonly PortalRoute[]): Route[] {
  const pages = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return routes.map((route) => ({
    ...route,
    async handle(context) {
      context.header('Cache-Control', 'no-store')
      return toEntrance(context) ?? enter(deps, { route, context, pages })
    },
  }))
}

interface Visit {
  readonly route: PortalRoute
  readonly context: Context
  readonly pages: readonly string[]
}

async function enter(deps: PortalDeps, visit: Visit): Promise<Response> {
  const { route, context } = visit
  const token = readToken(context, deps.config)
  const citizen = await findCitizen(deps, token)
  const isUpload = (route.access as Access).upload ?? false
  const isPost = route.method === 'POST' && !isUpload
  if (!citizen) {
    rememberLanguage(context, deps.config)
    return toLogin(deps, visit, isPost && token ? await sentForm(deps, context, token) : undefined)
  }
  if (isUpload && !comesFromOurPages(context, new URL(deps.config.PORTAL_URL).origin, { mustSay: true }))
    return toForm(deps, visit, undefined)
  const sent = isPost ? await sentForm(deps, context, token) : undefined
  const owner = formOwner(deps, citizen)
  if (isPost && !sent?.isOfSession) return toForm(deps, visit, sent?.owner === owner ? sent : undefined)
  const kept = route.method === 'POST' ? undefined : takeForm(deps, context, citizen)
  return route.handle({
    ...{ deps, context, citizen, language: languageOf(context, deps.config) },
    ...{ form: kept ?? sent?.form ?? new TypedForm(), isFormKept: kept !== undefined },
    ...{ event: (route.access as Access).audit, csrf: `${csrfTokenOf(token)}.${owner}` },
  })
}

interface Sent {
  readonly form: TypedForm
  /** Whose form it says it is. */
  readonly owner: string
  readonly isOfSession: boolean
}

/** `undefined` when it comes from another site. */
async function sentForm(
  { config }: PortalDeps,
  context: Context,
  sessionToken: string,
): Promise<Sent | undefined> {
  if (!comesFromOurPages(context, new URL(config.PORTAL_URL).origin)) return undefined
  const sent = await readForm(context)
  const [token = '', owner = ''] = sent?.text(csrfField).split('.') ?? []
  return sent && { form: sent.without(csrfField), owner, isOfSession: isCsrfTokenOf(sessionToken, token) }
}

/**
 * Nothing is done with a form of another site, or of a page from before the last login. What this citizen typed on such a page they see
 * again, and send it themselves.
 */
function toForm(deps: PortalDeps, { context, pages }: Visit, sent: Sent | undefined): Response {
  if (!sent) return context.redirect(paths.elections(), 303)
  const page = pageAbove(context.req.path, pages, paths.elections())
  keepForm(deps, context, { ...sent, page })
  return context.redirect(page, 303)
}

/** Nobody is logged in (any more): to the login and back, with what they had typed. */
function toLogin(deps: PortalDeps, { route, context, pages }: Visit, sent: Sent | undefined): Response {
  const { method, access } = route
  if (access !== 'public' && access.away) return context.redirect(access.away, 303)
  const naar = method === 'GET' ? hereOf(context) : pageAbove(context.req.path, pages, paths.elections())
  if (sent?.isOfSession) keepForm(deps, context, { ...sent, page: naar })
  return context.redirect(withQuery(paths.signIn(), { naar }), 303)
}
