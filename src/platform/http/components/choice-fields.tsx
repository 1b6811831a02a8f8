import type { Child } from 'hono/jsx'
import { describedBy, FieldSet, type FieldTexts, FormGroup, Label } from './form-group.tsx'

export interface Choice {
  readonly value: string
  readonly label: Child
  readonly hint?: Child | undefined
}

interface ChoiceProps extends FieldTexts {
  readonly name: string
  readonly choices: readonly Choice[]
  /** On one line, for two or three short answers. */
  readonly inline?: boolean
}

/** One answer of a few. The first one bears the name of the field as its id, for the error summary. */
export function Radios({ value, ...props }: ChoiceProps & { value?: string | undefined }) {
  return <Choices kind="radios" type="radio" isChosen={(one) => one === value} {...props} />
}

/** Any number of answers. */
export function Checkboxes({ values = [], ...props }: ChoiceProps & { values?: readonly string[] }) {
  return <Choices kind="checkboxes" type="checkbox" isChosen={(one) => values.includes(one)} {...props} />
}

function Choices(
  props: ChoiceProps & {
    kind: 'radios' | 'checkboxes'
    type: 'radio' | 'checkbox'
    isChosen: (value: string) => boolean
  },
) {
  const { kind, type, isChosen, name, choices, inline, ...texts } = props
  return (
    <FieldSet id={name} {...texts}>
      <div class={`govuk-${kind}${inline ? ` govuk-${kind}--inline` : ''}`}>
        {choices.map(({ value, label, hint }, place) => {
          const id = place === 0 ? name : `${name}-${place + 1}`
          return (
            <div class={`govuk-${kind}__item`}>
              <input
                class={`govuk-${kind}__input`}
                {...{ id, name, type, value, checked: isChosen(value) }}
                {...(hint && { 'aria-describedby': `${id}-item-hint` })}
              />
              <label class={`govuk-label govuk-${kind}__label`} for={id}>
                {label}
              </label>
              {hint && (
                <div id={`${id}-item-hint`} class={`govuk-hint govuk-${kind}__hint`}>
                  {hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </FieldSet>
  )
}

/** One answer of many, as a list that opens. Prefer radios for fewer than eight. */
export function Select({
  name,
  choices,
  value,
  label,
  hint,
  error,
}: ChoiceProps & { value?: string | undefined }) {
  const described = describedBy(name, { hint, error })
  return (
    <FormGroup id={name} hint={hint} error={error} heading={<Label id={name}>{label}</Label>}>
      <select
        class={error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        {...{ id: name, name }}
        {...(described && { 'aria-describedby': described })}
      >
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
