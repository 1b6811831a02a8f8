import type { SectionListColumn } from '../elections/index.ts'
import { counted } from '../platform/counted.ts'

/** The words of the lists for the chairs. */
export const texts = {
  title: (section: number) => `Kiezerslijst van stemafdeling ${section}`,
  place: (room: string, place: string, address: string) => `${room}, ${place}, ${address}`,
  election: (name: string, day: string) => `${name}, ${day}`,
  counts: (voters: string, struck: string, added: string, corrected: string) =>
    `${counted(voters, 'kiezer mag', 'kiezers mogen')} hier stemmen. Sinds het afsluiten van de lijst: ${struck} geschrapt, ${added} toegevoegd, ${corrected} verbeterd.`,
  state: (moment: string, source: string) => `Toestand op ${moment}. Rechtsgrond: ${source}.`,
  notice:
    'Vertrouwelijk: deze lijst bevat rijksregisternummers. Alleen voor de voorzitter van het stembureau, om kiezers te herkennen. Kopieer ze niet.',
  footer: (municipality: string, section: number) =>
    `${municipality} · stemafdeling ${section} · vertrouwelijk`,
  columns: {
    'list-number': 'Nr.',
    'last-name': 'Naam',
    'first-names': 'Voornamen',
    'main-residence': 'Hoofdverblijfplaats',
    'national-number': 'Rijksregisternummer',
  } as const satisfies Record<SectionListColumn, string>,
  change: 'Wijziging',
  changes: { struck: 'geschrapt', added: 'toegevoegd', corrected: 'verbeterd' },
  on: (word: string, day: string) => `${word} ${day}`,
  /** The residence of somebody whose address others may not learn. */
  protectedAddress: 'niet meegedeeld',
} as const
