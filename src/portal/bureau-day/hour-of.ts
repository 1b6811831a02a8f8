const clock = new Intl.DateTimeFormat('nl-BE', { timeStyle: 'short', timeZone: 'Europe/Brussels' })

/** `07:42`, as a clock in Belgium has it. */
export const hourOf = (moment: Date) => clock.format(moment)
