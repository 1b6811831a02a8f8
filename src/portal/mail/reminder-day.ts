import { Temporal } from 'temporal-polyfill'
import type { Election } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'

/** A choice of this program, where the municipality made none: time enough to ask for a duplicate, and near enough to remember. */
const usualDaysBefore = 5

/** No mail comes at night. By the clock of Belgium. */
const hour = 9

/** On which day who did not open the letter is reminded of it, as yyyy-mm-dd. */
export function reminderDay(
  { pollingDay }: Pick<Election, 'pollingDay'>,
  { reminder }: Pick<MunicipalitySettings, 'reminder'>,
): string {
  const days = reminder?.daysBefore ?? usualDaysBefore
  return Temporal.PlainDate.from(pollingDay).subtract({ days }).toString()
}

/** From that moment on until polling day begins reminders leave. */
export function isTimeToRemind(
  election: Pick<Election, 'pollingDay'>,
  settings: Pick<MunicipalitySettings, 'reminder'>,
  now: Date,
): boolean {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Brussels')
  const today = here.toPlainDate().toString()
  const day = reminderDay(election, settings)
  return today < election.pollingDay && (today > day || (today === day && here.hour >= hour))
}
