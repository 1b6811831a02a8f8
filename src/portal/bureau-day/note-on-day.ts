import { z } from 'zod'
import { deedFields, noteDeed, readDeed } from '../../bureaus/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { csrfField } from '../../platform/http/components/index.ts'
import { isCsrfTokenOf, readCookie } from '../../platform/http/cookies.ts'
import { comesFromOurPages } from '../../platform/http/same-origin.ts'
import { maxFormBytes, readForm, type TypedForm } from '../../platform/http/typed-form.ts'
import { cookieNames, siteOf } from '../cookies.ts'
import { paths } from '../paths.ts'
import type { ChairVisit } from './chair-door.ts'
import { showBureauDay } from './day-page.tsx'
import { refusals, unread } from './words.nl.ts'

type Fields = Readonly<Record<string, string>>

/** A form of the page, sent without script or with network. */
export async function noteForm(visit: ChairVisit): Promise<Response> {
  const { context } = visit
  const form = await readForm(context)
  if (!form || !isOurs(visit, form.text(csrfField))) return context.redirect(paths.bureauDay(), 303)
  const noted = await note(visit, fieldsOf(form))
  if (noted.error === undefined) return context.redirect(paths.bureauDay(), 303)
  const typed = Object.fromEntries(Object.keys(form.fields).map((name) => [name, form.text(name)]))
  return showBureauDay(visit, { error: noted.error, typed })
}

const sent = z.strictObject({
  csrf: z.string().max(100),
  deeds: z.array(z.record(z.string().max(80), z.string().max(2000))).max(200),
})

/**
 * What a telephone kept without network, in its order. It hears of each by its id that it is known here, done or refused, and forgets it
 * then; what could not be read at all comes back with why.
 */
export async function noteKept(visit: ChairVisit): Promise<Response> {
  const { context } = visit
  const length = Number(context.req.header('Content-Length') ?? maxFormBytes + 1)
  const text = length <= maxFormBytes ? await context.req.text() : ''
  const read = sent.safeParse(jsonIn(text))
  if (!read.success || !isOurs(visit, read.data.csrf)) return context.json({ unreadable: true }, 400)
  const answers: (Answer & { readonly id: string })[] = []
  for (const fields of read.data.deeds) answers.push({ id: fields.id ?? '', ...(await note(visit, fields)) })
  return context.json({ answers })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isOurs({ context, deps }: ChairVisit, token: string): boolean {
  const session = readCookie(context, siteOf(deps.config), cookieNames.chair) ?? ''
  const origin = new URL(deps.config.PORTAL_URL).origin
  return comesFromOurPages(context, origin) && isCsrfTokenOf(session, token)
}

interface Answer {
  /** Why it was not done. */
  readonly error?: string
  /** It is not kept here either: only the telephone knows what was typed. */
  readonly isNotKept?: boolean
}

async function note({ deps, election, access }: ChairVisit, typed: Fields): Promise<Answer> {
  // From the evening before the page is there to be kept: a tap too many is no deed, and leaves none.
  if (dayInBelgium(deps.clock.now()) < election.pollingDay)
    return { error: refusals['not-on-polling-day'], isNotKept: true }
  const read = readDeed(withoutSuffix(typed), election, deps.clock.now())
  if (!read.ok) return { error: unread[read.because], isNotKept: true }
  const author = { by: 'chair', authority: 'chair', accessId: access.accessId } as const
  const { bureauId } = access
  const noted = await noteDeed(deps, { election, bureauId, deed: read.deed, ...author })
  if (!noted.ok) return { error: refusals[noted.because], isNotKept: true }
  const { refusedFor } = noted.noted
  return refusedFor ? { error: refusals[refusedFor] } : {}
}

function fieldsOf(form: TypedForm): Fields {
  const names = Object.keys(form.fields).filter((name) => name !== csrfField)
  return Object.fromEntries(names.map((name) => [name, form.text(name)]))
}

/** A field that is on the page more than once has what it is about behind its name: `hour.ID`. */
function withoutSuffix(typed: Fields): Fields {
  const known = new Set<string>(deedFields)
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name.split('.')[0]!, value] as const)
      .filter(([name]) => known.has(name)),
  )
}
