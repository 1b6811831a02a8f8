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
} from '../platform/http/components/index.ts'
import { withQuery } from '../platform/http/path.ts'
import { themeAddress, wholeTheme } from '../platform/http/theme-route.ts'
import type { Theme } from '../platform/theme.ts'
import type { Desk, ElectionDesk } from './desk.ts'
import { sessionLimits } from './desk-deps.ts'
import { Arms, Frame } from './frame.tsx'
import { currentIn, navigationFor } from './navigation.ts'
import { paths } from './paths.ts'
import { texts } from './texts.nl.ts'

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

type WithoutCode = Omit<Desk, 'isFormKept' | 'form'> & Partial<Pick<Desk, 'isFormKept' | 'form'>>

/** Answers with a page in the frame of the desk. With errors the status is 422, so that nobody takes it for done. */
export function showPage(
  desk: WithoutCode | Desk | ElectionDesk,
  props: PageProps,
  body: Child,
): Response | Promise<Response> {
  const { title, caption, trail = [], errors = {}, ownHeading = false } = props
  const isWrong = Object.keys(errors).length > 0
  const { context, municipality, deps } = desk
  const theme = props.theme ?? wholeTheme(municipality.theme)
  const done = texts.done[context.req.query('gelukt') ?? '']
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
      {desk.isFormKept && <Notice title={texts.kept.title}>{texts.kept.text}</Notice>}
      <ErrorSummary errors={errors} />
      {!ownHeading && (
        <h1>
          {caption && <span class="desk-caption">{caption}</span>}
          {title}
        </h1>
      )}
      {body}
    </Frame>,
    props.status ?? (isWrong ? 422 : 200),
  )
}

/** From the elections down: every page of an election leads back to it, and to the others. */
function wholeTrail(desk: WithoutCode, trail: readonly Link[]): readonly Link[] {
  if (!('election' in desk)) return trail
  const { election, context } = desk as ElectionDesk
  const above = { href: paths.election({ election: election.code }), text: election.name }
  const all = [{ href: paths.start(), text: texts.start }, above, ...trail]
  return all.filter(
    ({ href }, at) => href !== context.req.path && all.findIndex((one) => one.href === href) === at,
  )
}

/** After a POST that went well: to the page that shows it, which says what was done (`texts.done`). */
export function seeOther(desk: Pick<Desk, 'context'>, address: string, done?: string): Response {
  return desk.context.redirect(withQuery(address, { gelukt: done }), 303)
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

const hour = new Intl.DateTimeFormat('nl-BE', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Brussels',
})

/** How long one stays logged in: always in words with a button, and as a bar that appears in time where there is script. */
function Footer({ desk }: { desk: Desk }) {
  const { session, csrf, context, deps } = desk
  const secondsLeft = Math.round((session.idleUntil.getTime() - deps.clock.now().getTime()) / 1000)
  const warnAfter = Math.max(secondsLeft - Math.min(120, (sessionLimits(deps).idle * 60) / 2), 0)
  const here = context.req.method === 'GET' ? context.req.path : paths.start()
  const stay = (
    <Form csrf={csrf} action={paths.stay()}>
      <input type="hidden" name="naar" value={here} />
      <button type="submit" class="desk-link-button">
        {texts.session.stay}
      </button>
    </Form>
  )
  return (
    <>
      <footer class="desk-footer">
        <div class="desk-width">
          <span>{texts.session.until(hour.format(session.idleUntil))}</span>
          {stay}
        </div>
      </footer>
      <section
        class="desk-session"
        aria-label={texts.session.label}
        data-session
        data-warn-after={warnAfter}
        data-end-after={secondsLeft}
        data-warning={texts.session.warning}
        data-ended={texts.session.ended}
        data-login={withQuery(paths.signIn(), { naar: here })}
        hidden
      >
        <div class="desk-width">
          <p data-session-text aria-live="polite" />
          {stay}
        </div>
      </section>
    </>
  )
}
