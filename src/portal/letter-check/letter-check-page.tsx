import type { Context } from 'hono'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Button, ButtonLink, ErrorSummary, Inset, TextField } from '../../platform/http/components/index.ts'
import { keySetPath } from '../../platform/http/key-set-route.ts'
import { type InEachLanguage, localeOf } from '../../platform/language.ts'
import { showPublicPage } from '../frame.tsx'
import { type Language, langOf, languageOf } from '../language.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { texts as frameTexts } from '../texts.ts'
import { importMap, script, sendServiceWorker, unnamedFiles } from '../without-network/browser-files.ts'
import { type Texts, texts } from './texts.ts'

const cacheName = 'kiesloket-brief-nakijken'
/** Apart, because the page is thrown away whole for each release and these are not. */
const folders = ['letter-check', 'without-network'] as const
const keptName = 'kiesloket-brief-lijsten'
/** Where suspicious messages are reported in Belgium (Centre for Cybersecurity Belgium; its pages in each language, 2023). */
const reportAddresses: InEachLanguage<string> = {
  nl: 'verdacht@safeonweb.be',
  fr: 'suspect@safeonweb.be',
  de: 'suspekt@safeonweb.be',
  en: 'suspicious@safeonweb.be',
}

/** What the page may: its own scripts and its own server. Nothing that is typed in it can be sent anywhere as a form. */
const policyWith = (nonce: string) =>
  [
    ...["default-src 'none'", `script-src 'nonce-${nonce}'`, "worker-src 'self'", "style-src 'self'"],
    ...["img-src 'self'", "font-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * Where the code of a letter leads: says whether that letter is real. The signed statement stands in the fragment of the address,
 * which a browser keeps to itself, and is checked there; this page is the same for everybody who reads the same language.
 */
export function letterCheckPage(deps: PortalDeps, context: Context) {
  const nonce = context.get('secureHeadersNonce') ?? ''
  context.header('Content-Security-Policy', policyWith(nonce))
  context.header('Cache-Control', 'no-cache')
  const language = languageOf(context, deps.config)
  const words = texts[language]
  const frame = frameTexts[language]
  return showPublicPage(
    deps,
    context,
    { title: words.title },
    <>
      <p>{words.lead}</p>
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <div
        data-letter-check
        data-locale={localeOf[language]}
        data-keys={keySetPath}
        data-list={paths.statusList({ issuer: 'ISSUER', election: 'ELECTION' })}
        data-kept={keptName}
        data-title-when-wrong={frame.wrong(words.title)}
        data-cache-name={cacheName}
        data-scope={paths.letter()}
        data-worker={paths.letterCheckWorker()}
        data-files={JSON.stringify(unnamedFiles(...folders))}
        data-files-of-old-browser={JSON.stringify(unnamedFiles('@noble/ed25519'))}
      >
        <Part name="busy">
          <p role="status">{words.busy}</p>
        </Part>
        <Part name="paste">
          <Paste {...words.paste} name="code" />
        </Part>
        <Part name="empty">
          <ErrorSummary title={frame.notRightYet} errors={{ 'lege-code': words.paste.empty }} />
          <Paste {...words.paste} name="lege-code" error={words.paste.empty} errorWord={frame.error} />
        </Part>
        {Object.entries(words.answers).map(([name, { title, text, next }]) => (
          <Part name={name}>
            <h2 tabindex={-1}>{title}</h2>
            <p>{text}</p>
            <p>{next}</p>
          </Part>
        ))}
        <About words={words.about} lang={langOf('nl', language)} />
        <Notes {...words.notes} />
      </div>
      {deps.citizenLogin && (
        <div data-mine={paths.election({ election: 'ELECTION' })}>
          <ButtonLink href={paths.signIn()}>{words.mine}</ButtonLink>
        </div>
      )}
      <Doubt words={words} address={reportAddresses[language]} />
      <script type="importmap" nonce={nonce}>
        {raw(importMap)}
      </script>
      <script type="module" src={script('letter-check/browser/start.js')} nonce={nonce} />
    </>,
  )
}

export function letterCheckWorker(context: Context): Response {
  return sendServiceWorker(context, { cacheName, scope: paths.letter() })
}

function Part({ name, children }: { name: string; children: Child }) {
  return (
    <div data-part={name} hidden>
      {children}
    </div>
  )
}

type PasteProps = Texts['paste'] & {
  readonly name: string
  readonly error?: string
  readonly errorWord?: string
}

/** For who does not trust where a code leads: the page is opened by hand, and the text of the code pasted. */
function Paste({ title, text, label, button, name, error, errorWord }: PasteProps) {
  return (
    <form method="post" novalidate>
      <h2>{title}</h2>
      <p>{text}</p>
      <TextField {...{ label, name, error, errorWord }} autocomplete="off" />
      <Button>{button}</Button>
    </form>
  )
}

/** What the signed list says: the names in it are those of the municipality, on a page in any language. */
function About({ words, lang }: { words: Texts['about']; lang: Language | undefined }) {
  const { municipality, election, day, issuer } = words
  const facts = (...rows: readonly (readonly [string, string, (Language | undefined)?])[]) => (
    <dl class="portal-facts">
      {rows.map(([term, name, of]) => (
        <div>
          <dt>{term}</dt>
          <dd>
            <span data-fill={name} lang={of} />
          </dd>
        </div>
      ))}
    </dl>
  )
  return (
    <>
      <Part name="election">
        {facts([municipality, 'municipality', lang], [election, 'electionName', lang], [day, 'day'])}
      </Part>
      <Part name="issuer">{facts([issuer, 'issuer'])}</Part>
    </>
  )
}

function Notes({ notChecked, notCheckedNext, listOf, listOfNext, playedBack, over }: Texts['notes']) {
  return (
    <>
      <Part name="not-checked">
        <Inset>
          <p>
            <strong>
              {notChecked} <span data-fill="since" />.
            </strong>
          </p>
          <p>{notCheckedNext}</p>
        </Inset>
      </Part>
      <Part name="list-of">
        <Inset>
          <p>
            {listOf} <span data-fill="since" />.
          </p>
          <p>{listOfNext}</p>
        </Inset>
      </Part>
      <Part name="played-back">
        <Inset>{playedBack}</Inset>
      </Part>
      <Part name="over">
        <Inset>{over}</Inset>
      </Part>
    </>
  )
}

function Doubt({ words, address }: { words: Texts; address: string }) {
  const { doubt, signs, suspicious, noLetter, go } = words
  return (
    <>
      <h2>{doubt}</h2>
      <ul>
        {signs.map((sign) => (
          <li>{sign}</li>
        ))}
      </ul>
      <p>{suspicious(address)}</p>
      <h2>{noLetter}</h2>
      <p>{go}</p>
    </>
  )
}
