import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { armsAddress, type MunicipalitySettings } from '../municipalities/index.ts'
import { asset } from '../platform/http/assets.ts'
import { Form, Notice, SessionBar, SessionUntil } from '../platform/http/components/index.ts'
import { hereOf } from '../platform/http/page-above.ts'
import { withQuery } from '../platform/http/path.ts'
import { themeAddress, wholeTheme } from '../platform/http/theme-route.ts'
import { BackLink } from './embedding/back-link.tsx'
import { isForFrames } from './embedding/is-framed.ts'
import { type Showing, showingOf } from './embedding/showing.ts'
import { TellHost } from './embedding/tell-host.tsx'
import { addressIn, type Language, langOf, languageOf, languagesOf, tellLanguage } from './language.ts'
import { LanguageChoice } from './language-choice.tsx'
import { SessionScript } from './login/session-script.tsx'
import { sessionEndOf } from './login/stay.ts'
import { paths } from './paths.ts'
import type { Portal } from './portal.ts'
import type { PortalDeps } from './portal-deps.ts'
import { texts } from './texts.ts'

interface FrameProps {
  readonly deps: Pick<PortalDeps, 'config'>
  readonly language: Language
  readonly title: string
  /** Whose letter it is, above the page. */
  readonly municipality?: MunicipalitySettings | undefined
  /** Who is logged in, with a button to leave. */
  readonly who?: Child
  /** Until when, with a button to stay; and what says so in time. */
  readonly session?: { readonly line: Child; readonly bar: Child } | undefined
  /** Within a site or an app that has a header and a footer of its own. */
  readonly showing?: Showing | undefined
  readonly context?: Context | undefined
  /** What somebody else looks at fits a small screen: what else stands above a page is below it. */
  readonly isContentFirst?: boolean | undefined
  /** Where the page is in another language; absent: nobody chooses, as on a page that a phone keeps. */
  readonly inLanguage?: ((language: Language) => string) | undefined
  readonly children?: Child
}

