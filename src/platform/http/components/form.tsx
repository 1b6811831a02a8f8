import type { PropsWithChildren } from 'hono/jsx'
import { Button } from './button.tsx'

/** The field that shows that a form came from our own page. */
export const csrfField = '_csrf'

/**
 * A form that changes something. The token stands first, so that an upload is refused before its file is read.
 * Without `action` it goes to the address of its page. `newWindow`: the answer is for printing, and the page stays.
 */
export function Form({
  id,
  csrf,
  action,
  upload = false,
  newWindow = false,
  children,
}: PropsWithChildren<{ id?: string; csrf: string; action?: string; upload?: boolean; newWindow?: boolean }>) {
  return (
    <form
      method="post"
      novalidate
      {...(id && { id })}
      {...(action && { action })}
      {...(newWindow && { target: '_blank' })}
      {...(upload && { enctype: 'multipart/form-data' as const })}
    >
      <input type="hidden" name={csrfField} value={csrf} />
      {children}
    </form>
  )
}

/**
 * A form that changes nothing: what is chosen stands in the address, so it holds no name and no number of a person.
 * `clear` is the address without any choice.
 */
export function FilterForm({
  label,
  button,
  clear,
  children,
}: PropsWithChildren<{ label: string; button: string; clear: string }>) {
  return (
    <search>
      <form method="get" class="filter" aria-label={label} novalidate>
        <div class="filter-fields">{children}</div>
        <div class="govuk-button-group">
          <Button kind="secondary">{button}</Button>
          <a class="govuk-link" href={clear}>
            Wis de keuze
          </a>
        </div>
      </form>
    </search>
  )
}
