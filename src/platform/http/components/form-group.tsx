import type { Child, PropsWithChildren } from 'hono/jsx'

/** What every field may say about itself. */
export interface FieldTexts {
  readonly label: string
  readonly hint?: Child | undefined
  /** What is wrong with what was typed, as a sentence. */
  readonly error?: string | undefined
  /** Said before what is wrong, on a page that is not Dutch. */
  readonly errorWord?: string | undefined
}

/** The ids of hint and error, for `aria-describedby`; nothing when there is neither. */
export function describedBy(id: string, { hint, error }: Omit<FieldTexts, 'label'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

/** The frame of a field: its error stands between the hint and what is typed. */
export function FormGroup({
  id,
  hint,
  error,
  errorWord = 'Fout',
  children,
  heading,
}: PropsWithChildren<{ id: string; heading?: Child } & Omit<FieldTexts, 'label'>>) {
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      {heading}
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{errorWord}:</span> {error}
        </p>
      )}
      {children}
    </div>
  )
}

export function Label({ id, children }: PropsWithChildren<{ id: string }>) {
  return (
    <label class="govuk-label" for={id}>
      {children}
    </label>
  )
}

/** A group of fields with one question above them; `large` where a long form has parts. */
export function FieldSet({
  id,
  label,
  hint,
  error,
  errorWord = 'Fout',
  large = false,
  children,
}: PropsWithChildren<{ id: string; large?: boolean } & FieldTexts>) {
  const described = describedBy(id, { hint, error })
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <fieldset class="govuk-fieldset" {...(described && { 'aria-describedby': described })}>
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${large ? 'm' : 's'}`}>{label}</legend>
        {hint && (
          <div id={`${id}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        {error && (
          <p id={`${id}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">{errorWord}:</span> {error}
          </p>
        )}
        {children}
      </fieldset>
    </div>
  )
}
