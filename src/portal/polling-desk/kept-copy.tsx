import type { Context } from 'hono'
import { currentOf, type MyLetter } from '../../letters/index.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { giveCopyOwner } from '../cookies.ts'
import { BarePage } from '../frame.tsx'
import { languageOf, tellLanguage } from '../language.ts'
import { notMinePage } from '../not-mine-page.tsx'
import { paths, portalRoot } from '../paths.ts'
import type { Portal } from '../portal.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { script, sendServiceWorker } from '../without-network/browser-files.ts'
import { cacheName, Keeping, screenEnds } from './keeping.tsx'
import { Screen } from './screen.tsx'
import { texts } from './texts.ts'

/**
 * The screen as a phone keeps it: no button or form of the session is in it, for it lies there when that is long over. The
 * browser is told whose copy it has, so that the next login can tell another person.
 */
export function showKeptCopy(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality } = mine
  const { deps, context, citizen, language } = portal
  const words = texts[language]
  const now = deps.clock.now()
  const ends = screenEnds(election)
  if (now >= ends) return notMinePage(portal)
  giveCopyOwner(context, deps, citizen, ends)
  tellLanguage(context, deps.config, language)
  context.header('Kiesloket-Until', String(ends.getTime()))
  const address = paths.pollingDesk({ election: election.electionId })
  const { title, text, again } = words.copy
  return context.html(
    <BarePage {...{ deps, language, municipality }} title={words.title} caption={election.name}>
      <div
        data-polling-desk
        data-until={String(ends.getTime())}
        data-cache-name={cacheName}
        data-scope={address}
      >
        <div data-screen>
          <Inset>
            <p>
              <strong>{title}</strong>
            </p>
            <p>{text}</p>
            <p>
              <a href={address}>{again}</a>
            </p>
          </Inset>
          <Screen {...{ mine, now, language }} />
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

/** It holds no copy, only what to say once one is over: in the language of who asks, and otherwise the same for everybody. */
export async function pollingDeskWorker(deps: PortalDeps, context: Context): Promise<Response> {
  const language = languageOf(context, deps.config)
  const { title, text } = texts[language].closed
  context.header('Vary', 'Cookie', { append: true })
  const closed = await (
    <BarePage {...{ deps, language, title }}>
      <p>{text}</p>
    </BarePage>
  )
  return sendServiceWorker(context, { cacheName, closed: String(closed), scope: `${portalRoot}/` })
}
