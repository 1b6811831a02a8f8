import { describedBy, type FieldTexts, FormGroup, Label } from './form-group.tsx'

interface TypedField extends FieldTexts {
  readonly name: string
  /** What was typed before: on an error, or before a session ended. */
  readonly value?: string | undefined
}

interface TextFieldProps extends TypedField {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined
  /** `numeric` for list numbers and national numbers: never type=number. */
  readonly inputmode?: 'numeric' | 'decimal' | undefined
  readonly autocomplete?: string | undefined
  readonly maxlength?: number | undefined
  /** In characters. */
  readonly width?: 2 | 4 | 5 | 10 | 20 | undefined
}

/** One line to type in. Its id is its name, which is where the error summary points. */
export function TextField({
  name,
  label,
  hint,
  error,
  errorWord,
  value,
  width,
  type = 'text',
  ...rest
}: TextFieldProps) {
  const described = describedBy(name, { hint, error })
  const look = ['govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error']
  return (
    <FormGroup
      id={name}
      hint={hint}
      error={error}
      errorWord={errorWord}
      heading={<Label id={name}>{label}</Label>}
    >
      <input
        class={look.filter(Boolean).join(' ')}
        {...{ id: name, name, type, value: value ?? '', autocomplete: 'off', ...rest }}
        {...(described && { 'aria-describedby': described })}
        {...(error && { 'aria-invalid': 'true' })}
      />
    </FormGroup>
  )
}

/** Several lines to type in. */
export function TextArea({
  name,
  label,
  hint,
  error,
  errorWord,
  value,
  rows = 5,
  maxlength,
}: TypedField & {
  rows?: number
  maxlength?: number
}) {
  const described = describedBy(name, { hint, error })
  return (
    <FormGroup {...{ id: name, hint, error, errorWord }} heading={<Label id={name}>{label}</Label>}>
      <textarea
        class={error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        {...{ id: name, name, rows, ...(maxlength && { maxlength }) }}
        {...(described && { 'aria-describedby': described })}
        {...(error && { 'aria-invalid': 'true' })}
      >
        {value ?? ''}
      </textarea>
    </FormGroup>
  )
}
