import type { PropsWithChildren } from 'hono/jsx'

/** Blue: under way; green: done; yellow: asks for attention; red: wrong or late; grey: not yet. */
export type TagColour = 'blue' | 'green' | 'yellow' | 'red' | 'grey'

export function Tag({ colour, children }: PropsWithChildren<{ colour: TagColour }>) {
  return <strong class={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
}