/** The document around every page of a citizen: one column, no script, what matters first. In the dark where the screen is, but not within a site. */
function Frame(props: FrameProps) {
  const { deps, language, title, municipality, inLanguage, showing = 'alone', context, children } = props
  const { who, session, isContentFirst = false } = props
  const words = texts[language]
  const isAlone = showing === 'alone'
  // What it speaks with the site is a stand-in, which no site understands.
  const isDevelopment = deps.config.KIESLOKET_ENV === 'development'
  const languages = languagesOf(municipality)
  const theme = wholeTheme(municipality?.theme)
  const arms = municipality && armsAddress(municipality)
  const practice = isDevelopment && (
    <aside class="desk-practice" aria-label={words.practiceLabel}>
      <p class="portal-width">{words.practice}</p>
    </aside>
  )
  const choice = inLanguage && <LanguageChoice {...{ language, languages, inLanguage }} />
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} class={showing === 'frame' ? 'govuk-template' : 'govuk-template follows-scheme'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} · ${municipality?.name ?? words.product}`}</title>
          <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={asset('citizen.css')} />
          {theme && <link rel="stylesheet" href={themeAddress(theme)} />}
        </head>
        <body class={isContentFirst ? 'desk portal portal-content-first' : 'desk portal'}>
          {isAlone && (
            <a href="#inhoud" class="govuk-skip-link">
              {words.skip}
            </a>
          )}
          {!isContentFirst && practice}
          {isAlone ? (
            <header class="portal-header">
              {!isContentFirst && choice}
              <div class="portal-width">
                {arms && <img class="desk-arms" src={arms} alt="" width="40" height="48" />}
                <a class="portal-brand" href={homeOf({ municipality, who })}>
                  <strong lang={municipality && langOf('nl', language)}>
                    {municipality?.name ?? words.product}
                  </strong>
                  {municipality && <span>{words.product}</span>}
                </a>
                {who}
              </div>
            </header>
          ) : (
            !isContentFirst && choice
          )}
          <main class="desk-main portal-main" id="inhoud" tabindex={-1}>
            <div class="portal-width">
              {children}
              {!isAlone && who}
              {session?.line}
            </div>
          </main>
          {isContentFirst && choice}
          {isContentFirst && practice}
          {session?.bar}
          {isAlone && <Footer {...{ municipality, language }} />}
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
function Footer({ municipality, language }: Pick<FrameProps, 'municipality' | 'language'>) {
  const { privacy, accessibility, letterCheck, openData } = texts[language].footer
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

interface HeadingProps {
  readonly title: string
  /** Small, above the heading: the name of the election, which is Dutch on every page. */
  readonly caption?: string | undefined
  /** Where the title is in another language than the page: a name. */
  readonly titleLanguage?: Language | undefined
}

interface PageProps extends HeadingProps {
  readonly municipality?: MunicipalitySettings | undefined
  readonly status?: 200 | 404
  readonly isContentFirst?: boolean
  /** What is wrong with what was typed: then the status is 422, so that nobody takes it for done. */
  readonly error?: string | undefined
}

/** Answers with a page for the citizen who is logged in. */
export function showPage(
  portal: Portal,
  { municipality, error, status = 200, isContentFirst, ...heading }: PageProps,
  body: Child,
) {
  const { deps, context, citizen, csrf, language } = portal
  const words = texts[language]
  const who = (
    <div class="portal-who">
      {citizen.name && <span>{citizen.name}</span>}
      <a href={paths.myData()}>{words.myData}</a>
      <Form csrf={csrf} action={paths.signOut()}>
        <button type="submit" class="desk-link-button">
          {words.signOut}
        </button>
      </Form>
    </div>
  )
  tellLanguage(context, deps.config, language)
  const title = error ? words.wrong(heading.title) : heading.title
  const inLanguage = (other: Language) => addressIn(context, other)
  const showing = showingOf(context, deps.config)
  const session = sessionOf(portal)
  return context.html(
    <Frame
      {...{ deps, language, title, municipality, who, session, inLanguage, context, showing, isContentFirst }}
    >
      {showing !== 'alone' && <BackLink {...{ context, language }} />}
      {portal.isFormKept && <Notice title={words.kept.title}>{words.kept.text}</Notice>}
      <Heading {...heading} language={language} />
      {body}
    </Frame>,
    error ? 422 : status,
  )
}

/** How long this citizen stays logged in: in words with a button, and as a bar that appears in time where there is script. */
function sessionOf(portal: Portal) {
  const { context, csrf, language } = portal
  const here = hereOf(context)
  const addresses = { stay: paths.stay(), signIn: withQuery(paths.signIn(), { naar: here }) }
  const end = { facts: sessionEndOf(portal), words: texts[language].session, csrf, addresses, here }
  const line = (
    <div class="portal-session">
      <SessionUntil {...end} />
    </div>
  )
  const bar = (
    <>
      <SessionBar {...end} width="portal-width" />
      <SessionScript {...portal} />
    </>
  )
  return { line, bar }
}

interface PublicPageProps extends HeadingProps {
  readonly municipality?: MunicipalitySettings | undefined
  readonly status?: 200 | 400 | 403 | 404 | 422 | 429 | 500 | 503
}

/** Answers with a page for everybody, logged in or not. */
export function showPublicPage(
  deps: FrameProps['deps'],
  context: Context,
  { municipality, status = 200, ...heading }: PublicPageProps,
  body: Child,
) {
  const language = languageOf(context, deps.config, municipality)
  const showing = showingOf(context, deps.config)
  tellLanguage(context, deps.config, language)
  if (isForFrames(context.req.path)) context.header('Vary', 'Sec-Fetch-Dest', { append: true })
  const inLanguage = (other: Language) => addressIn(context, other)
  return context.html(
    <BarePage {...{ deps, context, showing, language, municipality, inLanguage, ...heading }}>
      {body}
    </BarePage>,
    status,
  )
}

/** A page without who is logged in: for everybody, or for a phone to keep. */
export function BarePage(props: Omit<FrameProps, 'who' | 'session'> & HeadingProps) {
  const { caption, titleLanguage, children, ...frame } = props
  const { title, language } = frame
  return (
    <Frame {...frame}>
      <Heading {...{ title, caption, titleLanguage, language }} />
      {children}
    </Frame>
  )
}

function Heading(props: HeadingProps & { language: Language }) {
  const { title, titleLanguage, caption, language } = props
  const lang = titleLanguage && langOf(titleLanguage, language)
  return (
    <h1>
      {caption && (
        <span class="desk-caption" lang={langOf('nl', language)}>
          {caption}
        </span>
      )}
      {lang ? <span lang={lang}>{title}</span> : title}
    </h1>
  )
}
