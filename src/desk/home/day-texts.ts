import { dayInBelgium, longDate } from '../../platform/dates.ts'

/** `zondag 10 juni 2029`: the day in Belgium at that moment. */
export function dayText(moment: Date): string {
  return longDate(dayInBelgium(moment), 'nl')
}

/** `zondag 10 juni 2029 om 14:00` of an hour that was counted, written as `2029-06-10 14:00`. */
export function countedHourText(hour: string): string {
  const [day = '', time] = hour.split(' ')
  return `${longDate(day, 'nl')} om ${time}`
}

const hours = new Intl.DateTimeFormat('nl-BE', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Brussels',
})

/** `zondag 10 juni 2029 om 14:05`, by the clock of Belgium. */
export function momentText(moment: Date): string {
  return `${dayText(moment)} om ${hours.format(moment)}`
}
