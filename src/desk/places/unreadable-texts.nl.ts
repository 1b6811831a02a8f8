import type { PlaceColumn } from '../../elections/index.ts'
import type { CsvFaultCode, CsvFaultFacts, OtherKind } from '../../platform/csv/csv-fault.ts'
import { missingColumnsText } from '../missing-columns.nl.ts'

/** What each column that a file has to have is, for who makes the file. */
const columns: Readonly<Partial<Record<PlaceColumn, string>>> = {
  section: 'nummer van de stemafdeling',
  room: 'lokaal',
  place_code: 'uw code van het gebouw',
  place_name: 'naam van het gebouw',
  street: 'straat',
  house_number: 'huisnummer',
  postcode: 'postcode',
  city: 'gemeente of dorp',
}

const saveAsCsv =
  'Open het bestand in Excel, kies Opslaan als, en dan “CSV UTF-8 (door lijstscheidingsteken gescheiden)”. Kies daarna dat bestand.'

const kinds: Readonly<Record<OtherKind, string>> = {
  workbook: `Dit is een Excel-werkmap (.xlsx) of een ZIP, ook al heet het bestand misschien anders. Stemlocaties lezen we uit een CSV-bestand. ${saveAsCsv}`,
  'old-workbook': `Dit is een oude Excel-werkmap (.xls). Stemlocaties lezen we uit een CSV-bestand. ${saveAsCsv}`,
  pdf: 'Dit is een pdf. Daaruit kunnen we geen stemlocaties lezen. Kies een CSV-bestand.',
  compressed: 'Dit is een ingepakt bestand (gzip). Pak het eerst uit en kies het CSV-bestand dat erin zit.',
  'utf-16': `Excel bewaarde dit bestand als “Unicode-tekst”. ${saveAsCsv}`,
  'web-page':
    'Dit is een webpagina of een XML-bestand. Vaak is het een foutmelding of een aanmeldpagina die in de plaats van het bestand bewaard werd. Haal het bestand opnieuw op, en kies een CSV-bestand.',
}

const others: Readonly<Partial<Record<CsvFaultCode | 'header-only', string>>> = {
  empty: 'Het bestand is leeg. Kies een CSV-bestand met een rij per stemafdeling.',
  'header-only':
    'Het bestand heeft een eerste regel met kolommen, maar geen rijen eronder. Zet er een rij per stemafdeling in.',
  encoding: `Letters met een accent zijn niet te lezen: de tekst is niet overal in dezelfde tekencodering. ${saveAsCsv}`,
  'not-text': `Dit is geen tekstbestand. Stemlocaties lezen we uit een CSV-bestand. ${saveAsCsv}`,
  quoting:
    'Een aanhalingsteken wordt geopend en niet gesloten. Zoek de cel met één aanhalingsteken en haal het weg.',
  'line-too-long':
    'Een regel is veel te lang: waarschijnlijk staan alle rijen op één regel, of is een aanhalingsteken niet gesloten. Zet elke stemafdeling op een eigen regel.',
}

const nothing = 'Er is niets veranderd.'

/** Why a file of places can't be read at all: what it is instead, and what to do. Nothing for what has no sentence here. */
export function unreadableText(
  fault: CsvFaultCode | 'header-only',
  facts: CsvFaultFacts,
): string | undefined {
  const text = facts.kind
    ? kinds[facts.kind]
    : fault === 'missing-columns'
      ? missingColumnsText(facts, columns)
      : others[fault]
  return text && `${nothing} ${text}`
}
