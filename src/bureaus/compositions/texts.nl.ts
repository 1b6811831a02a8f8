import type { KeptKind } from '../bureau-rules.ts'
import { roleNames } from '../role-names.nl.ts'

/** What the files of a composition say. */
export const texts = {
  kinds: {
    POLLING: 'Stembureau',
    COUNTING: 'Telbureau',
    MAIN: 'Hoofdbureau',
    RESERVE: 'Reserve',
  } satisfies Record<KeptKind, string>,
  roles: roleNames,
  csv: {
    columns: ['bureau', 'plaats', 'lokaal', 'functie', 'familienaam', 'voornamen', 'telefoon', 'e-mail'],
  },
  document: {
    title: 'Samenstelling van de bureaus',
    opening: (election: string, version: number, moment: string) =>
      `${election}: versie ${version}, bezorgd op ${moment}.`,
    digest: (digest: string) => `Controlegetal (SHA-256): ${digest}.`,
    reference: (version: number, digest: string) => `Samenstelling, versie ${version}, ${digest}`,
  },
}
