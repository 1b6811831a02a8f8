import {
  type ApplicationFaults,
  longestOfApplication,
  offerAtCounter,
  readApplication,
  trainingTimes,
  volunteerFunctions,
} from '../../../bureaus/index.ts'
import { dayInBelgium } from '../../../platform/dates.ts'
import {
  Button,
  Checkboxes,
  DateField,
  dayTyped,
  type FieldErrors,
  Form,
  Radios,
  Select,
  TextField,
} from '../../../platform/http/components/index.ts'
import { isLanguage, languages } from '../../../platform/language.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { typedDate } from '../../typed-day.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.fresh

/** Writes down who came to the counter to offer to sit. */
export function showNew(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election } = desk
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.volunteers({ election: election.code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Form csrf={desk.csrf}>
        <Who {...{ desk, errors }} />
        <What {...{ desk, errors }} />
        <Button>{words.button}</Button>
      </Form>
    </>,
  )
}

interface Part {
  readonly desk: ElectionDesk
  readonly errors: FieldErrors
}

function fieldOf({ desk, errors }: Part) {
  return (name: string) => ({ name, value: desk.form.text(name), error: errors[name] })
}

function Who(props: Part) {
  const { desk, errors } = props
  const field = fieldOf(props)
  const { name: maxlength } = longestOfApplication
  return (
    <>
      <TextField {...{ ...field('familienaam'), label: words.lastName, maxlength }} />
      <TextField {...{ ...field('voornamen'), label: words.firstNames, maxlength }} />
      <DateField
        {...{ name: 'geboortedatum', label: words.birthDate, error: errors.geboortedatum }}
        value={typedDate((name) => desk.form.text(name), 'geboortedatum')}
      />
      <TextField
        {...{ ...field('nummer'), label: words.number, hint: words.numberHint, inputmode: 'numeric' }}
        {...{ width: 20, maxlength: 20 }}
      />
      <TextField
        {...{ ...field('mail'), label: words.email, hint: words.emailHint, type: 'email', maxlength: 254 }}
      />
      <TextField {...{ ...field('telefoon'), label: words.phone, type: 'tel', maxlength: 30 }} />
    </>
  )
}

function What(props: Part) {
  const { desk, errors } = props
  const field = fieldOf(props)
  const { yes, no } = texts.one
  return (
    <>
      <Checkboxes
        {...{ name: 'functies', label: words.functions, error: errors.functies }}
        values={desk.form.all('functies')}
        choices={volunteerFunctions.map((value) => ({ value, label: texts.functions[value] }))}
      />
      <TextField {...{ ...field('wens'), label: words.wish, maxlength: longestOfApplication.wish }} />
      <Radios
        {...{ ...field('ervaring'), label: words.satBefore, inline: true }}
        choices={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
      <Checkboxes
        {...{ name: 'opleiding', label: words.training, values: desk.form.all('opleiding') }}
        choices={trainingTimes.map((value) => ({ value, label: texts.training[value] }))}
      />
      <Select
        {...{ ...field('taal'), label: words.language }}
        choices={languages.map((value) => ({ value, label: texts.languages[value] }))}
      />
    </>
  )
}

export async function recordNew(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const now = deps.clock.now()
  if (election.pollingDay < dayInBelgium(now)) return showNew(desk, { familienaam: words.faults.closed })
  const typed = {
    ...{ nationalNumber: form.text('nummer'), lastName: form.text('familienaam') },
    ...{ firstNames: form.text('voornamen'), email: form.text('mail'), phone: form.text('telefoon') },
    birthDate: dayTyped(typedDate((name) => form.text(name), 'geboortedatum')),
    ...{ wish: form.text('wens'), satBefore: form.text('ervaring') },
    ...{ functions: form.all('functies'), training: form.all('opleiding') },
  }
  const read = readApplication(typed, { numbers: deps.numbers, now, mailsLeave: true })
  if (!read.ok) return showNew(desk, errorsOf(read.faults))
  const language = form.text('taal')
  const volunteer = await offerAtCounter(deps, {
    ...{ election, application: read.application, by: staff.staffId },
    language: isLanguage(language) ? language : 'nl',
  })
  return seeOther(desk, paths.volunteer({ election: election.code, volunteer }), 'volunteer-recorded')
}

function errorsOf(faults: ApplicationFaults): FieldErrors {
  const { byNumber } = bureauTexts.propose
  const said = words.faults
  return {
    ...(faults.lastName && { familienaam: said.lastName }),
    ...(faults.birthDate && { geboortedatum: said.birthDate }),
    ...(faults.nationalNumber && { nummer: byNumber[faults.nationalNumber] }),
    ...(faults.email && { mail: said.email }),
    ...(faults.phone && { telefoon: faults.phone === 'missing' ? said.reach : said.phone }),
    ...(faults.functions && { functies: said.functions }),
    ...(faults.wish && { wens: said.number }),
    ...(faults.satBefore && { ervaring: said.satBefore }),
  }
}
