import type { Child } from 'hono/jsx'

interface FollowingWords {
  readonly pause: string
  readonly goOn: string
  /** What is read aloud when something moved. */
  readonly changed: string
  readonly lookAgain: string
  readonly refresh: string
}

interface Props {
  readonly words: FollowingWords
  /** Of this page. */
  readonly address: string
  /** What else there is where no script runs. */
  readonly children?: Child
}

/** On a page whose figures move: with script a button that holds them still; without, links that do it by refreshing. */
export function FollowingPage({ words, address, children }: Props) {
  return (
    <>
      <p class="no-print">
        <button type="button" class="desk-link-button" data-live-pause aria-pressed="false" hidden>
          <span class="when-live">{words.pause}</span>
          <span class="when-paused">{words.goOn}</span>
        </button>
      </p>
      <p role="status" data-live-said data-changed={words.changed} />
      <p data-live-again hidden>
        <a href={address}>{words.lookAgain}</a>
      </p>
      <p class="without-script no-print">
        <a href={address}>{words.refresh}</a>
        {children}
      </p>
    </>
  )
}
