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
  errorWord,
  limit,
}: FieldTexts & {
  name: string
  accept?: string
  /** Told before the file is sent, where there is script; the server holds to it anyway. */
  limit?: { readonly bytes: number; readonly tooLarge: string }
}) {
  const described = describedBy(name, { hint, error })
  return (
    <FormGroup {...{ id: name, hint, error, errorWord }} heading={<Label id={name}>{label}</Label>}>
      <div
        class="drop"
        data-drop
        {...(limit && { 'data-most-bytes': limit.bytes, 'data-too-large': limit.tooLarge })}
      >
        <input
          class={error ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
          {...{ id: name, name, type: 'file', ...(accept && { accept }) }}
          {...(described && { 'aria-describedby': described })}
        />
      </div>
    </FormGroup>
  )
}
