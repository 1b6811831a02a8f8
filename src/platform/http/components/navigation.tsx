export interface Link {
  readonly href: string
  readonly text: string
}

/** From the start to the page above this one. */
export function Breadcrumbs({ trail }: { trail: readonly Link[] }) {
  if (trail.length === 0) return null
  return (
    <nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label="Kruimelpad">
      <ol class="govuk-breadcrumbs__list">
        {trail.map(({ href, text }) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Instead of breadcrumbs, inside a task of several pages. */
export function BackLink({ href, text = 'Terug' }: { href: string; text?: string }) {
  return (
    <a href={href} class="govuk-back-link">
      {text}
    </a>
  )
}

/** Views of one subject beside each other, each a page with an address of its own. */
export function SubNavigation({
  links,
  current,
  label,
}: {
  links: readonly Link[]
  current: string
  label: string
}) {
  return (
    <nav class="moj-sub-navigation" aria-label={label}>
      <ul class="moj-sub-navigation__list">
        {links.map(({ href, text }) => (
          <li class="moj-sub-navigation__item">
            <a
              class="moj-sub-navigation__link"
              href={href}
              {...(href === current && { 'aria-current': 'page' as const })}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
