import { Temporal } from 'temporal-polyfill'
import type { Election } from './election.ts'
import type { VoterCategory } from './ruleset.ts'

/** Whole years on that day. Who is born on 29 February has a birthday every year: the rule says on which day. */
export function ageOn(birthDate: string, day: string, birthday: '28 February' | '1 March'): number {
  const born = Temporal.PlainDate.from(birthDate)
  const on = Temporal.PlainDate.from(day)
  const sameYear = born.with({ year: on.year })
  const moved = born.day === 29 && sameYear.day === 28 && born.month === 2 && birthday === '1 March'
  const celebrated = moved ? sameYear.add({ days: 1 }) : sameYear
  return on.year - born.year - (Temporal.PlainDate.compare(on, celebrated) < 0 ? 1 : 0)
}

/** Whether somebody of this category has the age for it on polling day (KWB 1 § 2, LPKD 9: tested on that day). */
export function hasVotingAge(election: Election, category: VoterCategory, birthDate: string): boolean {
  const rule = election.ruleset.electorate[category]?.age.value
  if (!rule) return false
  const age = ageOn(birthDate, election.pollingDay, election.ruleset.birthdayOn29February.value)
  return age >= rule.from && age <= (rule.to ?? age)
}
