import type { PropsWithChildren } from 'hono/jsx'
import { showingOf } from './embedding/showing.ts'
import type { Portal } from './portal.ts'

/** A link to somebody else's site, which is not told from which page of ours. Within a frame it opens beside: no other site is shown there. */
export function Elsewhere({
  portal: { context, deps },
  href,
  children,
}: PropsWithChildren<{ portal: Portal; href: string }>) {
  const target = showingOf(context, deps.config) === 'frame' ? '_blank' : undefined
  return (
    <a href={href} target={target} rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
    </a>
  )
}
