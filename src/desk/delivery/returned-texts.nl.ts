import type { FollowUp, NextStep, ReturnReason } from '../../letters/index.ts'
import { lettersText } from './letters-text.ts'

const reasons: Readonly<Record<ReturnReason, string>> = {
  unknown: 'Onbekend op dit adres',
  moved: 'Verhuisd',
  refused: 'Geweigerd',
  deceased: 'Overleden',
  incomplete: 'Adres onvolledig',
  'not-collected': 'Niet afgehaald',
}

const steps: Readonly<Record<NextStep, string>> = {
  done: 'Gedaan',
  replaced: 'Er is een nieuwe brief: laat die drukken',
  'taken-back': 'De brief is ingetrokken. Staat de kiezer nog op de lijst, maak dan een nieuwe brief',
  'ask-register': 'Vraag het na bij de dienst bevolking; schrap de kiezer pas als die het bevestigt',
  'ask-address': 'Vraag het adres aan de dienst bevolking, verbeter het en maak een nieuwe brief',
  'correct-address': 'Vul het adres aan en maak een nieuwe brief',
  'keep-at-desk': 'Bewaar de brief aan het loket, voor als de kiezer om een duplicaat komt',
}

const followUps: Readonly<Record<FollowUp, string>> = {
  'address-corrected': 'Adres verbeterd',
  'to-register': 'Doorgegeven aan de dienst bevolking',
  collected: 'Afgehaald door de kiezer',
  none: 'Er hoeft niets te gebeuren',
}

/** What the page of returned post says. */
export const texts = {
  title: 'Teruggekeerde post',
  nothingOnPaper:
    'Er staat nog geen enkele brief in een drukbestand: er kan nog geen post terugkeren. Maak eerst de drukbestanden.',
  lead: 'Noteer elke brief die de post terugbracht. Dan weet u wie u nog moet bereiken.',
  register: {
    title: 'Noteren',
    numbers: 'Volgnummers op de brieven',
    numbersHint:
      'Eén per regel, of wat de scanner van de QR-code las. Een andere reden zet u achter een puntkomma: 123;verhuisd',
    reason: 'Reden op de envelop',
    button: 'Noteer',
    missing: 'Geef minstens één volgnummer.',
    tooMany: (most: number) => `Geef er hoogstens ${most} tegelijk.`,
    reasonMissing: 'Kies een reden.',
    not: 'Niet genoteerd',
    some: (noted: number) =>
      `${lettersText(noted)} ${noted === 1 ? 'is' : 'zijn'} genoteerd. De regels hieronder niet: verbeter ze of haal ze weg.`,
    line: (line: number) => `Regel ${line}`,
    because: {
      'not-a-letter': 'geen volgnummer, en geen QR-code van een brief van hier',
      'no-such-reason': 'deze reden bestaat niet',
      'reason-missing': 'er staat geen reden bij',
      'no-such-letter': 'er is geen brief met dit nummer',
      'never-printed': 'deze brief stond in geen enkel drukbestand, dus de post kan hem niet gehad hebben',
      'registered-before': 'stond al genoteerd',
      'twice-in-file': 'stond er twee keer bij',
    } as Readonly<Record<string, string>>,
  },
  reasons,
  steps,
  followUps,
  list: {
    title: 'Wat terugkwam',
    none: 'Er is nog geen brief teruggekomen.',
    open: (open: number, all: number) =>
      `Teruggekomen: ${lettersText(all)}. Nog op te volgen: ${lettersText(open)}.`,
    number: 'Volgnummer',
    section: 'Stemafdeling',
    on: 'Teruggekomen op',
    reason: 'Reden',
    digital: 'In de e-Box',
    digitalYes: 'Ja',
    digitalInactive: 'Ja, nog nooit geopend',
    digitalNo: 'Nee',
    next: 'Wat u doet',
  },
  followUp: {
    title: 'Opvolgen',
    number: 'Volgnummer',
    what: 'Wat is ermee gebeurd?',
    button: 'Noteer de opvolging',
    numberWrong: 'Geef een volgnummer: alleen cijfers.',
    whatMissing: 'Zeg wat ermee gebeurde.',
    notReturned: 'Van dit volgnummer is geen teruggekeerde brief genoteerd.',
  },
} as const
