import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { armsAddress, type MunicipalitySettings } from '../municipalities/index.ts'
import { asset } from '../platform/http/assets.ts'
import { Form } from '../platform/http/components/index.ts'
import { themeAddress, wholeTheme } from '../platform/http/theme-route.ts'
import { type Showing, showingOf } from './embedding/showing.ts'
import { TellHost } from './embedding/tell-host.tsx'
import { paths } from './paths.ts'
import type { Portal } from './portal.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.nl.ts'

interface FrameProps {
  readonly deps: Pick<PortalDeps, 'config'>
  readonly title: string
  /** Whose letter it is, above the page. */
  readonly municipality?: MunicipalitySettings | undefined
  /** Who is logged in, with a button to leave. */
  readonly who?: Child
  /** Within a site or an app that has a header and a footer of its own. */
  readonly showing?: Showing | undefined
  readonly context?: Context | undefined
  readonly children?: Child
}

/** The document around every page of a citizen: one column, no script, what matters first. */
function Frame({ deps, title, municipality, who, showing = 'alone', context, children }: FrameProps) {
  const isAlone = showing === 'alone'
  // What it speaks with the site is a stand-in, which no site understands.
  const isDevelopment = deps.config.KIESLOKET_ENV === 'development'
  const theme = wholeTheme(municipality?.theme)
  const arms = municipality && armsAddress(municipality)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} · ${municipality?.name ?? texts.product}`}</title>
          <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={asset('portal.css')} />
          {theme && <link rel="stylesheet" href={themeAddress(theme)} />}
        </head>
        <body class="desk portal">
          {isAlone && (
            <a href="#inhoud" class="govuk-skip-link">
              {texts.skip}
            </a>
          )}
          {isDevelopment && (
            <aside class="desk-practice" aria-label={texts.practiceLabel}>
              <p class="portal-width">{texts.practice}</p>
            </aside>
          )}
          {isAlone && (
            <header class="portal-header">
              <div class="portal-width">
                {arms && <img class="desk-arms" src={arms} alt="" width="40" height="48" />}
                <a class="portal-brand" href={homeOf({ municipality, who })}>
                  <strong>{municipality?.name ?? texts.product}</strong>
                  {municipality && <span>{texts.product}</span>}
                </a>
                {who}
              </div>
            </header>
          )}
          <main class="desk-main portal-main" id="inhoud" tabindex={-1}>
            <div class="portal-width">
              {children}
              {!isAlone && who}
            </div>
          </main>
          {isAlone && <Footer municipality={municipality} />}
          {showing === 'frame' && context && isDevelopment && <TellHost {...{ deps, context, title }} />}
        </body>
      </html>
    </>
  )
}

function homeOf({ municipality, who }: Pick<FrameProps, 'municipality' | 'who'>): string {
  if (who) return paths.elections()
  return municipality ? paths.startOf({ municipality: municipality.slug }) : paths.start()
}

/** What the law and good manners ask on every page; of the municipality where there is one. */
function Footer({ municipality }: Pick<FrameProps, 'municipality'>) {
  const { privacy, accessibility, letterCheck, openData } = texts.footer
  const of = municipality && { municipality: municipality.slug }
  const links = [
    [of ? paths.privacyOf(of) : paths.privacy(), privacy],
    [of ? paths.accessibilityOf(of) : paths.accessibility(), accessibility],
    [paths.letter(), letterCheck],
    [paths.openData(), openData],
  ] as const
  return (
    <footer class="portal-footer">
      <ul class="portal-width">
        {links.map(([href, text]) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </footer>
  )
}

interface PageProps {
  readonly title: string
  /** Small, above the heading. */
  readonly caption?: string
  readonly municipality?: MunicipalitySettings | undefined
  readonly status?: 200 | 404
  /** What is wrong with what was typed: then the status is 422, so that nobody takes it for done. */
  readonly error?: string | undefined
}

/** Answers with a page for the citizen who is logged in. */
export function showPage(
  portal: Portal,
  { title, caption, municipality, error, status = 200 }: PageProps,
  body: Child,
) {
  const { deps, context, citizen, csrf } = portal
  const who = (
    <div class="portal-who">
      {citizen.name && <span>{citizen.name}</span>}
      <Form csrf={csrf} action={paths.signOut()}>
        <button type="submit" class="desk-link-button">
          {texts.signOut}
        </button>
      </Form>
    </div>
  )
  return context.html(
    <Frame
      {...{ deps, municipality, who, context, showing: showingOf(context, deps.config) }}
      title={error ? texts.wrong(title) : title}
    >
      <Heading caption={caption} title={title} />
      {body}
    </Frame>,
    error ? 422 : status,
  )
}

interface PublicPageProps {
  readonly title: string
  readonly municipality?: MunicipalitySettings | undefined
  readonly status?: 200 | 400 | 403 | 404 | 429 | 500 | 503
}

/** Answers with a page for everybody, logged in or not. */
export function showPublicPage(
  deps: FrameProps['deps'],
  context: Context,
  { status = 200, ...page }: PublicPageProps,
  body: Child,
) {
  const showing = showingOf(context, deps.config)
  context.header('Vary', 'Sec-Fetch-Dest', { append: true })
  return context.html(<BarePage {...{ deps, context, showing, ...page }}>{body}</BarePage>, status)
}

interface BarePageProps extends Omit<FrameProps, 'who'> {
  /** Small, above the heading. */
  readonly caption?: string
}

/** A page without who is logged in: for everybody, or for a phone to keep. */
export function BarePage({ caption, children, ...frame }: BarePageProps) {
  return (
    <Frame {...frame}>
      <Heading caption={caption} title={frame.title} />
      {children}
    </Frame>
  )
}

function Heading({ caption, title }: { caption: string | undefined; title: string }) {
  return (
    <h1>
      {caption && <span class="desk-caption">{caption}</span>}
      {title}
    </h1>
  )
}
