const moment = new Intl.DateTimeFormat('nl-BE', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  timeZone: 'Europe/Brussels',
})

/** `16 mei 2029 om 14:05`, by the clock of Belgium. */
export function shortMoment(at: Date): string {
  return moment.format(at)
}
