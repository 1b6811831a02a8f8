import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { roleNames } from '../role-names.nl.ts'

/** Words of the sheet that a magistrate signs by hand. */
export const texts = {
  bureaus: {
    POLLING: 'Stembureau',
    COUNTING: 'Telbureau',
    MAIN: 'Hoofdbureau',
    RESERVE: 'Reserve',
  } satisfies Record<KeptKind, string>,
  seat: (role: SeatRole, ordinal: number) => `${roleNames[role]} ${ordinal}`,
  sheet: {
    title: 'Voordrachten om te tekenen',
    election: (election: string, day: string) => `Voor de verkiezingen van ${day}: ${election}.`,
    how: 'Teken achter de naam van wie u aanwijst. Wie u niet aanwijst, schrapt u.',
    until: (day: string) => `Aanwijzen kan tot en met ${day}.`,
    columns: ['Bureau', 'Zitplaats', 'Naam', 'Handtekening'],
    remark: (text: string) => `Let op: ${text}`,
    signing: ['Naam', 'Ambt', 'Datum', 'Handtekening'],
    reference: (digest: string) => `Kenmerk van deze lijst: ${digest}`,
  },
}
