import type { LetterState } from '../../letters/index.ts'

const letterStates: Readonly<Record<LetterState, string>> = {
  composed: 'opgemaakt, nog niet vrijgegeven',
  released: 'vrijgegeven',
  superseded: 'vervangen door een nieuwere',
  withdrawn: 'ingetrokken',
}

/** What the page of one letter says. */
export const texts = {
  title: 'Eén brief opvolgen',
  lead: 'Geef het volgnummer van de kiezer op de kiezerslijst. Wie welke brief opzocht, wordt genoteerd.',
  label: 'Volgnummer',
  button: 'Toon de tijdlijn',
  notANumber: 'Geef een volgnummer: alleen cijfers.',
  unknown: 'Geen brief met dit volgnummer in deze verkiezing.',
  letterStates,
  version: (version: number, state: string) => `Brief, versie ${version}: ${state}`,
  notHandedOver: 'Deze brief is nog niet overgedragen om te versturen.',
  outcome: 'Uitkomst',
  because: 'Reden',
  todo: 'Wat u doet',
  released: 'Vrijgegeven',
  finished: 'Uitkomst gekregen',
  next: 'Volgende poging',
  read: 'Geopend',
  notSeenRead: 'Niet gezien, of niet nagevraagd',
  receipt: 'Ontvangstbewijs',
  noReceipt: 'Geen',
  key: 'Sleutel',
  sha256: 'Vingerafdruk van de PDF (SHA-256)',
  attempts: 'Pogingen',
  noAttempts: 'Er is nog niet geprobeerd te versturen.',
  attempt: 'Poging',
  started: 'Begonnen',
  answered: 'Antwoord genoteerd',
  answer: 'Antwoord',
  noAnswer: 'Nog geen antwoord',
  route: 'Weg',
  request: 'Nummer van de aanvraag',
  theirs: 'bij de e-Box:',
} as const
