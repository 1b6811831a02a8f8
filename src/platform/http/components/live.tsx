import type { PropsWithChildren } from 'hono/jsx'

/** What is under way: with script it is asked again every two seconds; when it is over the browser goes along. */
export function Live({ children }: PropsWithChildren) {
  return (
    <div data-refresh aria-live="polite">
      {children}
    </div>
  )
}
