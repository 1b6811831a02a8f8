import { deadlineInstant } from '../calendar/deadline-instant.ts'
import { type Election, openingHours } from '../election.ts'

/** Whether the bureaus have closed: from then on where people voted, and what that building was, is no longer changed. */
export function isVotingOver(election: Election, now: Date): boolean {
  const { close: time } = openingHours(election)
  const closing = deadlineInstant({ date: election.pollingDay, time, bound: 'latest' })
  return now.getTime() >= closing.epochMilliseconds
}
