import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { type AwaitedLetter, currentOf, type MyLetter, type WhereToVote } from '../../letters/index.ts'
import { ButtonLink, Inset } from '../../platform/http/components/index.ts'
import { cookieNames, giveCopyOwner } from '../cookies.ts'
import { BarePage } from '../frame.tsx'
import { languageOf, tellLanguage } from '../language.ts'
import { notMinePage } from '../not-mine-page.tsx'
import { paths, portalRoot } from '../paths.ts'
import type { Portal } from '../portal.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { script, sendServiceWorker } from '../without-network/browser-files.ts'
import { cacheName, Keeping, screenEnds, screenNeeded } from './keeping.tsx'
import { AwaitedScreen, Screen } from './screen.tsx'
import { type Texts, texts } from './texts.ts'

export function showKeptCopy(portal: Portal, letters: readonly MyLetter[]) {
  const { language } = portal
  const mine = currentOf(letters)[0]!
  return showCopy(portal, mine, (now) => <Screen {...{ mine, now, language }} />)
}

export function showAwaitedCopy(portal: Portal, mine: AwaitedLetter) {
  const { language } = portal
  return showCopy(portal, mine, (now) => <AwaitedScreen {...{ mine, now, language }} />)
}

/**
 * The screen as a phone keeps it: no button or form of the session is in it, for it lies there when that is long over. The
 * browser is told whose copy it has, so that the next login can tell another person.
 */
function showCopy(portal: Portal, { election, municipality }: WhereToVote, screen: (now: Date) => Child) {
  const { deps, context, citizen, language } = portal
  const words = texts[language]
  const now = deps.clock.now()
  const ends = screenEnds(election)
  if (now >= ends) return notMinePage(portal)
  giveCopyOwner(context, deps, citizen, ends)
  tellLanguage(context, deps.config, language)
  context.header('Kiesloket-Until', String(ends.getTime()))
  context.header('Kiesloket-Needed', String(screenNeeded(election).getTime()))
  const address = paths.pollingDesk({ election: election.electionId })
  const { title, text, again } = words.copy
  return context.html(
    <BarePage
      {...{ deps, language, municipality }}
      title={words.title}
      caption={election.name}
      isContentFirst
    >
      <div
        data-polling-desk
        data-until={String(ends.getTime())}
        data-cache-name={cacheName}
        data-not-kept={cookieNames.notKept}
        data-scope={address}
      >
        <div data-screen>
          {screen(now)}
          <Inset>
            <p>
              <strong>{title}</strong>
            </p>
            <p>{text}</p>
            <p>
              <a href={address}>{again}</a>
            </p>
          </Inset>
        </div>
        <Keeping {...{ election, language }} />
        <script
          type="module"
          src={script('polling-desk/browser/keep-screen.js')}
          nonce={context.get('secureHeadersNonce')}
        />
      </div>
    </BarePage>,
  )
}

/**
 * It holds no copy, only what to say once one is over, and to who has to log in while they need one: in the language of who asks, and
 * otherwise the same for everybody.
 */
export async function pollingDeskWorker(deps: PortalDeps, context: Context): Promise<Response> {
  const language = languageOf(context, deps.config)
  const { closed, door } = texts[language]
  context.header('Vary', 'Cookie', { append: true })
  const page = async (title: string, body: Child) =>
    String(await (<BarePage {...{ deps, language, title }}>{body}</BarePage>))
  return sendServiceWorker(context, {
    ...{ cacheName, scope: `${portalRoot}/` },
    closed: await page(closed.title, <p>{closed.text}</p>),
    door: await page(door.title, <Door {...door} />),
  })
}

/** The worker writes the addresses: of the screen, which asks to log in, and of its copy. */
function Door({ text, show, signIn, others }: Texts['door']) {
  return (
    <>
      <p>{text}</p>
      <p>
        <ButtonLink href="COPY">{show}</ButtonLink>
      </p>
      <p>
        <ButtonLink kind="secondary" href={`${paths.signIn()}?naar=SCREEN`}>
          {signIn}
        </ButtonLink>
      </p>
      <p>{others}</p>
    </>
  )
}
