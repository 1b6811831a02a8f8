import type { PropsWithChildren } from 'hono/jsx'

/** The field that shows that a form came from our own page. */
export const csrfField = '_csrf'

/**
 * A form that changes something. The token stands first, so that an upload is refused before its file is read.
 * Without `action` it goes to the address of its page. `newWindow`: the answer is for printing, and the page stays.
 */
export function Form({
  csrf,
  action,
  upload = false,
  newWindow = false,
  children,
}: PropsWithChildren<{ csrf: string; action?: string; upload?: boolean; newWindow?: boolean }>) {
  return (
    <form
      method="post"
      novalidate
      {...(action && { action })}
      {...(newWindow && { target: '_blank' })}
      {...(upload && { enctype: 'multipart/form-data' as const })}
    >
      <input type="hidden" name={csrfField} value={csrf} />
      {children}
    </form>
  )
}
