import type { FindingTexts } from './finding-texts.ts'

/** What an export or a workbook has between, above and under its voters. */
export const dutchTables = {
  'hidden-row': {
    reason: 'De rij is verborgen of weggefilterd. Niemand kan weten of deze kiezer op de lijst hoort.',
    remedy:
      'Wis de filter en toon alle rijen, of verwijder ze. In een omschrijving kan ook hiddenRows staan: read of pass-over.',
  },
  'merged-cells': {
    reason: 'Vanaf deze rij zijn cellen van de tabel samengevoegd: alleen de eerste cel is gevuld.',
    remedy: 'Splits de cellen en vul ze elk in.',
  },
  'merged-header': {
    reason: 'Cellen van de kopregel lopen door in de rij eronder: de kop heeft meer dan één regel.',
    remedy:
      'Zet in de omschrijving hoeveel regels we overslaan ("skipLines") en de namen op volgorde ("fields"). Of splits de cellen.',
  },
  'one-cell': {
    reason: 'In de rij staat één tekst en geen kiezer.',
    remedy:
      'Haal de rij weg. Staat ze in elke export, zet ze dan bij de rijen die we overslaan ("passOver" in de omschrijving).',
  },
  'error-value': {
    reason:
      'In de cel staat een fout van een rekenblad, zoals #N/B, of een formule die nooit is uitgerekend.',
    remedy: 'Open het bestand in het rekenprogramma, verbeter de cel en bewaar het opnieuw.',
  },
  'repeated-header': {
    reason: 'De rij herhaalt de kopregel.',
    remedy: 'We sloegen de rij over. Kijk na of er geen andere lijst achter de eerste geplakt is.',
  },
  'total-line': {
    reason: 'In de rij staat een totaal en geen kiezer.',
    remedy: 'We sloegen de rij over. Vergelijk het getal met het aantal kiezers in dit verslag.',
  },
  'row-passed-over': {
    reason: 'De omschrijving zegt dat we deze rij overslaan.',
    remedy: 'We lazen ze niet. Kijk na of er geen kiezer in staat.',
  },
  'hidden-row-passed-over': {
    reason: 'De rij is verborgen of weggefilterd.',
    remedy:
      'We sloegen de rij over, zoals de omschrijving zegt. Kijk na of de kiezer niet op de lijst hoort.',
  },
  'hidden-column': {
    reason: 'Een kolom die we lezen, is verborgen in het werkblad.',
    remedy: 'We lazen ze toch. Toon de kolom en kijk na of het de juiste is.',
  },
  'sheet-not-read': {
    reason: 'De werkmap heeft nog werkbladen waar iets op staat.',
    remedy: 'We lazen ze niet. Kijk na of daar geen kiezers op staan.',
  },
  'join-without-partners': {
    reason: 'Geen enkele rij van een gekoppeld bestand hoort bij een kiezer van de lijst.',
    remedy:
      'Vergelijk de sleutels ("on" in de omschrijving; "digits" zet nullen vooraan) en kijk na of het het juiste bestand is.',
  },
  'join-partly-used': {
    reason: 'Sommige rijen van een gekoppeld bestand horen bij geen kiezer van de lijst.',
    remedy: 'We lazen ze niet. Kijk na of dat aantal klopt.',
  },
} satisfies Partial<FindingTexts>
