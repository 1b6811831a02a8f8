import { longestOfApplication, trainingTimes, volunteerFunctions } from '../../bureaus/index.ts'
import {
  Checkboxes,
  DateField,
  type FieldErrors,
  Radios,
  TextField,
} from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import type { Texts } from './texts.ts'

interface FieldsProps {
  readonly form: TypedForm
  readonly errors: FieldErrors
  readonly words: Texts
  readonly mailsLeave: boolean
  readonly errorWord: string
}

/** Who somebody is, how they are reached, and what they offer. */
export function FormFields(props: FieldsProps) {
  const { words } = props
  return (
    <>
      <h2>{words.who}</h2>
      <Who {...props} />
      <h2>{words.reach}</h2>
      <Reach {...props} />
      <h2>{words.what}</h2>
      <What {...props} />
    </>
  )
}

function fieldOf({ form, errors, errorWord }: FieldsProps) {
  return (name: string) => ({ name, value: form.text(name), error: errors[name], errorWord })
}

function Who(props: FieldsProps) {
  const { form, errors, words, errorWord } = props
  const field = fieldOf(props)
  const { name: maxlength } = longestOfApplication
  const part = (name: string) => form.text(`geboortedatum-${name}`)
  return (
    <>
      <TextField
        {...{ ...field('familienaam'), label: words.lastName, maxlength, autocomplete: 'family-name' }}
      />
      <TextField
        {...{ ...field('voornamen'), label: words.firstNames, maxlength, autocomplete: 'given-name' }}
      />
      <DateField
        {...{ name: 'geboortedatum', label: words.birthDate, hint: words.birthDateHint, errorWord }}
        {...{ error: errors.geboortedatum, partLabels: words.dateParts }}
        value={{ day: part('day'), month: part('month'), year: part('year') }}
      />
      <TextField
        {...{ ...field('nummer'), label: words.nationalNumber, hint: words.nationalNumberHint }}
        {...{ inputmode: 'numeric', width: 20, maxlength: 20 }}
      />
    </>
  )
}

function Reach(props: FieldsProps) {
  const { words, mailsLeave } = props
  const field = fieldOf(props)
  return (
    <>
      <TextField
        {...{ ...field('mail'), label: words.email, type: 'email', autocomplete: 'email', maxlength: 254 }}
        hint={mailsLeave ? words.emailHint : words.emailHintNoMail}
      />
      <TextField
        {...{ ...field('telefoon'), label: words.phone, type: 'tel', autocomplete: 'tel', maxlength: 30 }}
        hint={mailsLeave ? words.phoneHint : undefined}
      />
    </>
  )
}

function What(props: FieldsProps) {
  const { form, errors, words, errorWord } = props
  const field = fieldOf(props)
  return (
    <>
      <Checkboxes
        {...{ name: 'functies', label: words.functions, hint: words.functionsHint, errorWord }}
        {...{ error: errors.functies, values: form.all('functies') }}
        choices={volunteerFunctions.map((value) => ({ value, label: words.functionNames[value] }))}
      />
      <TextField
        {...{
          ...field('wens'),
          label: words.wish,
          hint: words.wishHint,
          maxlength: longestOfApplication.wish,
        }}
      />
      <Radios
        {...{ ...field('ervaring'), label: words.satBefore, inline: true }}
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
      />
      <Checkboxes
        {...{ name: 'opleiding', label: words.training, values: form.all('opleiding') }}
        choices={trainingTimes.map((value) => ({ value, label: words.trainingTimes[value] }))}
      />
    </>
  )
}
