/** What makes look-ups stand out. They say that somebody should ask, not that somebody did wrong. */
export interface LookUpRules {
  /** `many-voters`: more different voters opened by one person within an hour than a busy counter takes. */
  readonly mostVotersAnHour: number
  /** `outside-hours`: by the clock in Brussels, from this hour until this one … */
  readonly hours: { readonly from: number; readonly until: number }
  /** … and on these days of the week, Monday 1 to Sunday 7. */
  readonly days: readonly number[]
}

export const defaultLookUpRules: LookUpRules = {
  mostVotersAnHour: 40,
  hours: { from: 7, until: 21 },
  days: [1, 2, 3, 4, 5, 6, 7],
}

/** `protected-address` and `same-name` have no parameter: one look-up is enough to tell of. */
export type LookUpRule = 'many-voters' | 'outside-hours' | 'protected-address' | 'same-name'

export interface LookUp {
  readonly actor: string
  /** Of a voter or a letter; absent: a search in the list. */
  readonly subject: string | null
  readonly happenedAt: Date
  readonly protectedAddress: boolean
  readonly sameName: boolean
  /** Different persons that this actor looked at in the hour up to and including this one. */
  readonly inTheHour: number
}

/** Which rules a look-up falls under. */
export function rulesBrokenBy(lookUp: LookUp, rules: LookUpRules): LookUpRule[] {
  const { day, hour } = inBrussels(lookUp.happenedAt)
  const isInHours = rules.days.includes(day) && hour >= rules.hours.from && hour < rules.hours.until
  return [
    ...(lookUp.inTheHour > rules.mostVotersAnHour ? (['many-voters'] as const) : []),
    ...(isInHours ? [] : (['outside-hours'] as const)),
    ...(lookUp.protectedAddress ? (['protected-address'] as const) : []),
    ...(lookUp.sameName ? (['same-name'] as const) : []),
  ]
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

function inBrussels(moment: Date): { day: number; hour: number } {
  const parts = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return { day: 1 + weekdays.indexOf(parts.weekday!), hour: Number(parts.hour) }
}
