import type { PropsWithChildren } from 'hono/jsx'

/** What not everybody needs to read. */
export function Details({
  summary,
  open = false,
  children,
}: PropsWithChildren<{ summary: string; open?: boolean }>) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
