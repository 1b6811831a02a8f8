import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { armsAddress } from '../municipalities/index.ts'
import type { AssetName } from '../platform/http/assets.ts'
import {
  Breadcrumbs,
  ErrorSummary,
  type FieldErrors,
  Form,
  type Link,
  Notice,
  SessionBar,
  type SessionFacts,
  SessionUntil,
} from '../platform/http/components/index.ts'
import { withQuery } from '../platform/http/path.ts'
import { themeAddress, wholeTheme } from '../platform/http/theme-route.ts'
import type { Theme } from '../platform/theme.ts'
import { type Desk, type ElectionDesk, may } from './desk.ts'
import { Arms, Frame } from './frame.tsx'
import { KeptNotice } from './kept-notice.tsx'
import { currentIn, navigationFor } from './navigation.ts'
import { paths } from './paths.ts'
import { texts } from './texts.nl.ts'
import { doneField, tellOnce, toldNow } from './told-once.ts'

interface PageProps {
  /** The first heading, and the title of the window. */
  readonly title: string
  /** Small, above the heading. */
  readonly caption?: string
  /** The pages above this one; of an election's page only those between the two. */
  readonly trail?: readonly Link[]
  /** What is wrong with what was typed: also in front of the title. */
  readonly errors?: FieldErrors
  /** The body has a first heading of its own (a panel). */
  readonly ownHeading?: boolean
  /** Something is under way: without script the page comes anew after so many seconds. */
  readonly refreshAfter?: number
  /** Styles and scripts of this page alone. */
  readonly assets?: readonly AssetName[]
  /** Other colours than those of the person's own municipality. */
  readonly theme?: Theme
  readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 422
}

export type WithoutCode = Omit<Desk, 'isFormKept' | 'form'> & Partial<Pick<Desk, 'isFormKept' | 'form'>>

/** Answers with a page in the frame of the desk. With errors the status is 422, so that nobody takes it for done. */
export async function showPage(
  desk: WithoutCode | Desk | ElectionDesk,
  props: PageProps,
  body: Child,
): Promise<Response> {
  const { title, caption, trail = [], errors = {}, ownHeading = false } = props
  const isWrong = Object.keys(errors).length > 0
  const { context, municipality, deps } = desk
  const theme = props.theme ?? wholeTheme(municipality.theme)
  const content = desk.isFormKept ? await body?.toString() : undefined
  const rest = desk.isFormKept ? (desk.form?.notAskedFor ?? []) : []
  const done = texts.done[toldNow(desk) ?? '']
  return context.html(
    <Frame
      title={`${isWrong ? 'Fout: ' : ''}${title} · ${municipality.name} · ${texts.product}`}
      nonce={context.get('secureHeadersNonce')}
      header={<Header desk={desk as Desk} />}
      footer={<Footer desk={desk as Desk} />}
      isPractice={deps.config.KIESLOKET_ENV === 'development'}
      refreshAfter={props.refreshAfter}
      assets={props.assets}
      theme={theme && themeAddress(theme)}
    >
      <Breadcrumbs trail={wholeTrail(desk, trail)} />
      {done && <Notice kind="success">{done}</Notice>}
      <KeptNotice {...{ desk, rest }} />
      <ErrorSummary errors={errors} />
      {!ownHeading && (
        <h1>
          {caption && <span class="desk-caption">{caption}</span>}
          {title}
        </h1>
      )}
      {content === undefined ? body : raw(content)}
    </Frame>,
    props.status ?? (isWrong ? 422 : 200),
  )
}

/** From the elections down: every page of an election leads back to it, and to the others. */
function wholeTrail(desk: WithoutCode, trail: readonly Link[]): readonly Link[] {
  if (!('election' in desk)) return trail
  const { election, context } = desk as ElectionDesk
  const above = { href: paths.election({ election: election.code }), text: election.name }
  // The overview of an election is not for everybody who may open a part of it.
  const known = may(desk, 'desk.read') ? [above] : []
  const all = [{ href: paths.start(), text: texts.start }, ...known, ...trail]
  return all.filter(
    ({ href }, at) => href !== context.req.path && all.findIndex((one) => one.href === href) === at,
  )
}

/** After a POST that went well: to the page that shows it, which says what was done (`texts.done`). */
export function seeOther(desk: Pick<Desk, 'context' | 'deps'>, address: string, done?: string): Response {
  if (done) tellOnce(desk, done)
  return desk.context.redirect(withQuery(address, { [doneField]: done }), 303)
}

function Header({ desk }: { desk: Desk }) {
  const links = navigationFor(desk)
  const current = currentIn(links, desk.context.req.path)
  return (
    <>
      <header class="desk-header">
        <div class="desk-width">
          <Arms address={armsAddress(desk.municipality)} />
          <a class="desk-brand" href={paths.start()}>
            <strong>{desk.municipality.name}</strong>
            <span>{'election' in desk ? (desk as ElectionDesk).election.name : texts.product}</span>
          </a>
          <div class="desk-who">
            <span class="desk-who-name">{desk.staff.name}</span>
            <Form csrf={desk.csrf} action={paths.switchOrganisation()}>
              <button type="submit" class="desk-link-button">
                {texts.switchOrganisation}
              </button>
            </Form>
            <Form csrf={desk.csrf} action={paths.signOut()}>
              <button type="submit" class="desk-link-button">
                {texts.signOut}
              </button>
            </Form>
          </div>
        </div>
      </header>
      {links.length > 0 && (
        <nav class="desk-nav" aria-label={texts.mainNavigation}>
          <div class="desk-width">
            <ul>
              {links.map(({ href, text }) => (
                <li>
                  <a href={href} {...(href === current && { 'aria-current': 'page' as const })}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
    </>
  )
}

function Footer({ desk }: { desk: Desk }) {
  const { csrf, context } = desk
  const here = context.req.method === 'GET' ? context.req.path : paths.start()
  const addresses = { stay: paths.stay(), signIn: withQuery(paths.signIn(), { naar: here }) }
  const end = { facts: sessionEndOf(desk), words: texts.session, csrf, addresses, here }
  return (
    <>
      <footer class="desk-footer">
        <div class="desk-width">
          <SessionUntil {...end} />
        </div>
      </footer>
      <SessionBar {...end} width="desk-width" />
    </>
  )
}

/** When the session of this page ends, for its foot and for a script that asks. */
export function sessionEndOf({ session, deps }: Pick<Desk, 'session' | 'deps'>): SessionFacts {
  const { idleUntil: until, endsAt } = session
  return { now: deps.clock.now(), until, mayStay: until < endsAt }
}
