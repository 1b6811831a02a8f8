import type { Context } from 'hono'
import { currentOf, type MyLetter } from '../../letters/index.ts'
import { Inset } from '../../platform/http/components/index.ts'
import { giveCopyOwner } from '../cookies.ts'
import { BarePage } from '../frame.tsx'
import { notMinePage } from '../not-mine-page.tsx'
import { paths, portalRoot } from '../paths.ts'
import type { Portal } from '../portal.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { script, sendServiceWorker } from '../without-network/browser-files.ts'
import { cacheName, Keeping, screenEnds } from './keeping.tsx'
import { Screen } from './screen.tsx'
import { texts } from './texts.nl.ts'

/**
 * The screen as a phone keeps it: no button or form of the session is in it, for it lies there when that is long over. The
 * browser is told whose copy it has, so that the next login can tell another person.
 */
export function showKeptCopy(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality } = mine
  const { deps, context, citizen } = portal
  const now = deps.clock.now()
  const ends = screenEnds(election)
  if (now >= ends) return notMinePage(portal)
  giveCopyOwner(context, deps, citizen, ends)
  context.header('Kiesloket-Until', String(ends.getTime()))
  const address = paths.pollingDesk({ election: election.electionId })
  const { title, text, again } = texts.copy
  return context.html(
    <BarePage deps={deps} title={texts.title} caption={election.name} municipality={municipality}>
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
          <Screen mine={mine} now={now} />
        </div>
        <Keeping election={election} />
        <script
          type="module"
          src={script('polling-desk/browser/keep-screen.js')}
          nonce={context.get('secureHeadersNonce')}
        />
      </div>
    </BarePage>,
  )
}

/** The same for everybody: it holds no copy, only what to say once one is over. */
export async function pollingDeskWorker(deps: PortalDeps, context: Context): Promise<Response> {
  const { title, text } = texts.closed
  const closed = await (
    <BarePage deps={deps} title={title}>
      <p>{text}</p>
    </BarePage>
  )
  return sendServiceWorker(context, { cacheName, closed: String(closed), scope: `${portalRoot}/` })
}
