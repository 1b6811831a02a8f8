import { Temporal } from 'temporal-polyfill'
import { type Election, openingHours } from './election.ts'
import type { CalendarRule, Mark, Milestone, Offset } from './ruleset.ts'

export interface CalendarEntry {
  readonly id: string
  /** Dutch. */
  readonly label: string
  /** `yyyy-mm-dd`. */
  readonly date: string
  /** For a rule that says "before": the last day that is still in time. */
  readonly lastDay?: string
  readonly time?: string
  readonly bound: CalendarRule['bound']
  readonly actor: string
  readonly article: string
  readonly mark: Mark
  readonly note?: string
  readonly milestone?: Milestone
}

/** Every deadline of an election, in order of time. */
export function electionCalendar(election: Election): CalendarEntry[] {
  const held = election.ruleset.assemblies.map(({ code }) => code)
  return election.ruleset.calendar
    .filter(({ notWith }) => !notWith || !held.includes(notWith))
    .map((rule) => entryOf(rule, election))
    .sort((one, other) => (one.date + (one.time ?? '')).localeCompare(other.date + (other.time ?? '')))
}

/** The day of a deadline that every law has under its own name. Throws when this one has it not. */
export function milestoneDay(election: Election, milestone: Milestone): string {
  const entry = electionCalendar(election).find((one) => one.milestone === milestone)
  if (!entry) throw new Error(`${election.ruleset.id} has no deadline ${milestone}`)
  return entry.date
}

/** The day a rule falls on. Calendar days of Brussels, whatever the weekday. */
export function calendarDay(offset: Offset, pollingDay: string): string {
  const day = Temporal.PlainDate.from(pollingDay)
  if ('daysBefore' in offset) return day.subtract({ days: offset.daysBefore }).toString()
  if ('daysAfter' in offset) return day.add({ days: offset.daysAfter }).toString()
  if ('fixed' in offset) return Temporal.PlainDate.from(`${day.year}-${offset.fixed}`).toString()
  return day.with({ day: 1 }).subtract({ months: offset.monthsBefore }).with({ day: offset.day }).toString()
}

export function isSunday(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek === 7
}

function entryOf(rule: CalendarRule, election: Election): CalendarEntry {
  const decided = election.settings.decisions?.calendar?.[rule.id]
  const date = decided?.value ?? calendarDay(rule.offset, election.pollingDay)
  const time = rule.time === 'closing' ? openingHours(election).close : rule.time
  const note = decided?.note ?? rule.note
  return {
    id: rule.id,
    label: rule.label,
    date,
    ...(rule.bound === 'strictly-before' && { lastDay: calendarDay({ daysBefore: 1 }, date) }),
    ...(time && { time }),
    bound: rule.bound,
    actor: rule.actor,
    article: decided?.source ?? rule.article,
    mark: decided?.mark ?? rule.mark,
    ...(note && { note }),
    ...(rule.milestone && { milestone: rule.milestone }),
  }
}
