import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { armsAddress, type MunicipalitySettings } from '../municipalities/index.ts'
import { type AssetName, asset } from '../platform/http/assets.ts'
import { texts } from './texts.nl.ts'

interface FrameProps {
  readonly title: string
  readonly nonce: string | undefined
  /** Above the content: who is here, and where they can go. */
  readonly header?: Child
  readonly footer?: Child
  readonly children?: Child
  readonly isPractice: boolean
  /** After so many seconds the page is asked for again where there is no script. */
  readonly refreshAfter?: number | undefined
  /** The style sheet with the colours of the municipality, over those of the installation. */
  readonly theme?: string | undefined
  /** Of this page alone, in their order, after those of every page. */
  readonly assets?: readonly AssetName[] | undefined
}

/** The document around every page of the desk, with or without somebody logged in. */
export function Frame({
  title,
  nonce,
  header,
  footer,
  isPractice,
  refreshAfter,
  theme,
  assets = [],
  children,
}: FrameProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="nl" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{title}</title>
          {refreshAfter && (
            <noscript>
              <meta http-equiv="refresh" content={String(refreshAfter)} />
            </noscript>
          )}
          <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={asset('style.css')} />
          {theme && <link rel="stylesheet" href={theme} />}
          <script type="module" src={asset('desk.js')} nonce={nonce} />
          {assets.map((name) =>
            name.endsWith('.css') ? (
              <link rel="stylesheet" href={asset(name)} />
            ) : (
              <script defer src={asset(name)} nonce={nonce} />
            ),
          )}
        </head>
        <body class="desk">
          <a href="#inhoud" class="govuk-skip-link">
            {texts.skip}
          </a>
          {isPractice && (
            <aside class="desk-practice" aria-label={texts.practiceLabel}>
              <p class="desk-width">{texts.practice}</p>
            </aside>
          )}
          {header ?? <BareHeader />}
          <main class="desk-main" id="inhoud" tabindex={-1}>
            <div class="desk-width">{children}</div>
          </main>
          {footer}
        </body>
      </html>
    </>
  )
}

/** Where nobody is logged in; of a municipality where it is known all the same. */
export function BareHeader({ municipality }: { municipality?: MunicipalitySettings | undefined }) {
  return (
    <header class="desk-header">
      <div class="desk-width">
        {municipality && <Arms address={armsAddress(municipality)} />}
        <p class="desk-brand">
          <strong>{municipality?.name ?? texts.product}</strong>
          {municipality && <span>{texts.product}</span>}
        </p>
      </div>
    </header>
  )
}

/** Beside the name, which says it: nothing for who does not see it. */
export function Arms({ address }: { address: string | undefined }) {
  return address ? <img class="desk-arms" src={address} alt="" width="40" height="48" /> : null
}
