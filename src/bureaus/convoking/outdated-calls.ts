import type { Election } from '../../elections/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { BureauRules } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { changesOf, type SeatChange } from './changed-seat.ts'
import { loadMemberLetters } from './load-member-letters.ts'
import type { Correction } from './member-letter-facts.ts'
import { type CalledCase, calledCases } from './told-calls-overview.ts'
import { seatToTell } from './write-letter-facts.ts'

/** Somebody whose call is no longer true, and what it would say now. */
export interface OutdatedCall {
  readonly one: CalledCase
  readonly changes: readonly SeatChange[]
  readonly correction: Correction
}

/** Who was called by a letter that names another room, place, hour or bureau than there is now. Once polling day is over nobody is. */
export async function outdatedCalls(
  db: Db,
  election: Election,
  now: Date,
  portion: { readonly after?: AssignmentId | undefined; readonly limit?: number | undefined } = {},
): Promise<{ readonly outdated: readonly OutdatedCall[]; readonly last: AssignmentId | undefined }> {
  if (dayInBelgium(now) > election.pollingDay) return { outdated: [], last: undefined }
  const rules = loadBureauRules(election.ruleset)
  const cases = await calledCases(db, election, portion)
  return {
    outdated: cases.flatMap((one) => outdatedCall(rules, one) ?? []),
    last: cases.at(-1)?.assignmentId,
  }
}

function outdatedCall(rules: BureauRules, one: CalledCase): OutdatedCall | undefined {
  const words = loadMemberLetters(rules)
  const now = seatToTell(rules, one)
  if (changesOf(words, one.last.told, now).length === 0) return undefined
  // What never arrived and is replaced told nobody anything: what is read beside the new letter counts.
  const read = one.arrived && changesOf(words, one.arrived.told, now).length > 0 ? one.arrived : one.last
  const isTimeRunning = one.arrived !== null && rules.excuseAfterCorrection.value === 'keeps'
  return {
    one,
    changes: changesOf(words, read.told, now),
    correction: { sentOn: dayInBelgium(read.sentAt), told: read.told, isTimeRunning },
  }
}
