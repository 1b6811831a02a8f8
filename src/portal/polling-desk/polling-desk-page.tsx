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
import { texts } from './texts.ts'

/**
 * One screen for the committee. Its script has a copy of it kept on the phone, for a queue without network; not in a frame, for without
 * network the site around it is not there either.
 */
export function showPollingDesk(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality } = mine
  const { context, deps, language } = portal
  const words = texts[language]
  const now = deps.clock.now()
  const ends = screenEnds(election)
  const page = { title: words.title, caption: election.name, municipality }
  if (now >= ends) return showPage(portal, page, <p>{words.over(longDate(election.pollingDay, language))}</p>)
  const address = { election: election.electionId }
  if (showingOf(context, deps.config) === 'frame')
    return showPage(portal, page, <Screen {...{ mine, now, language }} />)
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
        <Screen {...{ mine, now, language }} />
        <ButtonLink kind="secondary" href={paths.duplicate(address)}>
          {words.print}
        </ButtonLink>
      </div>
      <Keeping {...{ election, language }} />
      <script
        type="module"
        src={script('polling-desk/browser/keep-screen.js')}
        nonce={context.get('secureHeadersNonce')}
      />
    </div>,
  )
}
