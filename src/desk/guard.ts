import type { Context } from 'hono'
import {
  findSession,
  getSettings,
  isFresh,
  keepForm,
  mayDo,
  type Session,
  type SessionFound,
  type StaffRight,
  takeForm,
} from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { csrfField } from '../platform/http/components/index.ts'
import { withQuery } from '../platform/http/path.ts'
import type { Access, Route } from '../platform/http/route.ts'
import { comesFromOurPages } from '../platform/http/same-origin.ts'
import { readForm, TypedForm } from '../platform/http/typed-form.ts'
import { csrfTokenOf, isCsrfTokenOf, isFormOf, readCookie } from './cookies.ts'
import type { Desk, DeskRoute } from './desk.ts'
import { type DeskDeps, deskUrl, sessionLimits } from './desk-deps.ts'
import { noteOpened, noteRefused } from './note-visits.ts'
import { paths } from './paths.ts'
import { noRightPage, notFromOurPagePage, tooLargePage } from './refusal-pages.tsx'

type Visit = Omit<Desk, 'form' | 'isFormKept'>

/**
 * Puts the doorkeeper before every page of the desk: who is it, may they, is the form ours, is the login recent
 * enough. What somebody typed is never lost: it waits, sealed, until they are back from the login.
 */
export function guarded(deps: DeskDeps, routes: readonly DeskRoute[]): Route[] {
  const pages = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return routes.map((route) => ({
    ...route,
    async handle(context) {
      context.header('Cache-Control', 'no-store')
      return enter(deps, route, context, pages)
    },
  }))
}

async function enter(deps: DeskDeps, route: DeskRoute, context: Context, pages: readonly string[]) {
  const access = route.access as Access<StaffRight>
  const token = readCookie(context, deps.config, 'session') ?? ''
  const found = await findSession(deps, token, { ...sessionLimits(deps), isPassive: access.passive ?? false })
  if (found.is !== 'running') return toLogin(deps, { context, access, token, found, pages })
  const visit = await visitOf(deps, context, found.session, token)
  const refusedAs = (because: string) => noteRefused(visit, { event: access.audit, because })
  if (!mayDo(visit.staff, access.right)) {
    await refusedAs('right-missing')
    return noRightPage(visit, access.right)
  }
  const origin = new URL(deskUrl(deps.config)).origin
  if (route.method === 'POST' && !comesFromOurPages(context, origin, { mustSay: access.upload ?? false })) {
    await refusedAs('not-from-our-page')
    return notFromOurPagePage(visit)
  }
  const sent = route.method === 'POST' && !access.upload ? await readForm(context) : new TypedForm()
  if (!sent) return tooLargePage(visit)
  if (route.method === 'POST' && !access.upload && !isCsrfTokenOf(token, sent.text(csrfField))) {
    const isEarlier = isFormOf(visit.staff, sent.text(csrfField))
    if (isEarlier && comesFromOurPages(context, origin, { mustSay: true }))
      return backToForm(visit, sent.without(csrfField), pages)
    await refusedAs('not-from-our-page')
    return notFromOurPagePage(visit)
  }
  const typed = sent.without(csrfField)
  if (access.fresh && !isFresh(found.session, deps.clock.now(), deps.config.FRESH_LOGIN_MINUTES))
    return loginAgain(deps, { context, session: found.session, typed, pages })
  const kept = route.method === 'GET' ? await keptFor(visit) : undefined
  const answer = await route.handle({ ...visit, form: kept ?? typed, isFormKept: kept !== undefined })
  // What is not there, or is another municipality's, was not opened: it was tried.
  if (answer.status === 404) await refusedAs('not-found')
  else if (route.method === 'GET') await noteOpened(visit, access.audit)
  return answer
}

async function visitOf(deps: DeskDeps, context: Context, session: Session, token: string): Promise<Visit> {
  const { municipalityId, staff } = session
  const municipality = await deps.database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  return { deps, context, session, staff, municipality, csrf: csrfTokenOf(token, staff) }
}

interface Outside {
  readonly context: Context
  readonly access: Access<StaffRight>
  readonly token: string
  readonly found: Exclude<SessionFound, { is: 'running' }>
  readonly pages: readonly string[]
}

/** Nobody is logged in (any more): to the login and back, with what they had typed. */
async function toLogin(deps: DeskDeps, { context, access, token, found, pages }: Outside): Promise<Response> {
  if (access.away) return context.redirect(access.away, 303)
  if (context.req.header('Accept') === 'application/json') return context.json({ loggedIn: false }, 401)
  if (context.req.method === 'GET')
    return context.redirect(withQuery(paths.signIn(), { naar: hereOf(context) }), 303)
  const sent = found.is === 'over' && !access.upload ? await readForm(context) : undefined
  const isOurs = sent && isCsrfTokenOf(token, sent.text(csrfField))
  const keptId =
    isOurs && found.is === 'over'
      ? await keepForm(deps, { ...found, fields: sent.without(csrfField).fields })
      : undefined
  const back = withQuery(pageAbove(context.req.path, pages), { bewaard: keptId })
  return context.redirect(withQuery(paths.signIn(), { naar: back }), 303)
}

/**
 * A form of an earlier login of the same person: they logged in again in another tab. Nothing is done with it; they see
 * it again with what they typed, and send it themselves.
 */
async function backToForm(visit: Visit, typed: TypedForm, pages: readonly string[]): Promise<Response> {
  const { deps, context, staff } = visit
  const keptId = typed.isEmpty ? undefined : await keepForm(deps, { ...staff, fields: typed.fields })
  return context.redirect(withQuery(pageAbove(context.req.path, pages), { bewaard: keptId }), 303)
}

interface NotFresh {
  readonly context: Context
  readonly session: Session
  readonly typed: TypedForm
  readonly pages: readonly string[]
}

/** Somebody is logged in, too long ago for this: they prove again who they are, and find back what they typed. */
async function loginAgain(deps: DeskDeps, { context, session, typed, pages }: NotFresh): Promise<Response> {
  const { municipalityId, staff } = session
  const keptId = typed.isEmpty
    ? undefined
    : await keepForm(deps, { municipalityId, staffId: staff.staffId, fields: typed.fields })
  const here = context.req.method === 'GET' ? hereOf(context) : pageAbove(context.req.path, pages)
  const back = keptId ? withQuery(here, { bewaard: keptId }) : here
  return context.redirect(withQuery(paths.signIn(), { vers: 'ja', naar: back }), 303)
}

async function keptFor({ deps, context, staff }: Visit): Promise<TypedForm | undefined> {
  const keptId = context.req.query('bewaard')
  const fields = keptId && (await takeForm(deps, { ...staff, keptId }))
  return fields ? new TypedForm(fields) : undefined
}

function hereOf(context: Context): string {
  const { pathname, search } = new URL(context.req.url)
  return pathname + search
}

/** The page on which a form stood: that of its own address, or the nearest above it. */
export function pageAbove(pathname: string, pages: readonly string[]): string {
  const isPage = (address: string) => pages.some((page) => fits(page, address))
  let address = pathname
  while (address.length > 1 && !isPage(address)) address = address.slice(0, address.lastIndexOf('/'))
  return address || paths.start()
}

function fits(pattern: string, address: string): boolean {
  const [wanted, parts] = [pattern.split('/'), address.split('/')]
  return (
    wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
  )
}
