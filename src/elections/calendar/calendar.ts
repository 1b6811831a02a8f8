import { type ElectionRules, heldAssemblies, openingHours } from '../election.ts'
import type { Mark } from '../ruleset.ts'
import { dayBefore, dayOf } from './calendar-day.ts'
import type { CalendarRule, Milestone } from './calendar-rule.ts'

interface Deadline {
  readonly id: string
  /** Dutch. */
  readonly label: string
  readonly bound: CalendarRule['bound']
  readonly actor: string
  readonly article: string
  readonly mark: Mark
  readonly readOn?: string
  readonly note?: string
  readonly milestone?: Milestone
}

export interface CalendarEntry extends Deadline {
  /** `yyyy-mm-dd`. */
  readonly date: string
  /** For a rule that says "before": the last day that is still in time. */
  readonly lastDay?: string
  /** `HH:MM` or `HH:MM-HH:MM` in Brussels; absent: the whole day. */
  readonly time?: string
  /** The day that the rule gives, where the election decided another; the note then says why. */
  readonly insteadOf?: string
}

/** A deadline whose day is not known yet: something has to happen, or to be decided, first. */
export interface OpenDeadline extends Deadline {
  readonly awaits: string
}

/** Every deadline of an election that has a day, in order of time. */
export function electionCalendar(election: ElectionRules): CalendarEntry[] {
  return rulesOf(election)
    .flatMap((rule) => entryOf(rule, election) ?? [])
    .sort((one, other) => sortKey(one).localeCompare(sortKey(other)))
}

/** The deadlines that wait for their day. */
export function openDeadlines(election: ElectionRules): OpenDeadline[] {
  return rulesOf(election)
    .filter((rule) => !entryOf(rule, election))
    .map((rule) => ({ ...deadlineOf(rule), awaits: awaited(rule) }))
}

/** The day of a deadline that every law has under its own name. Throws when this one has it not, or not yet. */
export function milestoneDay(election: ElectionRules, milestone: Milestone): string {
  const entry = electionCalendar(election).find((one) => one.milestone === milestone)
  if (!entry) throw new Error(`${election.ruleset.id} has no day for ${milestone}`)
  return entry.date
}

/** The rules that hold for what is elected on this day, and for how people vote here. */
function rulesOf(election: ElectionRules): CalendarRule[] {
  const held = heldAssemblies(election).map(({ code }) => code)
  return election.ruleset.calendar.filter(
    (rule) =>
      (!rule.with || rule.with.some((code) => held.includes(code))) &&
      !rule.without?.some((code) => held.includes(code)) &&
      (!rule.votingMode || rule.votingMode === election.votingMode),
  )
}

function entryOf(rule: CalendarRule, election: ElectionRules): CalendarEntry | undefined {
  const decided = election.settings.decisions?.calendar?.[rule.id]
  const byRule = dayOf(rule.offset, election)
  const date = decided?.value ?? byRule
  if (!date) return undefined
  const time = timeOf(rule, election)
  return {
    ...deadlineOf(rule),
    ...(decided && { article: decided.source, mark: decided.mark, note: decided.note ?? rule.note ?? '' }),
    date,
    ...(rule.bound === 'strictly-before' && { lastDay: dayBefore(date) }),
    ...(time && { time }),
    ...(byRule && byRule !== date && { insteadOf: byRule }),
  }
}

function deadlineOf(rule: CalendarRule): Deadline {
  const { id, label, bound, actor, article, mark, readOn, note, milestone } = rule
  return {
    id,
    label,
    bound,
    actor,
    article,
    mark,
    ...(readOn && { readOn }),
    ...(note && { note }),
    ...(milestone && { milestone }),
  }
}

function timeOf({ time }: CalendarRule, election: ElectionRules): string | undefined {
  const said = typeof time === 'object' ? time[election.votingMode] : time
  return said === 'closing' ? openingHours(election).close : said
}

function awaited({ offset }: CalendarRule): string {
  if ('setBy' in offset) return offset.setBy
  return 'after' in offset ? offset.after : ''
}

function sortKey({ date, time, id }: CalendarEntry): string {
  return `${date} ${time ?? ''} ${id}`
}
