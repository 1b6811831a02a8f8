import type { Child, PropsWithChildren } from 'hono/jsx'
import type { DeedKind } from '../../bureaus/index.ts'
import { Form } from '../../platform/http/components/index.ts'
import { newId } from '../../platform/ids.ts'
import { paths } from '../paths.ts'
import type { ChairVisit } from './chair-door.ts'

interface DeedFormProps {
  readonly visit: ChairVisit
  readonly kind: DeedKind
  /** What the deed is about, as hidden fields. */
  readonly about?: Readonly<Record<string, string>>
}

/**
 * One deed as a form. Its id is made here, so that the form sent twice is one deed; a script sends the moment along, for when it
 * reaches us later.
 */
export function DeedForm({ visit, kind, about = {}, children }: PropsWithChildren<DeedFormProps>) {
  const fields = { id: newId<string>(), kind, ...about }
  return (
    <Form csrf={visit.csrf} action={paths.bureauDay()}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  )
}

/** A button as wide as the telephone. */
export function WideButton({ kind, children }: { kind?: 'secondary' | 'warning'; children: Child }) {
  return (
    <button type="submit" class={`govuk-button bureau-wide${kind ? ` govuk-button--${kind}` : ''}`}>
      {children}
    </button>
  )
}
