import type { StaffMember } from '../../municipalities/index.ts'
import {
  Button,
  DateField,
  type FieldErrors,
  Form,
  Select,
  TextField,
} from '../../platform/http/components/index.ts'
import { type Desk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { typedDate } from '../typed-day.ts'
import type { KnownPeople } from './known-people.ts'
import { texts } from './texts.nl.ts'

const words = texts.name

interface Props {
  readonly desk: Desk
  readonly people: KnownPeople
  readonly errors: FieldErrors
}

/** Names a deputy: for oneself, or for anybody who releases by who manages the staff. */
export function DeputyForm({ desk, people, errors }: Props) {
  const { form, csrf } = desk
  const isForAnother = may(desk, 'staff.manage')
  if (!isForAnother && !may(desk, 'letters.release')) return <p>{words.noRight}</p>
  if (people.releasers.length === 0 && isForAnother) return <p>{texts.releasers.empty}</p>
  if (people.candidates.length === 0) return <p>{words.nobodyFits}</p>
  const choicesOf = (members: readonly StaffMember[]) => [
    { value: '', label: words.choose },
    ...members.map((one) => ({ value: one.staffId, label: people.labelOf(one) })),
  ]
  const field = (name: string) => form.text(name)
  return (
    <Form csrf={csrf} action={isForAnother ? paths.nameDeputy() : paths.nameOwnDeputy()}>
      <p>{isForAnother ? words.another : words.own}</p>
      {isForAnother && (
        <Select
          name="afwezig"
          label={words.absent}
          choices={choicesOf(people.releasers)}
          value={form.text('afwezig')}
          error={errors.afwezig}
        />
      )}
      <Select
        name="vervanger"
        label={words.deputy}
        hint={words.deputyHint}
        choices={choicesOf(people.candidates)}
        value={form.text('vervanger')}
        error={errors.vervanger}
      />
      <DateField name="van" label={words.from} value={typedDate(field, 'van')} error={errors.van} />
      <DateField
        name="tot"
        label={words.until}
        hint={words.untilHint}
        value={typedDate(field, 'tot')}
        error={errors.tot}
      />
      <TextField
        name="reden"
        label={words.reason}
        hint={words.reasonHint}
        value={form.text('reden')}
        error={errors.reden}
        maxlength={200}
      />
      <Button>{words.button}</Button>
    </Form>
  )
}
