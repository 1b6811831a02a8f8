import {
  changeTraining,
  loadBureauRules,
  longestOfTraining,
  makeTraining,
  type TrainingPlan,
  type TrainingRefusal,
} from '../../../bureaus/index.ts'
import { dayInBelgium } from '../../../platform/dates.ts'
import {
  Button,
  Checkboxes,
  DateField,
  type FieldErrors,
  Form,
  Inset,
  TextField,
} from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { typedDate, typedDateOf } from '../../typed-day.ts'
import { hourOf } from '../day/day-text.ts'
import { kinds, roles } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'
import { lastDayOf } from './training-text.ts'
import { typedTraining } from './typed-training.ts'
import { addressOf, type TrainingDesk, trailOf } from './with-training.ts'

const words = texts.form

/** What the law says of whom is taught, and the fields; below a training that is there, filled with it. */
export function showNewTraining(desk: ElectionDesk, errors: FieldErrors = {}) {
  const rule = loadBureauRules(desk.election.ruleset).training
  const { by, roles: taught } = rule.value
  const lead = by === 'canton' ? words.byCanton : words.byMunicipality
  return showPage(
    desk,
    { title: words.titleNew, caption: desk.election.name, trail: trailOf(desk), errors },
    <>
      <p class="desk-lead">{lead(rule.source)}</p>
      <Fields {...{ desk, errors }} kept={{ kinds: ['POLLING'], roles: taught }} />
    </>,
  )
}

export function showChangeTraining(desk: TrainingDesk, errors: FieldErrors = {}) {
  const { training, election } = desk
  return showPage(
    desk,
    { title: words.titleChange, caption: election.name, trail: trailOf(desk, training), errors },
    <>
      {training.enrolled > 0 && <Inset>{words.tell(training.enrolled)}</Inset>}
      <Fields {...{ desk, errors, kept: training }} version={training.version} />
    </>,
  )
}

interface FieldsProps {
  readonly desk: ElectionDesk
  readonly errors: FieldErrors
  readonly kept: Partial<TrainingPlan> & Pick<TrainingPlan, 'kinds' | 'roles'>
  readonly version?: number
}

function Fields({ desk: { csrf, form }, errors, kept, version }: FieldsProps) {
  const isTyped = form.has('naam')
  const field = (name: string, value: string | undefined) => ({
    ...{ name, error: errors[name] },
    value: isTyped ? form.text(name) : value,
  })
  const choices = (name: string, values: readonly string[]) => ({
    ...{ name, error: errors[name] },
    values: isTyped ? form.all(name) : values,
  })
  const day = (name: string, value: string | undefined) => ({
    ...{ name, error: errors[name] },
    value: isTyped ? typedDate((one) => form.text(one), name) : value ? typedDateOf(value) : undefined,
  })
  const { title, startsAt, endsAt, place, link, capacity, enrolUntil } = kept
  return (
    <Form csrf={csrf}>
      {version !== undefined && <input type="hidden" name="stand" value={String(version)} />}
      <TextField
        {...{ ...field('naam', title), label: words.name, hint: words.nameHint }}
        maxlength={longestOfTraining.title}
      />
      <Checkboxes {...{ ...choices('bureaus', kept.kinds), label: words.kinds, choices: kindChoices }} />
      <Checkboxes {...{ ...choices('functies', kept.roles), label: words.roles, choices: roleChoices }} />
      <DateField {...{ ...day('dag', startsAt && dayInBelgium(startsAt)), label: words.day }} />
      <TextField
        {...{ ...field('van', startsAt && hourOf(startsAt)), label: words.from, hint: words.hourHint }}
        width={5}
      />
      <TextField {...{ ...field('tot', endsAt && hourOf(endsAt)), label: words.until, width: 5 }} />
      <TextField
        {...{ ...field('plaats', place ?? ''), label: words.place, hint: words.placeHint }}
        maxlength={longestOfTraining.place}
      />
      <TextField
        {...{ ...field('adres', link ?? ''), label: words.link, hint: words.linkHint, type: 'url' }}
        maxlength={longestOfTraining.link}
      />
      <TextField
        {...{ ...field('plaatsen', capacity?.toString()), label: words.capacity }}
        {...{ inputmode: 'numeric', width: 4, maxlength: 4 }}
      />
      <DateField
        {...{
          ...day('laatste', enrolUntil && lastDayOf({ enrolUntil })),
          label: words.last,
          hint: words.lastHint,
        }}
      />
      <Button>{words.save}</Button>
    </Form>
  )
}

const kindChoices = Object.entries(kinds).map(([value, label]) => ({ value, label }))
const roleChoices = Object.entries(roles).map(([value, label]) => ({ value, label }))

export async function makeOne(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const typed = typedTraining(form)
  if (!typed.ok) return showNewTraining(desk, typed.errors)
  const made = await makeTraining(deps, { election, plan: typed.plan, by: staff.staffId })
  if (!made.ok) return showNewTraining(desk, errorOf(made.because))
  const { trainingId: training } = made
  return seeOther(desk, paths.training({ election: election.code, training }), 'training-made')
}

export async function changeOne(desk: TrainingDesk): Promise<Response> {
  const { deps, election, staff, form, training } = desk
  const typed = typedTraining(form)
  if (!typed.ok) return showChangeTraining(desk, typed.errors)
  const changed = await changeTraining(deps, {
    ...{ election, trainingId: training.trainingId, plan: typed.plan, by: staff.staffId },
    version: Number(form.text('stand')),
  })
  if (!changed.ok) return showChangeTraining(desk, errorOf(changed.because))
  const hasToTell = changed.isElsewhere && training.enrolled + training.waiting > 0
  const here = paths.training(addressOf(desk))
  return seeOther(desk, here, hasToTell ? 'training-moved' : 'training-changed')
}

const fields: Readonly<Partial<Record<TrainingRefusal, string>>> = {
  'kinds-missing': 'bureaus',
  'roles-missing': 'functies',
  'ends-before-it-starts': 'tot',
  'enrol-after-it-starts': 'laatste',
  nowhere: 'plaats',
  'number-in-text': 'plaats',
  'link-wrong': 'adres',
  'capacity-wrong': 'plaatsen',
  'more-enrolled-than-places': 'plaatsen',
  'starts-in-the-past': 'dag',
}

const errorOf = (because: TrainingRefusal): FieldErrors => ({
  [fields[because] ?? 'naam']: texts.because[because],
})
