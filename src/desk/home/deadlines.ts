import {
  type CalendarEntry,
  deadlineInstant,
  type Election,
  type ElectionRules,
  electionCalendar,
} from '../../elections/index.ts'
import type { CampaignFacts } from './campaign-overview.ts'
import { type Step, type StepState, stepStates } from './campaign-steps.ts'

/** `open`: no later step of ours says whether it was done, and it is not over. `passed`: the same, and it is over. */
export type DeadlineState = 'done' | 'late' | 'next' | 'open' | 'passed'

export interface Deadline extends CalendarEntry {
  readonly state: DeadlineState
  /** Whole days until the day itself, in Brussels; negative when it is over. */
  readonly daysLeft: number
}

/** Which step of the campaign has to be done at a deadline, for those of which the program can know it. */
const steps: Readonly<Partial<Record<NonNullable<CalendarEntry['milestone']>, Step>>> = {
  'list-fixed': 'close',
  'letters-sent': 'deliver',
}

/** Every deadline of an election in order of time, with how it stands now. The law is the election's; we only look at it. */
export function deadlines(election: Election, facts: CampaignFacts, now: Date, today: string): Deadline[] {
  return inOrderOfTime(election, stepStates(facts), now, today)
}

/** The same of an election that is only thought of: nothing is done or late yet. */
export function legalDays(election: ElectionRules, now: Date, today: string): Deadline[] {
  return inOrderOfTime(election, {}, now, today)
}

type States = Readonly<Partial<Record<Step, StepState>>>

function inOrderOfTime(election: ElectionRules, states: States, now: Date, today: string): Deadline[] {
  const all = electionCalendar(election).map((entry) => {
    const isOver = deadlineInstant(entry).epochMilliseconds <= now.getTime()
    return {
      ...entry,
      state: stateOf(entry, isOver, states),
      daysLeft: daysBetween(today, entry.lastDay ?? entry.date),
    }
  })
  const next = all.find(({ state }) => state === 'open')
  return all.map((entry) => (entry === next ? { ...entry, state: 'next' as const } : entry))
}

function stateOf({ milestone, bound }: CalendarEntry, isOver: boolean, states: States): DeadlineState {
  const step = milestone && steps[milestone]
  if (!step || !states[step] || bound === 'from') return isOver ? 'passed' : 'open'
  if (states[step] === 'done') return 'done'
  return isOver ? 'late' : 'open'
}

/** Whole calendar days from one day to another. */
export function daysBetween(one: string, other: string): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / 86_400_000)
}

/** By when the step has to be done by law, as far as the calendar says so. */
export function deadlineOf(step: Step, all: readonly Deadline[]): Deadline | undefined {
  const wanted = ['places', 'import', 'accept', 'close'].includes(step) ? 'list-fixed' : 'letters-sent'
  return all.find(({ milestone }) => milestone === wanted)
}
