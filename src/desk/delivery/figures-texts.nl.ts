import { counted } from '../../platform/counted.ts'

export const lastHours = (count: number) => (count === 1 ? 'laatste uur' : `laatste ${count} uren`)

/** What the page of figures says. */
export const texts = {
  title: 'Cijfers',
  countedAt: (moment: string) =>
    `Geteld op ${moment}. Wie de pagina vlak daarna herlaadt, ziet dezelfde cijfers.`,
  byOutcome: 'Per uitkomst',
  lettersByOutcome: 'Aantal brieven',
  byHour: 'Per uur',
  bySection: 'Per stemafdeling',
  lastHours: (count: number) => `Brieven met een uitkomst, ${lastHours(count)} waarin er waren`,
  behind: 'De stemafdelingen die het minst ver staan: brieven met een uitkomst',
  sections: 'Brieven met een uitkomst, eerste stemafdelingen',
  section: (section: number) => `Stemafdeling ${section}`,
  sectionHead: 'Stemafdeling',
  outcome: 'Uitkomst',
  hour: 'Uur (Brussel)',
  letters: 'Brieven',
  delivered: 'Bezorgd',
  inactive: 'Niet-geactiveerde e-Box',
  exceptions: 'Onbereikbaar, geweigerd of onbevestigd',
  toGo: 'Nog te gaan',
  nothingYet: 'Er is nog geen brief met een uitkomst.',
  download: 'Deze tabel als CSV',
  read: (read: string, published: string) =>
    `Geopend: ${read} van ${counted(published, 'brief', 'brieven')}, voor zover nagevraagd.`,
  notRead: 'Of brieven geopend werden, is niet nagevraagd.',
  toReadStatus: 'Bekijk hoeveel brieven geopend zijn',
} as const
