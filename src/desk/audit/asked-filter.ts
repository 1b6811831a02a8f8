import type { Context } from 'hono'
import type { StaffMember } from '../../municipalities/index.ts'
import type { AuditFilter } from '../../oversight/index.ts'
import { startOfDay } from '../../platform/dates.ts'
import type { FieldErrors, TypedDate } from '../../platform/http/components/index.ts'
import { dayOf, typedDate } from '../typed-day.ts'
import { texts } from './texts.nl.ts'

/** The names of the fields in the address. None of them holds a name or a number of a person: who acted is an id. */
export const fieldNames = { who: 'wie', kind: 'soort', from: 'van', until: 'tot' } as const

const dateParts = ['day', 'month', 'year'] as const

export interface AskedFilter {
  readonly filter: AuditFilter
  readonly who: string
  readonly kind: string
  readonly from: TypedDate
  readonly until: TypedDate
  readonly errors: FieldErrors
  /** What was asked, as it stands in an address: for the next page and for the file. */
  readonly fields: Readonly<Record<string, string>>
}

type Fields = (name: string) => string

/** What somebody narrowed the log by. A person or a kind that is not there narrows nothing; a day that is not there is told. */
export function askedFilter(field: Fields, staff: readonly Pick<StaffMember, 'staffId'>[]): AskedFilter {
  const isActor = (id: string) => id === 'command-line' || staff.some(({ staffId }) => staffId === id)
  const [who, kind] = [field(fieldNames.who), field(fieldNames.kind)]
  const asked = {
    who: isActor(who) ? who : '',
    kind: Object.hasOwn(texts.kinds, kind) ? kind : '',
    from: typedDate(field, fieldNames.from),
    until: typedDate(field, fieldNames.until),
  }
  const [from, until] = [dayOf(asked.from), dayOf(asked.until)]
  const errors = {
    ...(from === null && { [fieldNames.from]: texts.filter.noSuchDay }),
    ...(until === null && { [fieldNames.until]: texts.filter.noSuchDay }),
    ...(from && until && until < from && { [fieldNames.until]: texts.filter.backwards }),
  }
  const filter = {
    ...(asked.who && { actor: asked.who }),
    ...(asked.kind && { action: asked.kind }),
    ...(from && { from: startOfDay(from) }),
    ...(until && { until: startOfDay(dayAfter(until)) }),
  }
  return { ...asked, filter, errors, fields: fieldsOf(asked) }
}

export function fromQuery({ req }: Context): Fields {
  return (name) => req.query(name)?.trim() ?? ''
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function fieldsOf({ who, kind, from, until }: Pick<AskedFilter, 'who' | 'kind' | 'from' | 'until'>) {
  const days = [
    [fieldNames.from, from],
    [fieldNames.until, until],
  ] as const
  const all = [
    [fieldNames.who, who],
    [fieldNames.kind, kind],
    ...days.flatMap(([name, typed]) => dateParts.map((part) => [`${name}-${part}`, typed[part]] as const)),
  ]
  return Object.fromEntries(all.filter(([, value]) => value !== ''))
}
