import { faultOf, type NewSchedule } from '../../delivery/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { dayOf, timeFrom, typedDate, typedDateOf } from '../typed-day.ts'
import { texts } from './schedule-texts.nl.ts'

const { wrong } = texts

type Typed =
  | { readonly ok: true; readonly schedule: NewSchedule | undefined }
  | { readonly ok: false; readonly errors: FieldErrors }

/** The schedule that was typed; day and night is none. */
export function typedSchedule(form: TypedForm, now: Date): Typed {
  const kind = form.text('soort')
  if (kind === 'altijd') return { ok: true, schedule: undefined }
  if (kind !== 'schema') return { ok: false, errors: { soort: wrong.kind } }
  const today = dayInBelgium(now)
  const day = dayOf(typedDate((name) => form.text(name), 'dag'))
  const [from, until] = [timeFrom(form.text('van')), timeFrom(form.text('tot'))]
  const hasHours = form.text('van') !== '' || form.text('tot') !== ''
  const count = form.text('aantal').replaceAll(/[\s.]/g, '')
  const errors: FieldErrors = {
    ...(day === null && { dag: wrong.day }),
    ...(day && day < today && { dag: wrong.past }),
    ...(hasHours && !from && { van: wrong.time }),
    ...(hasHours && !until && { tot: wrong.time }),
    ...(count !== '' && !/^\d{1,9}$/.test(count) && { aantal: wrong.perDay }),
    ...(!day && day !== null && !hasHours && count === '' && { soort: wrong.nothing }),
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const schedule: NewSchedule = {
    startsOn: day ?? today,
    ...(from && until && { hours: { from, until } }),
    ...(count !== '' && { perDay: Number(count) }),
  }
  const fault = faultOf(schedule)
  if (fault === 'hours-wrong') return { ok: false, errors: { tot: wrong.backwards } }
  if (fault === 'per-day-too-small') return { ok: false, errors: { aantal: wrong.perDay } }
  return { ok: true, schedule }
}

/** What the fields show: what was typed, or else the schedule that is kept. */
export function shownFields(form: TypedForm, schedule: NewSchedule | null) {
  if (!form.isEmpty)
    return {
      ...{ kind: form.text('soort'), day: typedDate((name) => form.text(name), 'dag') },
      ...{ from: form.text('van'), until: form.text('tot'), perDay: form.text('aantal') },
    }
  return {
    kind: schedule ? 'schema' : 'altijd',
    day: schedule ? typedDateOf(schedule.startsOn) : undefined,
    from: schedule?.hours?.from ?? '',
    until: schedule?.hours?.until ?? '',
    perDay: schedule?.perDay?.toString() ?? '',
  }
}
