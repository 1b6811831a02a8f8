import type { FindingTexts } from './finding-texts.ts'

/** What is possible, and still makes one look twice. */
export const dutchOddities = {
  'birth-date-to-come': {
    reason: 'De geboortedatum ligt in de toekomst.',
    remedy: 'Zoek de datum op in het bevolkingsregister en verbeter ze.',
  },
  'below-voting-age': {
    reason: 'Op de dag van de verkiezing is deze persoon te jong om in deze soort te stemmen.',
    remedy: 'Verbeter de geboortedatum of de soort kiezer. Wie echt te jong is, laat u weg.',
  },
  'more-voters': {
    reason: 'Deze lijst heeft veel meer kiezers dan de vorige.',
    remedy: 'Kijk na of het de lijst van uw gemeente is, en of er geen twee exports in staan.',
  },
  'unlike-last-election': {
    reason: 'Deze lijst is veel kleiner of groter dan die van de vorige verkiezing.',
    remedy:
      'Dat kan juist zijn: niet bij elke verkiezing stemmen dezelfde mensen. Kijk na of het de juiste lijst is.',
  },
  'list-of-another-election': {
    reason: 'Ditzelfde bestand was al de lijst van een andere verkiezing.',
    remedy: 'Kijk na of het de lijst van deze verkiezing is.',
  },
  'ages-of-another-day': {
    reason: 'Van veel kiezers past de leeftijd niet bij hun soort, op de dag van deze verkiezing.',
    remedy: 'Kijk na of de lijst voor deze dag gemaakt is.',
  },
  'another-municipality': {
    reason: 'De meeste kiezers wonen in een postcode van een andere gemeente, of zonder stemlocatie.',
    remedy: 'Kijk na of het de lijst van uw gemeente is.',
  },
  'large-section': {
    reason: 'Een stemafdeling heeft meer kiezers dan de wet toelaat.',
    remedy:
      'Splits de stemafdeling. Stond de gouverneur meer toe, zet zijn beslissing dan bij de stemlokalen, in size_leave.',
  },
  'likely-same-person': {
    reason: 'Een andere rij heeft dezelfde naam, geboortedatum en hetzelfde adres, onder een ander nummer.',
    remedy: 'Kijk na of het twee mensen zijn. Is het er één, laat dan een van de rijen weg.',
  },
  'crowded-home': {
    reason: 'Op dit adres wonen heel veel kiezers.',
    remedy: 'Is het een instelling, zet dan INSTITUTION in address_kind, met naam en kamer in care_of.',
  },
  'postcode-elsewhere': {
    reason: 'Deze postcode hoort niet bij de gemeente, of er is geen stemlocatie.',
    remedy:
      'Kijk na of de kiezer in uw gemeente woont. Is dat zo, zet dan alle postcodes in de gegevens van de gemeente (postcodes).',
  },
  'very-old': {
    reason: 'De kiezer zou heel oud zijn.',
    remedy: 'Kijk na of de eeuw van de geboortedatum juist is.',
  },
  'look-alike-letters': {
    reason: 'In de tekst staat een teken van een ander schrift dat op een van onze letters lijkt.',
    remedy: 'Typ het woord opnieuw. De code achteraan zegt welk teken het is.',
  },
  'lost-letter': {
    reason: 'In de tekst staat een vraagteken. Vaak is daar een letter verloren gegaan.',
    remedy: 'Vergelijk met het bevolkingsregister en maak het bestand opnieuw in UTF-8.',
  },
  'digit-in-name': {
    reason: 'In de naam staat een cijfer.',
    remedy: 'Kijk na of er geen kolommen door elkaar staan.',
  },
  'formula-start': {
    reason: 'De tekst begint met =, +, -, @ of een tab. Een rekenblad maakt daar een formule van.',
    remedy: 'Vergelijk met het bevolkingsregister en neem het teken weg.',
  },
  'made-a-date': {
    reason: 'Een rekenblad heeft van dit nummer een datum gemaakt.',
    remedy: 'Schrijf het nummer zoals het was, en bewaar de kolom als tekst.',
  },
  'stop-gap-name': {
    reason: 'Deze naam schrijft men waar geen naam bekend is.',
    remedy: 'Zoek de naam op in het bevolkingsregister. Staat er ook daar geen, dan komt dit op de brief.',
  },
} satisfies Partial<FindingTexts>
