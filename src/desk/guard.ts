import type { Context } from 'hono'
import {
  findSession,
  getSettings,
  isFresh,
  mayDo,
  type Session,
  type StaffRight,
} from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { csrfField } from '../platform/http/components/index.ts'
import { hereOf } from '../platform/http/page-above.ts'
import { withQuery } from '../platform/http/path.ts'
import { notOursIn } from '../platform/http/read-upload.ts'
import type { Access, Route } from '../platform/http/route.ts'
import { comesFromOurPages } from '../platform/http/same-origin.ts'
import { readForm, TypedForm } from '../platform/http/typed-form.ts'
import { csrfTokenOf, isCsrfTokenOf, ownerOfForm, readCookie } from './cookies.ts'
import type { Desk, DeskRoute } from './desk.ts'
import { type DeskDeps, deskUrl, sessionLimits } from './desk-deps.ts'
import { backWith, keepTyped, typedBefore } from './keep-typed.ts'
import { noteOpened, noteRefused } from './note-visits.ts'
import { paths } from './paths.ts'
import { formOfAnotherPage, noRightPage, notFromOurPagePage, tooLargePage } from './refusal-pages.tsx'

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
  if (found.is !== 'running') return toLogin(deps, { context, access, pages })
  const visit = { ...(await visitOf(deps, context, found.session, token)), access }
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
  const earlier = { pages, refuse: () => refusedAs('not-from-our-page') }
  if (route.method === 'POST' && !access.upload && !isCsrfTokenOf(token, sent.text(csrfField))) {
    const isEarlier = ownerOfForm(deps.vault, sent.text(csrfField)) !== undefined
    if (isEarlier && comesFromOurPages(context, origin, { mustSay: true }))
      return earlierForm(visit, { sent, hasFile: false, ...earlier })
    await refusedAs('not-from-our-page')
    return notFromOurPagePage(visit)
  }
  const typed = sent.without(csrfField)
  if (access.fresh && !isFresh(found.session, deps.clock.now(), deps.config.FRESH_LOGIN_MINUTES))
    return loginAgain(deps, { context, session: found.session, typed, pages, upload: access.upload })
  const kept = route.method === 'GET' ? await typedBefore(deps, context, visit.staff) : undefined
  const answer = await route.handle({ ...visit, form: kept ?? typed, isFormKept: kept !== undefined })
  // Only who reads an upload finds its token: nothing was done with one of an earlier login.
  const upload = notOursIn(context)
  const uploaded = upload?.typed.text(csrfField) ?? ''
  if (upload && !isCsrfTokenOf(token, uploaded) && ownerOfForm(deps.vault, uploaded))
    return earlierForm(visit, { sent: upload.typed, hasFile: upload.hasFile, ...earlier })
  // What is not there, or is another municipality's, was not opened: it was tried.
  if (answer.status === 404) await refusedAs('not-found')
  else if (route.method === 'GET' && answer.status !== 403) await noteOpened(visit, access.audit)
  return answer
}

async function visitOf(
  deps: DeskDeps,
  context: Context,
  session: Session,
  token: string,
): Promise<Omit<Visit, 'access'>> {
  const { municipalityId, staff } = session
  const municipality = await deps.database.inScope(staffOf(municipalityId), (db) =>
    getSettings(db, municipalityId),
  )
  return { deps, context, session, staff, municipality, csrf: csrfTokenOf(deps.vault, token, staff) }
}

interface Outside {
  readonly context: Context
  readonly access: Access<StaffRight>
  readonly pages: readonly string[]
}

/** Nobody is logged in (any more): to the login and back, with what they had typed. */
async function toLogin(deps: DeskDeps, { context, access, pages }: Outside): Promise<Response> {
  if (access.away) return context.redirect(access.away, 303)
  if (context.req.header('Accept') === 'application/json') return context.json({ loggedIn: false }, 401)
  const isForm = context.req.method === 'POST'
  const naar = isForm ? await keepTyped(deps, { context, access, pages }) : hereOf(context)
  return context.redirect(withQuery(paths.signIn(), { naar }), 303)
}

interface Earlier {
  readonly sent: TypedForm
  readonly hasFile: boolean
  readonly pages: readonly string[]
  readonly refuse: () => Promise<void>
}

/**
 * A form of another login than the one that runs. Of the same person, who logged in again in another tab: nothing is done
 * with it, they see it again with what they typed, and send it themselves. Of somebody else: it waits for whoever typed it.
 */
async function earlierForm(visit: Visit, { sent, hasFile, pages, refuse }: Earlier): Promise<Response> {
  const { deps, context, staff } = visit
  const owner = ownerOfForm(deps.vault, sent.text(csrfField))!
  const back = await backWith(deps, { context, pages, owner, typed: sent.without(csrfField), hasFile })
  if (owner.municipalityId === staff.municipalityId && owner.staffId === staff.staffId)
    return context.redirect(back, 303)
  await refuse()
  return formOfAnotherPage(visit, withQuery(paths.signIn(), { vers: 'ja', naar: back }))
}

interface NotFresh {
  readonly context: Context
  readonly session: Session
  readonly typed: TypedForm
  readonly pages: readonly string[]
  readonly upload: boolean | undefined
}

/** Somebody is logged in, too long ago for this: they prove again who they are, and find back what they typed. */
async function loginAgain(
  deps: DeskDeps,
  { context, session, typed, pages, upload }: NotFresh,
): Promise<Response> {
  const owner = { municipalityId: session.municipalityId, staffId: session.staff.staffId }
  // An upload is not read yet: what was typed beside the file is kept for whom the form was made for.
  const naar =
    context.req.method === 'GET'
      ? hereOf(context)
      : upload
        ? await keepTyped(deps, { context, access: { upload }, pages })
        : await backWith(deps, { context, pages, owner, typed })
  return context.redirect(withQuery(paths.signIn(), { vers: 'ja', naar }), 303)
}
