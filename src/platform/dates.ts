/** `zondag 10 juni 2029`, `dimanche 10 juin 2029`: a calendar day (yyyy-mm-dd) as people write it. */
export function longDate(day: string, language: 'nl' | 'fr'): string {
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-BE' : 'fr-BE', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T00:00:00Z`))
}
