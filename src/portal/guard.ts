import type { Context } from 'hono'
import { csrfField } from '../platform/http/components/index.ts'
import { csrfTokenOf, isCsrfTokenOf } from '../platform/http/cookies.ts'
import { withQuery } from '../platform/http/path.ts'
import type { Access, Route } from '../platform/http/route.ts'
import { comesFromOurPages } from '../platform/http/same-origin.ts'
import { readForm, TypedForm } from '../platform/http/typed-form.ts'
import { readToken } from './cookies.ts'
import { toEntrance } from './embedding/enter.ts'
import { languageOf, rememberLanguage } from './language.ts'
import { findCitizen } from './login/citizen-session.ts'
import { paths } from './paths.ts'
import type { PortalRoute } from './portal.ts'
import type { PortalDeps } from './portal-deps.ts'

/**
 * Puts the doorkeeper before every page of a citizen: nobody sees a voter without having proved that they are that voter. A
 * page asks the database in the scope of this one person; what an address names is looked for among their own only.
 */
export function guarded(deps: PortalDeps, routes: readonly PortalRoute[]): Route[] {
  return routes.map((route) => ({
    ...route,
    async handle(context) {
      context.header('Cache-Control', 'no-store')
      return toEntrance(context) ?? enter(deps, route, context)
    },
  }))
}

async function enter(deps: PortalDeps, route: PortalRoute, context: Context): Promise<Response> {
  const token = readToken(context, deps.config)
  const citizen = await findCitizen(deps, token)
  if (!citizen) {
    rememberLanguage(context, deps.config)
    return toLogin(route, context)
  }
  const form = route.method === 'POST' ? await sentForm(deps, context, token) : new TypedForm()
  // Of another site, or of a page from before the last login: the page is shown anew, and nothing is done.
  if (!form) return context.redirect(paths.elections(), 303)
  const event = (route.access as Access).audit
  const language = languageOf(context, deps.config)
  return route.handle({ deps, context, citizen, language, form, event, csrf: csrfTokenOf(token) })
}

async function sentForm(
  { config }: PortalDeps,
  context: Context,
  token: string,
): Promise<TypedForm | undefined> {
  if (!comesFromOurPages(context, new URL(config.PORTAL_URL).origin)) return undefined
  const sent = await readForm(context)
  if (!sent || !isCsrfTokenOf(token, sent.text(csrfField))) return undefined
  return sent.without(csrfField)
}

function toLogin({ method, access }: PortalRoute, context: Context): Response {
  if (access !== 'public' && access.away) return context.redirect(access.away, 303)
  const { pathname, search } = new URL(context.req.url)
  const naar = method === 'GET' ? pathname + search : undefined
  return context.redirect(withQuery(paths.signIn(), { naar }), 303)
}
