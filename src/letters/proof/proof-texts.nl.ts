import { dutchNumber } from '../../platform/pdf/paper.ts'
import type { SampleReason } from './sample-overview.ts'

/** The words of the proof's first pages. A code without a word of its own is shown as it is. */
const words: Readonly<Record<string, string>> = {
  BELGIAN: 'Belgen',
  BELGIAN_16_17: 'Belgen van 16 en 17 jaar',
  EU: 'EU-burgers',
  EU_16_17: 'EU-burgers van 16 en 17 jaar',
  NON_EU: 'niet-EU-burgers',
  BELGIAN_ABROAD: 'Belgen in het buitenland',
  nl: 'Nederlands',
  fr: 'Frans',
  name: 'naam',
  listNumber: 'volgnummer',
  section: 'stemafdeling',
  residence: 'hoofdverblijfplaats',
  address: 'adres',
  language: 'taal',
  birthDate: 'geboortedatum',
  nationalNumber: 'rijksregisternummer',
  sex: 'geslacht',
  otherFacts: 'een gegeven dat niet op de brief hoort',
  text: 'tekst',
  bureau: 'stembureau',
  room: 'stemlokaal',
  place: 'gebouw',
  placeAddress: 'adres van het gebouw',
  municipality: 'gemeente',
  municipalityAddress: 'adres van de gemeente',
  arms: 'wapenschild',
  department: 'dienst',
  phone: 'telefoon',
  email: 'e-mail',
  website: 'website',
  signature: 'ondertekening',
  desk: 'loket voor duplicaten',
  deskHours: 'uren van het loket',
  practicalInfo: 'bericht van de gemeente',
  pollingDay: 'verkiezingsdag',
  electionName: 'naam van de verkiezing',
  opens: 'opening',
  closes: 'sluiting',
  hours: 'uren',
  assemblies: 'wat verkozen wordt',
  legalName: 'naam van de brief',
  statutoryTexts: 'wettekst',
  statements: 'mededeling',
  postageMention: 'vermelding voor de post',
  paperColour: 'kleur van het papier',
  entrance: 'ingang',
  stepFree: 'toegang zonder trappen',
  voterCategory: 'vermelding van de categorie',
  'no-address': 'geen adres in het venster',
  'too-many-lines': 'naam en adres nemen meer regels dan er in het venster passen',
  'other-lines': 'andere regels dan het adres',
  'ink-beside-address': 'iets naast het adres',
  'leaves-window': 'buiten het venster',
  'too-large': 'adres te groot',
  'too-near-edge': 'te dicht bij de rand',
  'no-town': 'geen postcode en gemeente',
}

export function word(code: string): string {
  const [kind, ...rest] = code.split(' ')
  if (rest.length > 0) return `${kind === 'law' ? 'wettekst' : 'mededeling'} ${rest.join(' ')}`
  return words[code] ?? code
}

export const statementName = (title: string) => `mededeling “${title}”`

export const reasonWords: Readonly<Record<SampleReason, string>> = {
  'rare-letters': 'zeldzame letters, apart gezet',
  'typeset-whole': 'past niet op de drukplaat, apart gezet',
  correction: 'verbeterde brief',
  moved: 'verhuisd',
  abroad: 'adres in het buitenland',
  'particular-address': 'referentieadres, instelling of beschermd adres',
  'no-first-name': 'geen voornaam',
  'no-house-number': 'geen huisnummer',
  'longest-name': 'langste naam',
  'shortest-name': 'kortste naam',
  'longest-address': 'langste adres',
  'unusual-letters': 'letters met accent of teken',
  'one-of-each': 'een van elke soort',
  drawn: 'door het lot',
}

const counted = (count: number, one: string, more: string) =>
  `${dutchNumber(count)} ${count === 1 ? one : more}`
const letters = (count: number) => counted(count, 'brief', 'brieven')
const sections = (count: number) => counted(count, 'stemafdeling', 'stemafdelingen')

export const texts = {
  title: 'Proef van de kiesbrieven',
  subtitle: (municipality: string, election: string, day: string) => `${municipality} · ${election} · ${day}`,
  footer: (municipality: string, hash: string) => `${municipality} · proef ${hash.slice(0, 16)}`,
  summary: (sampled: number, composed: number, wrong: number) =>
    `Deze proef toont ${dutchNumber(sampled)} van de ${letters(composed)}. ${
      wrong === 0
        ? 'De controles vonden niets dat de vrijgave tegenhoudt. Kijk de brieven na, en vraag dan de vrijgave.'
        : `${counted(wrong, 'controle vond', 'controles vonden')} een fout. Zo kan de vrijgave niet gevraagd worden.`
    }`,
  facts: {
    hash: 'Proef (SHA-256)',
    list: 'Kiezerslijst (SHA-256)',
    letters: 'Alle brieven (SHA-256)',
    versions: 'Opmaak · drukpers',
    typesetWhole: 'Apart gezet',
  },
  words: {
    checks: 'Controles',
    checksText:
      'De controles gaan over alle brieven, behalve waar “steekproef” staat. ✓ is in orde, ! kijkt iemand het best na, ✗ houdt de vrijgave tegen.',
    todo: 'Wat te doen',
  },
  letters,
  where: (section: number, listNumber?: number) =>
    listNumber === undefined ? `afdeling ${section}` : `afdeling ${section}, volgnummer ${listNumber}`,
  instead: (should: string) => ` in plaats van “${should}”`,
  more: (count: number) => `en nog ${count}`,
  difference: {
    title: 'Wat is anders dan vorige keer?',
    none: 'Dit is de eerste proef van deze verkiezing.',
    since: (released: boolean, hash: string) =>
      `Vergeleken met proef ${hash.slice(0, 16)}, ${released ? 'die vrijgegeven is' : 'die niet vrijgegeven is'}.`,
    unchanged: (count: number) => `${sections(count)}: aan de teksten is niets veranderd.`,
    added: (numbers: string) => `Nieuw sinds vorige keer: afdeling ${numbers}.`,
    head: ['Wat', 'Was', 'Is nu', 'Afdeling'],
    countHead: ['Afdeling', 'Kiezers', 'Taal', 'Brieven toen', 'Brieven nu'],
    everywhere: (count: number) => `alle ${count}`,
    moreCounts: (count: number) => `En nog ${count} andere aantallen.`,
  },
  counts: {
    title: 'Hoeveel brieven',
    head: ['Afdeling', 'Kiezers', 'Taal', 'Brieven'],
    all: 'samen',
  },
  index: {
    title: 'Welke brieven staan in deze proef?',
    text: 'De brieven volgen hierna in deze volgorde. De bladwijzers van dit bestand springen naar elke brief.',
    head: ['Nr.', 'Afdeling', 'Volgnummer', 'Kiezers', 'Taal', 'Waarom'],
    frontPages: 'Controles en overzicht',
    section: (section: number, count: number) => `Stemafdeling ${section} (${letters(count)})`,
    letter: (number: number, listNumber: number, why: string) =>
      `${number}. volgnummer ${listNumber}: ${why}`,
  },
} as const
