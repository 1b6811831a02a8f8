import { describedBy, type FieldTexts, FormGroup, Label } from './form-group.tsx'

/**
 * A file, chosen or dropped into the frame. Its form is a `Form` with `upload`, and its route line says `upload`
 * too: the file is then read as it comes in, never whole in memory.
 */
export function FileField({
  name,
  accept,
  label,
  hint,
  error,
}: FieldTexts & { name: string; accept?: string }) {
  const described = describedBy(name, { hint, error })
  return (
    <FormGroup id={name} hint={hint} error={error} heading={<Label id={name}>{label}</Label>}>
      <div class="drop" data-drop>
        <input
          class={error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
          {...{ id: name, name, type: 'file', ...(accept && { accept }) }}
          {...(described && { 'aria-describedby': described })}
        />
      </div>
    </FormGroup>
  )
}
