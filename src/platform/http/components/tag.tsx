import type { PropsWithChildren } from 'hono/jsx'

/** Blue: under way; green: done; yellow: asks for attention; red: wrong or late; grey: not yet. */
export type TagColour = 'blue' | 'green' | 'yellow' | 'red' | 'grey'

interface TagProps {
  readonly colour: TagColour
  /** On a page that moves along: which of its facts the tag shows. */
  readonly live?: string | undefined
}

export function Tag({ colour, live, children }: PropsWithChildren<TagProps>) {
  return (
    <strong class={`govuk-tag govuk-tag--${colour}`} {...(live && { 'data-live': live })}>
      {children}
    </strong>
  )
}
