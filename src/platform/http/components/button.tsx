import type { PropsWithChildren } from 'hono/jsx'

const kinds = {
  primary: '',
  secondary: ' govuk-button--secondary',
  warning: ' govuk-button--warning',
} as const
export type ButtonKind = keyof typeof kinds

/** Sends the form it stands in; `name` and `value` tell the server which of several it was. */
export function Button(
  props: PropsWithChildren<{ kind?: ButtonKind; name?: string; value?: string; disabled?: boolean }>,
) {
  const { kind = 'primary', children, ...rest } = props
  return (
    <button type="submit" class={`govuk-button${kinds[kind]}`} {...rest}>
      {children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere, and changes nothing. */
export function ButtonLink({
  href,
  kind = 'primary',
  children,
}: PropsWithChildren<{ href: string; kind?: ButtonKind }>) {
  return (
    <a class={`govuk-button${kinds[kind]}`} href={href} draggable={false}>
      {children}
    </a>
  )
}

export function ButtonGroup({ children }: PropsWithChildren) {
  return <div class="govuk-button-group">{children}</div>
}
