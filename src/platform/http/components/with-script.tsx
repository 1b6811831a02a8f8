import type { PropsWithChildren } from 'hono/jsx'

/** A sentence that holds only where a script runs; where none does it is not shown. */
export function WithScript({ children }: PropsWithChildren) {
  return <span class="with-script">{children}</span>
}

/** A sentence for where none runs. */
export function WithoutScript({ children }: PropsWithChildren) {
  return <span class="without-script">{children}</span>
}
