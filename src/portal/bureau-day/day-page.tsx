import type { Child } from 'hono/jsx'
import { type DayOfBureau, isThere, namesShownFrom, showDay } from '../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../platform/dates.ts'
import { ErrorSummary, Inset } from '../../platform/http/components/index.ts'
import { BarePage } from '../frame.tsx'
import { paths } from '../paths.ts'
import { script, unnamedFiles } from '../without-network/browser-files.ts'
import type { ChairVisit } from './chair-door.ts'
import { closedPage } from './closed-page.tsx'
import { Happened, Moments, Refused } from './day-parts.tsx'
import { hourOf } from './hour-of.ts'
import { Seats } from './seat-parts.tsx'
import { refusals, texts, unread } from './words.nl.ts'

/** Where a browser keeps this page; service worker and script know it from here. */
export const cacheName = 'kiesloket-bureau'

/** What somebody typed that could not be done, to be seen again. */
export interface Tried {
  readonly error: string
  readonly typed: Readonly<Record<string, string>>
}

/**
 * One bureau on its day, for its chair: who is there, with a button for what happens most. Without script each button is a form; with
 * it the browser keeps the page, and what is done, until there is network.
 */
export async function showBureauDay(visit: ChairVisit, tried?: Tried) {
  const { deps, context, election, municipality, access } = visit
  const now = deps.clock.now()
  const isEarly = now < namesShownFrom(election)
  const bureau = { bureauId: access.bureauId }
  const shown = await showDay(deps, { election, bureau, by: 'chair', accessId: access.accessId })
  if (!shown.ok) return closedPage(deps, context, 'over')
  const { day } = shown
  const title = texts.bureaus[day.bureau.kind](day.bureau.number)
  context.header('Kiesloket-Until', String(access.expiresAt.getTime()))
  return context.html(
    <BarePage
      {...{ deps, language: 'nl', municipality, caption: election.name }}
      title={tried ? `${texts.error}: ${title}` : title}
    >
      <ErrorSummary title={texts.notRight} errors={tried ? { inhoud: tried.error } : {}} />
      {isEarly ? (
        <Inset>{texts.early(longDate(election.pollingDay, 'nl'))}</Inset>
      ) : (
        <>
          {dayInBelgium(now) < election.pollingDay && (
            <div data-eve>
              <Inset>{texts.eve(longDate(election.pollingDay, 'nl'))}</Inset>
            </div>
          )}
          <Day {...{ visit, day, tried }} />
        </>
      )}
      <Kept visit={visit} />
    </BarePage>,
    tried ? 422 : 200,
  )
}

interface Parts {
  readonly visit: ChairVisit
  readonly day: DayOfBureau
  readonly tried?: Tried | undefined
}

function Day({ visit, day, tried }: Parts) {
  return (
    <>
      <Standing day={day} />
      <Seats {...{ visit, day, typed: tried?.typed ?? {} }} />
      <Moments {...{ visit, day }} />
      <Happened {...{ visit, day, typed: tried?.typed ?? {} }} />
      <Refused day={day} />
    </>
  )
}

function Standing({ day: { missing, meetsAt, seats } }: { day: DayOfBureau }) {
  const people = seats.flatMap((seat) => seat.people)
  const what = missing
    .map(({ role, count }) => `${count > 1 ? `${count} × ` : ''}${texts.roles[role].toLowerCase()}`)
    .join(', ')
  return (
    <div class="bureau-standing">
      <p class={missing.length === 0 ? 'is-complete' : 'is-missing'}>
        <strong>{missing.length === 0 ? texts.complete : texts.missing(what)}</strong>
      </p>
      <p>
        {[`${people.filter(isThere).length} / ${seats.length}`, meetsAt && texts.meets(hourOf(meetsAt))]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

/** What the script needs to keep this page and to send later what was done; and what it says meanwhile. */
function Kept({ visit: { access, csrf, context, election } }: { visit: ChairVisit }) {
  const { network } = texts
  return (
    <div
      data-bureau-day={access.accessId}
      data-until={String(access.expiresAt.getTime())}
      data-day={election.pollingDay}
      data-not-yet={refusals['not-on-polling-day']}
      data-cache-name={cacheName}
      data-scope={paths.bureauDay()}
      data-worker={paths.bureauDayWorker()}
      data-send-to={paths.sendBureauDay()}
      data-csrf={csrf}
      data-waits={network.waits}
      data-throw-away={network.throwAway}
      data-unread={JSON.stringify(unread)}
      data-files={JSON.stringify(unnamedFiles('without-network', 'bureau-day'))}
      class="bureau-network"
      role="status"
    >
      <Part name="offline">{network.offline}</Part>
      <Part name="sending">{network.sending}</Part>
      <Part name="waiting">
        {network.waiting} <strong data-place="waiting" />{' '}
        <button type="button" class="desk-link-button" data-do="send">
          {network.send}
        </button>
      </Part>
      <Part name="old">
        {network.old}{' '}
        <button type="button" class="desk-link-button" data-do="renew">
          {network.renew}
        </button>
      </Part>
      <script
        type="module"
        src={script('bureau-day/browser/bureau-day.js')}
        nonce={context.get('secureHeadersNonce')}
      />
    </div>
  )
}

function Part({ name, children }: { name: string; children: Child }) {
  return (
    <p data-part={name} hidden>
      {children}
    </p>
  )
}
