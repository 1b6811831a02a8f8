import { type ElectionRules, electionCalendar } from '../elections/index.ts'

/** The day of a deadline that the rules for bureaus name by its id in the calendar; absent where there is none. */
export function bureauDay(election: ElectionRules, id: string | undefined): string | undefined {
  return electionCalendar(election).find((entry) => entry.id === id)?.date
}
