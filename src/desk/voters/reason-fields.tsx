import { type FieldErrors, Select, TextField } from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { texts } from './search-texts.nl.ts'

const longest = 200

/** Why somebody looks for a voter: one of the usual reasons, or another in their own words. */
export function ReasonFields({ form, errors }: { form: TypedForm; errors: FieldErrors }) {
  const choices = [
    { value: '', label: '–' },
    ...Object.values(texts.reasons).map((label) => ({ value: label, label })),
  ]
  return (
    <>
      <Select
        {...{ name: 'reden', label: texts.reason, hint: texts.reasonHint, choices }}
        value={form.text('reden')}
        error={errors.reden}
      />
      <TextField name="andere" label={texts.reasonOther} value={form.text('andere')} maxlength={longest} />
    </>
  )
}

/** The reason as it is kept; empty when none was given. */
export function reasonFrom(form: TypedForm): string {
  return [form.text('reden'), form.text('andere')].filter(Boolean).join(': ').slice(0, longest)
}
