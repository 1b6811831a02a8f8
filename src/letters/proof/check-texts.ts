import type { CheckCode } from './check.ts'

/** What a check is about, and what to do when it finds something. */
export interface CheckText {
  readonly title: string
  readonly remedy: string
}

export type CheckTexts = Readonly<Record<CheckCode, CheckText>>

const composeAgain = 'withdraw these letters (`letters withdraw`), compose them again, and take a new sample'

export const checkTextsEn: CheckTexts = {
  'one-letter-each': {
    title: 'Every voter on the list has one letter, nobody else has one',
    remedy: 'compose the letters again',
  },
  'right-voter': {
    title: 'Name, residence, section and list number are those of the voter on the list',
    remedy: composeAgain,
  },
  'room-of-section': { title: 'Room and place are those of the section', remedy: composeAgain },
  'own-municipality': {
    title: 'Telephone, website, desk and signature are those of this municipality',
    remedy: composeAgain,
  },
  'polling-day-and-hours': { title: 'Polling day and hours are those of the law', remedy: composeAgain },
  'assemblies-of-category': {
    title: 'What is elected is what this category of voters votes for',
    remedy: composeAgain,
  },
  'texts-of-the-law': {
    title: 'The legal name, the texts of the law and the mention for free postage are there',
    remedy: composeAgain,
  },
  'language-asked': { title: 'The language is the one that was asked for', remedy: composeAgain },
  'nothing-forbidden': {
    title: 'No birth date, national number or sex on any letter',
    remedy: 'take it out of the list, or of the file of the municipality, and compose these letters again',
  },
  'read-from-pdf': {
    title: 'What a letter has to say is read in its PDF (sample)',
    remedy: 'look at these letters, and report it: the layout hides something',
  },
  'address-in-window': {
    title: 'The address stands alone in the window of the envelope, with the room the post asks (sample)',
    remedy: 'look at these letters: shorten the name or the address on the list, or report it',
  },
  'access-known': {
    title: 'How one gets into the polling place is filled in',
    remedy: 'add entrance or step-free access to the list of places, if it is known',
  },
  'access-in-french': {
    title: 'On French letters, how one gets into the polling place is said in French',
    remedy: 'add entrance_fr to the list of places, then compose these letters again',
  },
}

const opnieuw = 'trek deze brieven in, maak ze opnieuw op en neem een nieuwe steekproef'

export const checkTextsNl: CheckTexts = {
  'one-letter-each': {
    title: 'Elke kiezer op de lijst heeft één brief, en niemand anders heeft er een',
    remedy: 'maak de brieven opnieuw op',
  },
  'right-voter': {
    title: 'Naam, adres, stemafdeling en volgnummer zijn die van de kiezer op de lijst',
    remedy: opnieuw,
  },
  'room-of-section': { title: 'Stemlokaal en gebouw zijn die van de stemafdeling', remedy: opnieuw },
  'own-municipality': {
    title: 'Telefoon, website, loket en ondertekening zijn die van deze gemeente',
    remedy: opnieuw,
  },
  'polling-day-and-hours': { title: 'Verkiezingsdag en uren zijn die van de wet', remedy: opnieuw },
  'assemblies-of-category': {
    title: 'Wat verkozen wordt, is waarvoor deze kiezers stemmen',
    remedy: opnieuw,
  },
  'texts-of-the-law': {
    title: 'De wettelijke naam, de wetteksten en de vermelding voor gratis port staan erop',
    remedy: opnieuw,
  },
  'language-asked': { title: 'De taal is de taal die gevraagd is', remedy: opnieuw },
  'nothing-forbidden': {
    title: 'Op geen enkele brief staat een geboortedatum, rijksregisternummer of geslacht',
    remedy: 'haal het uit de lijst of uit de gegevens van de gemeente en maak deze brieven opnieuw op',
  },
  'read-from-pdf': {
    title: 'Wat op een brief moet staan, is te lezen in de pdf (steekproef)',
    remedy: 'bekijk deze brieven en meld het: de opmaak verbergt iets',
  },
  'address-in-window': {
    title:
      'Het adres staat alleen in het venster van de envelop, met de ruimte die bpost vraagt (steekproef)',
    remedy: 'bekijk deze brieven: maak de naam of het adres op de lijst korter, of meld het',
  },
  'access-known': {
    title: 'Bij elk stemlokaal staat hoe men er binnenraakt',
    remedy: 'vul de ingang of de toegang zonder trappen aan bij de stemlocaties, voor zover die bekend is',
  },
  'access-in-french': {
    title: 'Op Franse brieven staat in het Frans hoe men in het stemlokaal binnenraakt',
    remedy:
      'vul de ingang in het Frans aan (kolom entrance_fr van het bestand met stemlocaties) en maak deze brieven opnieuw op',
  },
}
