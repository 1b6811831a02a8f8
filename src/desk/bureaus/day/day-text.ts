import type { DayPerson, MissingRole } from '../../../bureaus/index.ts'
import { counted } from '../../../platform/counted.ts'
import { texts } from '../texts.nl.ts'

const clock = new Intl.DateTimeFormat('nl-BE', { timeStyle: 'short', timeZone: 'Europe/Brussels' })

/** `07:42`, as a clock in Belgium has it. */
export const hourOf = (moment: Date) => clock.format(moment)

/** `1 voorzitter, 2 bijzitters`. */
export function missingText(missing: readonly MissingRole[]): string {
  return missing.map(({ role, count }) => `${counted(count, ...names(role))}`).join(', ')
}

const names = (role: MissingRole['role']) => [texts.roles[role].toLowerCase(), texts.moreOf[role]] as const

export const nameOf = ({ lastName, firstNames }: Pick<DayPerson, 'lastName' | 'firstNames'>) =>
  [lastName, firstNames].filter(Boolean).join(' ')
