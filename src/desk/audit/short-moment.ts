const moment = new Intl.DateTimeFormat('nl-BE', {
  ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  timeZone: 'Europe/Brussels',
})

/** `16/05/2029 14:05`, by the clock of Belgium: for a table with many of them. */
export function shortMoment(at: Date): string {
  return moment.format(at).replace(',', '')
}
