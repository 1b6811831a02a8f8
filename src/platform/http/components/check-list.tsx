import type { Child } from 'hono/jsx'

const signs = { right: '✓', unsure: '!', wrong: '✗' } as const

export interface Checked {
  readonly outcome: keyof typeof signs
  /** The outcome in a word, for who does not see the sign. */
  readonly said: string
  readonly title: string
  readonly note: string
  /** What was found, and what to do. */
  readonly more?: Child | undefined
}

/** What was checked, each with its sign; what was found stands below it. */
export function CheckList({ checks }: { checks: readonly Checked[] }) {
  return (
    <ul class="check-list">
      {checks.map(({ outcome, said, title, note, more }) => (
        <li class={`is-${outcome}`}>
          <span class="sign" aria-hidden="true">
            {signs[outcome]}
          </span>
          <div>
            <strong>
              <span class="govuk-visually-hidden">{said}: </span>
              {title}
            </strong>
            <span class="quiet">{note}</span>
            {more}
          </div>
        </li>
      ))}
    </ul>
  )
}
