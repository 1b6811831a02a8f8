import { FieldSet, type FieldTexts } from './form-group.tsx'

export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

const parts = [
  ['day', 'Dag', 2],
  ['month', 'Maand', 2],
  ['year', 'Jaar', 4],
] as const

interface DateFieldProps extends FieldTexts {
  readonly name: string
  readonly value?: TypedDate | undefined
  /** What day, month and year are called, on a page that is not Dutch. */
  readonly partLabels?: readonly string[] | undefined
}

/** A day in three fields: `NAME-day`, `NAME-month`, `NAME-year`. The first has the field's own id. */
export function DateField({ name, value, partLabels, ...texts }: DateFieldProps) {
  return (
    <FieldSet id={name} {...texts}>
      <div class="govuk-date-input">
        {parts.map(([part, label, width], place) => {
          const id = part === 'day' ? name : `${name}-${part}`
          return (
            <div class="govuk-date-input__item">
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={id}>
                  {partLabels?.[place] ?? label}
                </label>
                <input
                  class={`govuk-input govuk-date-input__input govuk-input--width-${width}${texts.error ? ' govuk-input--error' : ''}`}
                  {...{ id, name: `${name}-${part}`, type: 'text', inputmode: 'numeric', maxlength: width }}
                  value={value?.[part] ?? ''}
                />
              </div>
            </div>
          )
        })}
      </div>
    </FieldSet>
  )
}

/** The day that was typed, as `yyyy-mm-dd`; `undefined` when there is no such day. */
export function dayTyped({ day, month, year }: TypedDate): string | undefined {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? text : undefined
}
