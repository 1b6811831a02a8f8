import { Temporal } from 'temporal-polyfill'
import type { Election, VotingMode } from '../elections/index.ts'
import type { BureauRules, KeptKind, LastDay } from './bureau-rules.ts'

const zone = 'Europe/Brussels'

/** Until when an excuse is in time for who got the call at this moment. Days are whole: the day of delivery does not count. */
export function excuseUntil({ excuse }: Pick<BureauRules, 'excuse'>, deliveredAt: Date): Date {
  const { amount, unit } = excuse.value
  const delivered = Temporal.Instant.fromEpochMilliseconds(deliveredAt.getTime())
  if (unit === 'hours') return new Date(delivered.add({ hours: amount }).epochMilliseconds)
  const lastDay = delivered.toZonedDateTimeISO(zone).toPlainDate().add({ days: amount })
  return new Date(lastDay.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)
}

/** The last day for a designation, `yyyy-mm-dd`. */
export function lastDayToDesignate(
  { designateBy }: Pick<BureauRules, 'designateBy'>,
  election: Pick<Election, 'pollingDay'>,
): string {
  return lastDay(designateBy.value, election)
}

/** The last day for lists A and B to be with who designates, `yyyy-mm-dd`. */
export function lastDayToSendLists(
  { handedLists }: Pick<BureauRules, 'handedLists'>,
  election: Pick<Election, 'pollingDay'>,
): string {
  return lastDay(handedLists.sendBy.value, election)
}

function lastDay(rule: LastDay, { pollingDay }: Pick<Election, 'pollingDay'>): string {
  const day = Temporal.PlainDate.from(pollingDay)
  if ('fixed' in rule) return `${day.year}-${rule.fixed}`
  return day.subtract({ days: rule.daysBefore }).toString()
}

/** From this moment who was called and not excused is expected, whether they answered or not. */
export function expectedFrom(
  { expectedFrom }: Pick<BureauRules, 'expectedFrom'>,
  { pollingDay }: Pick<Election, 'pollingDay'>,
): Date {
  const day = Temporal.PlainDate.from(pollingDay).subtract({ days: expectedFrom.value.daysBefore })
  return new Date(day.toZonedDateTime(zone).epochMilliseconds)
}

type Met = { readonly kind: KeptKind; readonly votingMode: VotingMode }

/** The hour at which who sits in this bureau has to be there, `HH:MM`. A main bureau and a reserve have none in the rules. */
export function meetingHour(
  { meeting }: Pick<BureauRules, 'meeting'>,
  { kind, votingMode }: Met,
): string | undefined {
  const hours = {
    POLLING: meeting.POLLING[votingMode],
    COUNTING: meeting.COUNTING,
    MAIN: undefined,
    RESERVE: undefined,
  }
  return hours[kind]?.value
}

/** When who sits in this bureau has to be there. */
export function meetingMoment(
  rules: Pick<BureauRules, 'meeting'>,
  { pollingDay }: Pick<Election, 'pollingDay'>,
  bureau: Met,
): Date | undefined {
  const hour = meetingHour(rules, bureau)
  if (!hour) return undefined
  return new Date(
    Temporal.PlainDate.from(pollingDay).toZonedDateTime({ timeZone: zone, plainTime: hour })
      .epochMilliseconds,
  )
}

/** Hours are noted to the minute. */
export function minuteOf(moment: Date): number {
  return Math.floor(moment.getTime() / 60_000)
}

/** How many minutes after this hour somebody came; who comes in its minute is in time. */
export function minutesAfter(hour: Date, came: Date): number {
  return Math.max(0, minuteOf(came) - minuteOf(hour))
}
