import type { Desk } from '../desk.ts'
import { texts } from './texts.nl.ts'

/** The form that signs, in which the ticks of the table stand. */
export const signingForm = 'teken-formulier'

/** Says that the form was sent: of a form in which nobody is ticked nothing else is. */
const wasSent = 'getekend'

export const SigningSent = () => <input type="hidden" name={wasSent} value="ja" />

/** Who was ticked when the form was sent; absent: everybody on the page, as before anything is sent. */
export function tickedIn({
  form,
  isFormKept,
}: Pick<Desk, 'form' | 'isFormKept'>): readonly string[] | undefined {
  if (form.has('voordracht')) return isFormKept ? undefined : form.all('voordracht')
  return form.has(wasSent) ? [] : undefined
}

interface Props {
  readonly value: string
  readonly who: string
  /** As it was sent; absent: nothing was sent yet, and everybody is ticked. */
  readonly sent?: readonly string[] | undefined
}

/** A tick of the table that belongs to the form under it: whoever is not ticked is not signed for. */
export function TickProposal({ value, who, sent }: Props) {
  const id = `teken-${value.split(' ').join('-')}`
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          {...{ id, type: 'checkbox', name: 'voordracht', value, form: signingForm }}
          checked={sent === undefined || sent.includes(value)}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">{texts.proposals.tick(who)}</span>
        </label>
      </div>
    </div>
  )
}
