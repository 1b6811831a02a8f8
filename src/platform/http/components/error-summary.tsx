/** What is wrong with a form: the name of a field → a sentence. */
export type FieldErrors = Readonly<Record<string, string>>

/** Stands above the form, and each line leads to its field. Nothing when nothing is wrong. */
export function ErrorSummary({
  errors,
  title = 'Dit klopt nog niet',
}: {
  errors: FieldErrors
  /** On a page that is not Dutch. */
  title?: string
}) {
  const lines = Object.entries(errors)
  if (lines.length === 0) return null
  return (
    <div class="govuk-error-summary" tabindex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {lines.map(([field, sentence]) => (
              <li>
                <a href={`#${field}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
