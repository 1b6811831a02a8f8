import { currentOf, type MyLetter } from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { showingOf } from '../embedding/showing.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { script, unnamedFiles } from '../without-network/browser-files.ts'
import { cacheName, Keeping, screenEnds } from './keeping.tsx'
import { Screen } from './screen.tsx'
import { texts } from './texts.nl.ts'

/**
 * One screen for the committee. Its script has a copy of it kept on the phone, for a queue without network; not in a frame, for without
 * network the site around it is not there either.
 */
export function showPollingDesk(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality } = mine
  const { context, deps } = portal
  const now = deps.clock.now()
  const ends = screenEnds(election)
  const page = { title: texts.title, caption: election.name, municipality }
  if (now >= ends) return showPage(portal, page, <p>{texts.over(longDate(election.pollingDay, 'nl'))}</p>)
  const address = { election: election.electionId }
  if (showingOf(context, deps.config) === 'frame')
    return showPage(portal, page, <Screen mine={mine} now={now} />)
  context.header('Kiesloket-Until', String(ends.getTime()))
  return showPage(
    portal,
    page,
    <div
      data-polling-desk
      data-until={String(ends.getTime())}
      data-cache-name={cacheName}
      data-scope={paths.pollingDesk(address)}
      data-copy={paths.keptPollingDesk(address)}
      data-worker={paths.pollingDeskWorker()}
      data-sign-out={paths.signOut()}
      data-files={JSON.stringify(unnamedFiles('without-network', 'polling-desk'))}
    >
      <div data-screen>
        <Screen mine={mine} now={now} />
        <ButtonLink kind="secondary" href={paths.duplicate(address)}>
          {texts.print}
        </ButtonLink>
      </div>
      <Keeping election={election} />
      <script
        type="module"
        src={script('polling-desk/browser/keep-screen.js')}
        nonce={context.get('secureHeadersNonce')}
      />
    </div>,
  )
}
