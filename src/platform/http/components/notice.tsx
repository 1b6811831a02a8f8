import type { PropsWithChildren } from 'hono/jsx'

const kinds = {
  success: { look: ' govuk-notification-banner--success', title: 'Gelukt' },
  information: { look: '', title: 'Goed om te weten' },
} as const

/** A banner above a page: something that just happened, or that concerns the whole page. One on a page. */
export function Notice({
  kind = 'information',
  title = kinds[kind].title,
  children,
}: PropsWithChildren<{ kind?: keyof typeof kinds; title?: string }>) {
  const { look } = kinds[kind]
  return (
    <section class={`govuk-notification-banner${look}`} aria-labelledby="notice-title">
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="notice-title">
          {title}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">{children}</div>
    </section>
  )
}

/** What can't be taken back, or has consequences: beside the button that does it. */
export function Warning({ children }: PropsWithChildren) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Let op:</span> {children}
      </strong>
    </div>
  )
}

/** The end of a task that went well, in large. It holds the page's first heading. */
export function DonePanel({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{title}</h1>
      <div class="govuk-panel__body">{children}</div>
    </div>
  )
}

/** Quieter than a banner: something to know, in the course of the page. */
export function Inset({ children }: PropsWithChildren) {
  return <div class="govuk-inset-text">{children}</div>
}
