import { Temporal } from 'temporal-polyfill'
import { type InEachLanguage, type Language, languages, localeOf } from './language.ts'

const parts = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/** Made once: making one takes two hundred times as long as using it. */
const formats = inEachLanguage(parts)
const moments = inEachLanguage({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Brussels' })

function inEachLanguage(options: Intl.DateTimeFormatOptions) {
  const made = languages.map((language) => [language, new Intl.DateTimeFormat(localeOf[language], options)])
  return Object.fromEntries(made) as InEachLanguage<Intl.DateTimeFormat>
}

/** `zondag 10 juni 2029`, `dimanche 10 juin 2029`: a calendar day (yyyy-mm-dd) as people write it. */
export function longDate(day: string, language: Language): string {
  return formats[language].format(new Date(`${day}T00:00:00Z`))
}

/** `2 mei 2029 om 12:00`: a moment as a clock in Belgium has it. */
export function momentText(moment: Date, language: Language): string {
  return moments[language].format(moment)
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

/** The moment at which a clock in Belgium shows this day (yyyy-mm-dd) and time (HH:MM). */
export function momentOn(day: string, time: string): Date {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(time)
  return new Date(local.toZonedDateTime('Europe/Brussels').epochMilliseconds)
}
