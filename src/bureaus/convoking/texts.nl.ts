import type { ChangedPart, SeatChange } from './changed-seat.ts'
import type { LetterBureau } from './member-letter-facts.ts'

const changed: Readonly<Record<ChangedPart, string>> = {
  role: 'Je functie',
  bureau: 'Je bureau',
  place: 'Het gebouw',
  room: 'De zaal',
  address: 'Het adres',
  hour: 'Het uur',
}

const amount = (cents: number) =>
  cents % 100 === 0 ? `${cents / 100}` : (cents / 100).toFixed(2).replace('.', ',')

/** What the layout itself says; all else is in `letters/*.json`. */
export const texts = {
  arms: (municipality: string) => `Wapenschild van ${municipality}`,
  reference: (reference: string) => `Kenmerk: ${reference}`,
  answer: {
    title: 'Antwoord geven',
    text: (address: string) =>
      `Scan de code of surf naar ${address}. Je meldt je aan met itsme of je identiteitskaart. Lukt dat niet? Bel ons of kom langs.`,
  },
  follow: {
    title: 'Vragen?',
    text: (address: string) =>
      `Bel ons of kom langs. Hoe je oproep staat, zie je op ${address}. Je meldt je aan met itsme of je identiteitskaart.`,
  },
  qr: 'QR-code: leidt naar de bladzijde van je oproep.',
  when: 'Wanneer',
  where: 'Waar',
  from: (hour: string) => `Je bent er om ${hour}.`,
  hour: (time: string) => {
    const [hours, minutes] = time.split(':')
    return minutes === '00' ? `${Number(hours)}\u00a0uur` : `${Number(hours)}.${minutes}\u00a0uur`
  },
  /** At the top of a letter that replaces an earlier one. */
  correction: {
    title: (day: string) => `Deze brief vervangt onze brief van ${day}`,
    lead: 'Dit is veranderd:',
    change: ({ what, from, to }: SeatChange) => `${changed[what]}: ${to}. Eerst was dat: ${from}.`,
    rest: 'Bewaar deze brief. De vorige geldt niet meer; al de rest blijft zoals het was.',
    answered: 'Gaf je al antwoord op de vorige brief? Dan hoeft dat niet opnieuw.',
    unknown: 'nog niet gekend',
  },
  form: (form: string) => `Formulier ${form}`,
  source: 'Bron',
  window: {
    hours: (amount: number) => `${amount} uur`,
    days: (amount: number) => (amount === 1 ? '1 dag' : `${amount} dagen`),
  },
  euros: (cents: number) => `${amount(cents)} euro`,
  range: (from: number, to: number) => `${amount(from)} tot ${amount(to)} euro`,
  bureau: {
    POLLING: (number: string) => `Stembureau ${number}`,
    COUNTING: (number: string) => `Telbureau ${number}`,
    MAIN: (number: string) => `Hoofdbureau ${number}`,
    POLLING_RESERVE: () => 'Reserve voor de stembureaus',
    COUNTING_RESERVE: () => 'Reserve voor de telbureaus',
  } satisfies Record<LetterBureau, (number: string) => string>,
  mainBureaus: {
    MAIN_MUNICIPAL: 'Gemeentelijk hoofdbureau',
    MAIN_DISTRICT: 'Stadsdistrictshoofdbureau',
    MAIN_PROVINCE_DISTRICT: 'Provinciedistrictshoofdbureau',
    MAIN_CANTON: 'Kantonhoofdbureau',
    MAIN_CONSTITUENCY: 'Kieskringhoofdbureau',
  },
  roleLetters: {
    CHAIR: 'V',
    DEPUTY_CHAIR: 'OV',
    SECRETARY: 'S',
    ADJUNCT_SECRETARY: 'AS',
    ASSESSOR: 'B',
    SUBSTITUTE: 'P',
  },
  /** How it shows in a mailbox: nothing of the person, nor of the reason. */
  subject: {
    designation: (day: string) => `Je bent aangewezen als lid van een bureau bij de verkiezing van ${day}`,
    corrected: (day: string) => `Je oproep voor de verkiezing van ${day} is veranderd`,
    'called-up': (day: string) => `Je neemt een andere plaats in bij de verkiezing van ${day}`,
    retracted: (day: string) => `Je hoeft niet te komen als lid van een bureau op ${day}`,
    'excuse-granted': (day: string) => `Beslissing over je aanvraag voor de verkiezing van ${day}`,
    'excuse-refused': (day: string) => `Beslissing over je aanvraag voor de verkiezing van ${day}`,
    'reason-accepted': (day: string) => `Beslissing over de reden die je gaf na de verkiezing van ${day}`,
    'reason-refused': (day: string) => `Beslissing over de reden die je gaf na de verkiezing van ${day}`,
  },
} as const
