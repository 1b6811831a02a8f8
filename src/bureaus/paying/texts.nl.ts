import { longDate } from '../../platform/dates.ts'
import { roleNames } from '../role-names.nl.ts'

/** What whoever is paid, and whoever pays, reads in a payment. */
export const texts = {
  roles: roleNames,
  about: (pollingDay: string) => `Presentiegeld verkiezingen ${longDate(pollingDay, 'nl')}`,
} as const
