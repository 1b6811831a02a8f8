import { Temporal } from 'temporal-polyfill'

const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/** Made once: making one takes two hundred times as long as using it. */
const formats = {
  nl: new Intl.DateTimeFormat('nl-BE', parts),
  fr: new Intl.DateTimeFormat('fr-BE', parts),
}

/** `zondag 10 juni 2029`, `dimanche 10 juin 2029`: a calendar day (yyyy-mm-dd) as people write it. */
export function longDate(day: string, language: 'nl' | 'fr'): string {
  return formats[language].format(new Date(`${day}T00:00:00Z`))
}

const calendarDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' })

/** The calendar day in Belgium at that moment, as 2029-06-10. */
export function dayInBelgium(moment: Date): string {
  return calendarDay.format(moment)
}

/** Is this a day of the calendar, written as 2029-06-10? */
export function isDay(text: string): boolean {
  try {
    return (
      /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }) !== undefined
    )
  } catch {
    return false
  }
}

/** The moment at which a calendar day begins in Belgium. */
export function startOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime('Europe/Brussels').epochMilliseconds)
}
