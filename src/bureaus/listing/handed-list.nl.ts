import type { ListField } from '../bureau-rules.ts'

/** Words of lists A and B as they are handed over. */
export const handedTexts = {
  columns: { A: ['Categorie'], B: ['Stemafdeling', 'Plaats in de loting'] },
  fields: {
    lastName: 'Naam',
    firstNames: 'Voornamen',
    nationalNumber: 'Rijksregisternummer',
    birthDate: 'Geboortedatum',
    residence: 'Hoofdverblijfplaats',
    profession: 'Beroep',
  } satisfies Record<ListField, string>,
  categories: {
    magistrates: 'Magistraten',
    'judicial-trainees': 'Gerechtelijke stagiairs',
    lawyers: 'Advocaten',
    notaries: 'Notarissen',
    bailiffs: 'Gerechtsdeurwaarders',
    registrars: 'Griffies en parketsecretariaten',
    'regulated-professions': 'Gereglementeerde beroepen',
    'public-officials': 'Ambtenaren',
    teachers: 'Onderwijzend personeel',
  } as Readonly<Record<string, string>>,
  document: {
    title: { A: 'Lijst A: beroepen', B: 'Lijst B: gelote kiezers' },
    opening: (election: string, version: number, decision: string, day: string) =>
      `${election}. Versie ${version}, vastgesteld door het college (${decision}) op ${day}.`,
    people: (count: number) => (count === 1 ? '1 persoon.' : `${count} personen.`),
    digest: (sha256: string) => `Controlegetal van de inhoud (SHA-256): ${sha256}.`,
    section: (number: string) => `Stemafdeling ${number}, in de volgorde van de loting`,
    reference: (kind: string, version: number, mark: string) => `Lijst ${kind}, versie ${version} · ${mark}`,
  },
} as const
