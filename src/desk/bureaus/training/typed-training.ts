import type { KeptKind, SeatRole, TrainingPlan } from '../../../bureaus/index.ts'
import { momentOn, startOfDay } from '../../../platform/dates.ts'
import type { FieldErrors } from '../../../platform/http/components/index.ts'
import type { TypedForm } from '../../../platform/http/typed-form.ts'
import { dayOf, timeFrom, typedDate } from '../../typed-day.ts'
import { kinds, roles } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const { missing } = texts.form

/** A training as it was typed, or what of it is no day and no hour; the rest is judged where it is kept. */
export function typedTraining(
  form: TypedForm,
): { ok: true; plan: TrainingPlan } | { ok: false; errors: FieldErrors } {
  const day = dayOf(typedDate((name) => form.text(name), 'dag'))
  const last = dayOf(typedDate((name) => form.text(name), 'laatste'))
  const from = timeFrom(form.text('van'))
  const until = timeFrom(form.text('tot'))
  if (!day || !last || !from || !until)
    return {
      ok: false,
      errors: {
        ...(!day && { dag: missing.day }),
        ...(!from && { van: missing.from }),
        ...(!until && { tot: missing.until }),
        ...(!last && { laatste: missing.last }),
      },
    }
  const startsAt = momentOn(day, from)
  const plan = {
    title: form.text('naam'),
    kinds: chosen<KeptKind>(form.all('bureaus'), kinds),
    roles: chosen<SeatRole>(form.all('functies'), roles),
    ...{ startsAt, endsAt: momentOn(day, until) },
    place: form.text('plaats') || null,
    link: form.text('adres') || null,
    capacity: /^\d{1,4}$/.test(form.text('plaatsen')) ? Number(form.text('plaatsen')) : Number.NaN,
    // On the day itself until it begins.
    enrolUntil: last === day ? startsAt : endOf(last),
  }
  return { ok: true, plan }
}

function chosen<Code extends string>(
  typed: readonly string[],
  known: Readonly<Record<Code, string>>,
): Code[] {
  return (Object.keys(known) as Code[]).filter((code) => typed.includes(code))
}

const endOf = (day: string) => {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return startOfDay(next.toISOString().slice(0, 10))
}
