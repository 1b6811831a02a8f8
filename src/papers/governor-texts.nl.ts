import { counted } from '../platform/counted.ts'

/** The words of the statement to the governor. */
export const texts = {
  title: 'Verklaring over het verzenden van de kiesbrieven',
  to: 'Aan de gouverneur van de provincie',
  pollingDay: (day: string) => `Verkiezingsdag: ${day}`,
  inTime: 'De kiesbrieven zijn op tijd vertrokken.',
  inTimeText: (voters: string, day: string, article: string) =>
    `De kiezerslijst telt ${counted(voters, 'kiezer', 'kiezers')}. De kiesbrieven moesten vertrekken ten laatste op ${day} (${article}), en dat is gebeurd.`,
  laterText: (added: string, replaced: string) =>
    ` Daarna kwamen er nog bij: ${added} voor kiezers die later op de lijst kwamen, en ${replaced} die een eerdere brief vervangen.`,
  notInTime: 'Niet alle kiesbrieven zijn op tijd vertrokken.',
  notInTimeText: (voters: string, late: string, day: string, article: string) =>
    `De kiezerslijst telt ${counted(voters, 'kiezer', 'kiezers')}. Van ${late} van hen was de brief niet vertrokken op ${day}, de laatste dag volgens ${article}. Hieronder staat hoeveel en waarom.`,
  unverified: (mark: string) => ` Deze termijn is nog niet nagekeken (${mark}).`,
  counts: 'Aantal',
  what: 'Wat',
  paper: {
    title: 'Op papier',
    textForAll: 'Elke kiezer krijgt een brief op papier. De digitale brief komt daarnaast.',
    textForTheRest: 'Een brief op papier is er voor elke kiezer die geen digitale brief kreeg.',
    posted: (day: string, source: string) =>
      `De gemeente verklaart dat de brieven aan de post zijn gegeven op ${day} (${source}).`,
    inTime: 'Op tijd aan de post gegeven',
    late: 'Later gedrukt of later aan de post gegeven',
    notPrinted: 'Nog niet gedrukt',
    exceptions: 'Geen adres waarop post kan aankomen (de kiezer haalt de brief af)',
    first: 'Eerste drukbestand klaar',
    last: 'Laatste drukbestand klaar',
  },
  digital: {
    title: 'In de e-Box',
    text: 'Het ogenblik is dat waarop de e-Box de brief aannam.',
    inTime: 'Op tijd aangenomen',
    late: 'Later aangenomen',
    notSent: 'Niet in een e-Box bezorgd',
    first: 'Eerste brief',
    last: 'Laatste brief',
  },
  late: {
    title: 'Wat later vertrok, en waarom',
    text: 'Een kiezer telt één keer.',
    added: 'Kiezers die later op de lijst kwamen door een beslissing',
    replaced: 'Brieven die een eerdere brief vervangen',
    late: 'Andere brieven',
  },
  none: 'geen',
  facts: {
    title: 'Waarop dit steunt',
    items: [
      'De aantallen zijn geteld uit de lijst, de brieven, de drukbestanden en de antwoorden van de e-Box, op één ogenblik.',
      'Het programma ziet de post niet. De dag van afgifte is een verklaring van de gemeente.',
      'Een kiezer wordt hier niet genoemd.',
    ],
  },
  signatures: (municipality: string, day: string) => `Opgemaakt in ${municipality} op ${day}.`,
  footer: (municipality: string, moment: string) => `${municipality} · opgemaakt op ${moment}`,
} as const
