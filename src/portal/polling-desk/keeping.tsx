import type { Child } from 'hono/jsx'
import { Temporal } from 'temporal-polyfill'
import type { Election } from '../../elections/index.ts'
import { longDate, startOfDay } from '../../platform/dates.ts'
import type { Language } from '../language.ts'
import { texts } from './texts.ts'

/** Where a browser keeps the screen; service worker and script know it from here. */
export const cacheName = 'kiesloket-stembureau'

/** The end of polling day in Belgium: from then on nobody needs the screen, and no phone shows it any more. */
export function screenEnds({ pollingDay }: Pick<Election, 'pollingDay'>): Date {
  return startOfDay(Temporal.PlainDate.from(pollingDay).add({ days: 1 }).toString())
}

/** The beginning of polling day in Belgium: from then on somebody may need the screen in a queue. */
export function screenNeeded({ pollingDay }: Pick<Election, 'pollingDay'>): Date {
  return startOfDay(pollingDay)
}

/** What is kept on this phone and until when, with the way to take it away. A script shows what is so. */
export function Keeping({ election, language }: { election: Election; language: Language }) {
  const { over, keeping: words } = texts[language]
  const day = longDate(election.pollingDay, language)
  return (
    <>
      <noscript>
        <h2>{words.title}</h2>
        <p>{words.failed}</p>
      </noscript>
      <Part name="kept">
        <h2>{words.title}</h2>
        <p>{words.kept(day)}</p>
        <p>{words.shared}</p>
        <Deed does="wipe">{words.wipe}</Deed>
      </Part>
      <Part name="wiped">
        <h2>{words.title}</h2>
        <p>{words.wiped}</p>
        <Deed does="keep">{words.keep}</Deed>
      </Part>
      <Part name="failed">
        <h2>{words.title}</h2>
        <p>{words.failed}</p>
      </Part>
      <Part name="over">
        <p>{over(day)}</p>
      </Part>
    </>
  )
}

function Part({ name, children }: { name: string; children: Child }) {
  return (
    <div data-part={name} role="status" hidden>
      {children}
    </div>
  )
}

function Deed({ does, children }: { does: 'wipe' | 'keep'; children: string }) {
  return (
    <button type="button" class="govuk-button govuk-button--secondary" data-do={does}>
      {children}
    </button>
  )
}
