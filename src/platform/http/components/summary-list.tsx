import type { Child } from 'hono/jsx'

export interface Fact {
  readonly name: string
  readonly value: Child
  /** What can be done about it; `about` makes the link's purpose clear out of its place. */
  readonly action?: { readonly href: string; readonly text: string; readonly about: string } | undefined
}

/** Facts under each other: a name, a value, and perhaps a link to change it. */
export function SummaryList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="govuk-summary-list">
      {facts.map(({ name, value, action }) => (
        <div class={`govuk-summary-list__row${action ? '' : ' govuk-summary-list__row--no-actions'}`}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link" href={action.href}>
                {action.text}
                <span class="govuk-visually-hidden"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
