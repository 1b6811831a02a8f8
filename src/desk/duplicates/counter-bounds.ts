import {
  deadlineInstant,
  duplicateUntil,
  type Election,
  hourText,
  openingHours,
} from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'

export interface CounterBounds {
  /** From this moment on no duplicate is issued. */
  readonly isOver: boolean
  /** Last day and hour, as people say them, and the article that sets them. */
  readonly day: string
  readonly hour: string
  readonly article: string
  /** The hour was read in no law and in no public source. */
  readonly isUnverified: boolean
}

/** Until when this election's duplicates are issued, by its ruleset (KWB art. 107, LPKD art. 53), seen from `now`. */
export function counterBounds(election: Election, now: Date): CounterBounds {
  const { date, time, mark } = duplicateUntil(election)
  const isByClosing = election.ruleset.duplicate.value.until === 'closing'
  const marks = [mark, ...(isByClosing ? [openingHours(election).mark] : [])]
  return {
    isOver: now.getTime() >= deadlineInstant({ date, time, bound: 'latest' }).epochMilliseconds,
    ...{ day: longDate(date, 'nl'), hour: hourText(time), article: duplicateArticle(election) },
    isUnverified: marks.some((one) => one !== 'L' && one !== 'S'),
  }
}

/** `KWB 107 al. 6`: the source of the rule without what is said about it, which is English. */
export function duplicateArticle({ ruleset }: Election): string {
  return ruleset.duplicate.source.split(',')[0]!
}
