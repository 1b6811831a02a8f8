import type { Child } from 'hono/jsx'
import { type AwaitedLetter, currentOf, type MyLetter, type WhereToVote } from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import { ButtonLink } from '../../platform/http/components/index.ts'
import { cookieNames } from '../cookies.ts'
import { showingOf } from '../embedding/showing.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { script, unnamedFiles } from '../without-network/browser-files.ts'
import { cacheName, Keeping, screenEnds } from './keeping.tsx'
import { AwaitedScreen, Screen } from './screen.tsx'
import { texts } from './texts.ts'

export function showPollingDesk(portal: Portal, letters: readonly MyLetter[]) {
  const { language } = portal
  const mine = currentOf(letters)[0]!
  const { electionId, ruleset } = mine.election
  const { reasons } = ruleset.duplicate.value
  const words = texts[language]
  // First the own letter: who only wants paper has nothing to declare.
  const print = (
    <>
      <ButtonLink kind="secondary" href={paths.letterPdf({ election: electionId })}>
        {words.print}
      </ButtonLink>
      <p>
        <a href={paths.duplicate({ election: electionId })}>
          {words.duplicate[reasons.includes('lost') ? 'lost' : 'not-received']}
        </a>
      </p>
    </>
  )
  return showScreen(portal, mine, { screen: (now) => <Screen {...{ mine, now, language }} />, print })
}

/** Of this there is nothing to print: there is no letter to make a duplicate of. */
export function showAwaitedDesk(portal: Portal, mine: AwaitedLetter) {
  const { language } = portal
  return showScreen(portal, mine, { screen: (now) => <AwaitedScreen {...{ mine, now, language }} /> })
}

interface Shown {
  readonly screen: (now: Date) => Child
  readonly print?: Child
}

/**
 * One screen for the committee. Its script has a copy of it kept on the phone, for a queue without network; not in a frame, for without
 * network the site around it is not there either.
 */
function showScreen(portal: Portal, { election, municipality }: WhereToVote, { screen, print }: Shown) {
  const { context, deps, language } = portal
  const words = texts[language]
  const now = deps.clock.now()
  const ends = screenEnds(election)
  const page = { title: words.title, caption: election.name, municipality, isContentFirst: true }
  if (now >= ends) return showPage(portal, page, <p>{words.over(longDate(election.pollingDay, language))}</p>)
  const address = { election: election.electionId }
  if (showingOf(context, deps.config) === 'frame')
    return showPage(
      portal,
      page,
      <>
        {screen(now)}
        {print}
        <h2>{words.keeping.title}</h2>
        <p>{words.keeping.notInFrame}</p>
      </>,
    )
  context.header('Kiesloket-Until', String(ends.getTime()))
  return showPage(
    portal,
    page,
    <div
      data-polling-desk
      data-until={String(ends.getTime())}
      data-cache-name={cacheName}
      data-not-kept={cookieNames.notKept}
      data-scope={paths.pollingDesk(address)}
      data-copy={paths.keptPollingDesk(address)}
      data-worker={paths.pollingDeskWorker()}
      data-sign-out={paths.signOut()}
      data-files={JSON.stringify(unnamedFiles('without-network', 'polling-desk'))}
    >
      <div data-screen>
        {screen(now)}
        {print}
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
