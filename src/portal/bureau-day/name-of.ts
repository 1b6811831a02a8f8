import type { DayPerson } from '../../bureaus/index.ts'

export const nameOf = ({ lastName, firstNames }: Pick<DayPerson, 'lastName' | 'firstNames'>) =>
  [firstNames, lastName].filter(Boolean).join(' ')
