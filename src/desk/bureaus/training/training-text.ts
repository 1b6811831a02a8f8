import type { EnrolledMember, ListedTraining } from '../../../bureaus/index.ts'
import { dayInBelgium, longDate } from '../../../platform/dates.ts'
import type { TagColour } from '../../../platform/http/components/index.ts'
import { bureauName } from '../bureau-text.ts'
import { hourOf } from '../day/day-text.ts'
import { roles } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

type Hours = Pick<ListedTraining, 'startsAt' | 'endsAt'>

/** `dinsdag 24 september 2030, 19:00 tot 21:00`. */
export function whenText({ startsAt, endsAt }: Hours): string {
  return texts.hours(longDate(dayInBelgium(startsAt), 'nl'), hourOf(startsAt), hourOf(endsAt))
}

export const whereText = ({ place }: Pick<ListedTraining, 'place'>) => place ?? texts.online

/** The last day on which a member can enrol: the moment itself is the end of it. */
export const lastDayOf = ({ enrolUntil }: Pick<ListedTraining, 'enrolUntil'>) =>
  dayInBelgium(new Date(enrolUntil.getTime() - 1))

export const freeIn = ({ capacity, enrolled }: Pick<ListedTraining, 'capacity' | 'enrolled'>) =>
  Math.max(0, capacity - enrolled)

type State = keyof typeof texts.states

export function stateOf(training: ListedTraining, now: Date): State {
  if (training.cancelledAt) return 'cancelled'
  if (training.startsAt <= now) return training.unnoted > 0 ? 'unnoted' : 'over'
  if (freeIn(training) === 0) return 'full'
  return training.enrolUntil <= now ? 'closed' : 'open'
}

export const stateColours: Readonly<Record<State, TagColour>> = {
  ...{ cancelled: 'red', over: 'grey', unnoted: 'yellow', full: 'yellow', closed: 'grey', open: 'green' },
}

export function seatOf({ role, kind, number }: EnrolledMember): string {
  if (!role || !kind || !number) return texts.one.noSeat
  return `${roles[role]}, ${bureauName({ kind, number })}`
}

export const placeText = ({ hasPlace, waitsAs }: EnrolledMember) =>
  hasPlace ? texts.one.hasPlace : texts.one.waits(waitsAs ?? 0)
