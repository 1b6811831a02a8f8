import { Form } from './form.tsx'

/** When somebody is logged out, as far as their page tells it. */
export interface SessionFacts {
  readonly now: Date
  /** When it ends if they do nothing. */
  readonly until: Date
  /** Whether staying makes it later: not when the login itself is over then. */
  readonly mayStay: boolean
}

/** `#` stands for how many minutes are left. */
export interface SessionWords {
  readonly label: string
  readonly until: (hour: string) => string
  readonly stay: string
  readonly warning: string
  /** The warning where only a new login helps. */
  readonly last: string
  readonly ended: string
  readonly again: string
}

interface SessionEndProps {
  readonly facts: SessionFacts
  readonly words: SessionWords
  readonly csrf: string
  /** Where the button leads that makes it last longer, and a new login. */
  readonly addresses: { readonly stay: string; readonly signIn: string }
  /** The page to come back to. */
  readonly here: string
}

const hour = new Intl.DateTimeFormat('nl-BE', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Brussels',
})

/** Somebody is told this long before: time to read it and to find the button (WCAG 2.2.1 asks for 20 seconds). */
const secondsToldBefore = 120

/** What the bar of `SessionEnd` goes by; a script asks the same after staying. */
export function sessionFacts({ now, until, mayStay }: SessionFacts, words: SessionWords) {
  const endAfter = Math.max(Math.floor((until.getTime() - now.getTime()) / 1000), 0)
  const warnAfter = Math.max(endAfter - secondsToldBefore, Math.floor(endAfter / 2))
  return { endAfter, warnAfter, mayStay, until: words.until(hour.format(until)) }
}

/** How long one stays logged in, in words with a button: what there is without script. */
export function SessionUntil({ facts, words, csrf, addresses, here }: SessionEndProps) {
  return (
    <>
      <span data-session-until>{sessionFacts(facts, words).until}</span>
      {facts.mayStay && <Stay {...{ words, csrf, here, address: addresses.stay }} />}
    </>
  )
}

/** The bar that appears in time where there is script. */
export function SessionBar({
  facts,
  words,
  csrf,
  addresses,
  here,
  width,
}: SessionEndProps & { width: string }) {
  const { endAfter, warnAfter } = sessionFacts(facts, words)
  return (
    <section
      class="session-bar"
      aria-label={words.label}
      data-session
      data-warn-after={warnAfter}
      data-end-after={endAfter}
      data-may-stay={facts.mayStay ? 'ja' : ''}
      data-warning={words.warning}
      data-last={words.last}
      data-ended={words.ended}
      hidden
    >
      <div class={width}>
        <p data-session-text aria-live="polite" />
        <Stay {...{ words, csrf, here, address: addresses.stay }} />
        <a href={addresses.signIn} data-session-again>
          {words.again}
        </a>
      </div>
    </section>
  )
}

interface StayProps extends Pick<SessionEndProps, 'words' | 'csrf' | 'here'> {
  readonly address: string
}

function Stay({ words, csrf, here, address }: StayProps) {
  return (
    <Form csrf={csrf} action={address}>
      <input type="hidden" name="naar" value={here} />
      <button type="submit" class="desk-link-button">
        {words.stay}
      </button>
    </Form>
  )
}
