import type { FindingTexts } from './finding-texts.ts'
import { dutchOddities as oddities } from './finding-texts-oddities.nl.ts'
import { dutchTables as tables } from './finding-texts-tables.nl.ts'

/** Whatever is wrong with a workbook as a whole. */
const saveTheSheet =
  'Open ze in het rekenprogramma. Bewaar het werkblad als "Excel-werkmap (.xlsx)" zonder wachtwoord, of als CSV UTF-8.'

export const dutch: FindingTexts = {
  'not-text': {
    reason: 'Dit is geen tekstbestand dat we kunnen lezen.',
    remedy:
      'Bewaar het als CSV UTF-8. Een kiezerslijst mag ook een werkmap (.xlsx) zijn. Een pdf of een zip lezen we niet.',
  },
  encoding: {
    reason: 'De tekst is niet overal in dezelfde tekencodering, of in een die we niet kennen.',
    remedy: 'Maak het bestand opnieuw en kies UTF-8 als tekencodering.',
  },
  empty: { reason: 'Het bestand is leeg.', remedy: 'Maak het bestand opnieuw.' },
  'header-only': {
    reason: 'Het bestand heeft een kopregel, maar geen kiezers.',
    remedy: 'Maak het bestand opnieuw, met de kiezers erin.',
  },
  'missing-columns': {
    reason: 'Een kolom die nodig is, ontbreekt: geen enkele regel heeft alle namen.',
    remedy:
      'Verbeter de naam in de kopregel of in de omschrijving. Het formaat noemt alle kolommen van een lijst.',
  },
  'unknown-column': {
    reason: 'De kopregel heeft een kolom die het formaat niet kent.',
    remedy:
      'We lezen de kolom niet. Verbeter de naam of laat de kolom weg: stuur geen gegevens die niet nodig zijn.',
  },
  'double-columns': {
    reason: 'De kopregel noemt een kolom twee keer.',
    remedy: 'Houd een van de twee.',
  },
  'line-too-long': {
    reason: 'Een rij is langer dan voor een kiezer nodig is.',
    remedy: 'Kijk na of elke kiezer op een eigen regel staat en of elk aanhalingsteken gesloten is.',
  },
  quoting: {
    reason: 'Een aanhalingsteken is niet gesloten of staat midden in een cel.',
    remedy: 'Verdubbel elk aanhalingsteken in een cel en zet die cel tussen aanhalingstekens.',
  },
  'missing-file': {
    reason: 'De omschrijving leest meer dan één bestand. Een van die bestanden ontbreekt.',
    remedy: 'Geef alle bestanden van de export. De omschrijving noemt ze.',
  },
  'damaged-row': {
    reason: 'Een rij van een gekoppeld bestand heeft meer of minder cellen dan de kopregel.',
    remedy: 'Maak dat bestand opnieuw.',
  },
  'double-keys': {
    reason:
      'Twee rijen van een gekoppeld bestand hebben dezelfde sleutel. We weten niet welke bij de kiezer hoort.',
    remedy: 'Maak dat bestand opnieuw met één rij per sleutel, of koppel op een ander veld.',
  },
  'not-a-workbook': {
    reason: 'Deze werkmap kunnen we niet lezen.',
    remedy: saveTheSheet,
  },
  'damaged-workbook': {
    reason: 'Deze werkmap kunnen we niet lezen.',
    remedy: saveTheSheet,
  },
  'which-sheet': {
    reason: 'Het is niet duidelijk welk werkblad de lijst is.',
    remedy: 'Noem het werkblad in de omschrijving, of bewaar een werkmap met alleen de lijst.',
  },
  ...tables,
  'cell-count': {
    reason: 'De rij heeft meer of minder cellen dan de kopregel.',
    remedy:
      'Zet cellen met het scheidingsteken tussen aanhalingstekens. Is het de laatste rij, dan is het bestand afgebroken: maak het opnieuw.',
  },
  'missing-value': { reason: 'De cel is leeg.', remedy: 'Vul de cel in.' },
  'too-long': {
    reason: 'De tekst is te lang voor deze kolom.',
    remedy: 'Maak de tekst korter, zoals het formaat vraagt.',
  },
  'unprintable-character': {
    reason: 'In de cel staat een teken dat we niet kunnen drukken.',
    remedy: 'Haal het teken weg. Vaak komt het van kopiëren of van een verkeerde tekencodering.',
  },
  'not-a-whole-number': {
    reason: 'Dit is geen geheel getal van 1 tot 9 999 999.',
    remedy: 'Schrijf alleen cijfers.',
  },
  'number-length': {
    reason: 'Het rijksregisternummer heeft geen 11 cijfers.',
    remedy:
      'Kijk na of de nullen vooraan er nog staan. Bewaar de kolom als tekst. Wat een rekenblad inkortte tot 8,56E+10, is niet te herstellen.',
  },
  'number-check-digits': {
    reason: 'De laatste twee cijfers van het rijksregisternummer passen niet bij de andere.',
    remedy: 'Zoek het nummer op in het bevolkingsregister en verbeter het.',
  },
  'number-date': {
    reason: 'De eerste zes cijfers van het rijksregisternummer kunnen geen datum zijn.',
    remedy: 'Zoek het nummer op in het bevolkingsregister en verbeter het.',
  },
  'number-future': {
    reason: 'Volgens het rijksregisternummer is deze persoon nog niet geboren.',
    remedy: 'Zoek het nummer op in het bevolkingsregister en verbeter het.',
  },
  'number-counter': {
    reason: 'Het volgnummer in het rijksregisternummer krijgt nooit iemand.',
    remedy: 'Zoek het nummer op in het bevolkingsregister en verbeter het.',
  },
  'number-test-number': {
    reason:
      'Dit soort nummer mag hier niet binnen: een testnummer in het echt, of een echt nummer in een demo.',
    remedy: 'Lees de lijst in bij de juiste installatie.',
  },
  'not-a-date': {
    reason: 'Dit is geen datum.',
    remedy: 'Schrijf de datum als 1985-01-31 of laat de cel leeg.',
  },
  'unknown-category': {
    reason: 'Deze soort kiezer bestaat niet.',
    remedy: 'Gebruik een van de codes van het formaat.',
  },
  'category-without-vote': {
    reason: 'Kiezers van deze soort mogen bij deze verkiezing niet stemmen.',
    remedy: 'Kijk de soort kiezer na, of de verkiezing waarvoor de lijst is.',
  },
  'unknown-section': {
    reason: 'De verkiezing heeft geen stemafdeling met dit nummer.',
    remedy: 'Verbeter de stemafdeling of lees eerst de stemlocaties en stemafdelingen in.',
  },
  'bad-postcode': {
    reason: 'Een Belgische postcode heeft vier cijfers en begint niet met 0.',
    remedy: 'Verbeter de postcode of vul het land in.',
  },
  'unknown-country': {
    reason: 'Dit is geen landcode.',
    remedy: 'Gebruik twee hoofdletters (ISO 3166-1), zoals FR. Laat de cel leeg voor België.',
  },
  'unknown-no-post': {
    reason: 'Deze reden waarom er geen post kan komen, bestaat niet.',
    remedy: 'Gebruik GONE of RETURNED, of laat de cel leeg.',
  },
  'unknown-language': {
    reason: 'Deze taal kan de kiezer niet gevraagd hebben.',
    remedy: 'Gebruik nl of fr, of laat de cel leeg.',
  },
  'unknown-address-kind': {
    reason: 'Deze soort adres bestaat niet.',
    remedy: 'Gebruik REFERENCE, INSTITUTION of PROTECTED, of laat de cel leeg.',
  },
  'address-incomplete': {
    reason: 'Het adres is niet volledig.',
    remedy: 'Vul straat en gemeente in, en in België ook de postcode.',
  },
  'double-national-number': {
    reason: 'Twee rijen hebben hetzelfde rijksregisternummer.',
    remedy: 'Houd een van de twee. Elke kiezer staat één keer op de lijst.',
  },
  'double-list-number': {
    reason: 'Twee rijen hebben hetzelfde nummer op de lijst.',
    remedy: 'Nummer de lijst opnieuw. Elk nummer komt één keer voor.',
  },
  'row-changed': {
    reason: 'De rij van de lijst is niet meer wat ze was toen het herstelblad gemaakt werd.',
    remedy: 'Geef de lijst waarvoor het blad gemaakt is, of maak een nieuw herstelblad.',
  },
  'no-such-row': {
    reason: 'De lijst heeft deze rij niet.',
    remedy: 'Laat de eerste kolommen van het herstelblad zoals ze waren.',
  },
  'no-such-column': {
    reason: 'De lijst kent deze kolom niet.',
    remedy: 'Schrijf de naam van een kolom zoals het formaat ze noemt.',
  },
  'check-missing': {
    reason: 'De controle ontbreekt, dus deze rij stond niet op het herstelblad.',
    remedy: 'Kopieer een regel van dezelfde rij. Een rij zonder bevinding verbetert u in het bronprogramma.',
  },
  'mended-twice': {
    reason: 'Dezelfde cel krijgt twee verschillende verbeteringen.',
    remedy: 'Houd een van de twee.',
  },
  'unknown-mutation': {
    reason: 'Dit is geen soort mutatie.',
    remedy: 'Schrijf strike (schrappen), add (toevoegen) of correct (verbeteren).',
  },
  'unknown-ground': {
    reason: 'De wet kent deze grond niet voor deze soort mutatie.',
    remedy: 'Kies een van de gronden die het formaat noemt.',
  },
  'date-to-come': {
    reason: 'De dag ligt in de toekomst.',
    remedy: 'Schrijf de dag van de gebeurtenis of van de beslissing zelf.',
  },
  'nothing-to-correct': {
    reason: 'De rij verbetert niets: de lijst zegt het al zo.',
    remedy: 'Vul in wat de lijst moet zeggen, of laat de rij weg.',
  },
  'another-person': {
    reason: 'Een rijksregisternummer wordt niet verbeterd: met een ander nummer is het een andere persoon.',
    remedy: 'Schrap de ene en voeg de andere toe, elk met een eigen beslissing.',
  },
  'not-on-list': {
    reason: 'Niemand op de lijst heeft dit nummer.',
    remedy: 'Zoek het nummer op in de lijst.',
  },
  'another-name': {
    reason: 'De kiezer met dit nummer heeft een andere achternaam.',
    remedy: 'Kijk nummer en naam na: een van de twee is van een andere kiezer.',
  },
  'already-struck': {
    reason: 'Deze kiezer is al geschrapt.',
    remedy: 'Laat de rij weg; een beslissing die de kiezer terugzet, is een toevoeging.',
  },
  'already-on-list': {
    reason: 'Deze persoon staat al op de lijst.',
    remedy: 'Laat de rij weg, of verbeter wat de lijst zegt.',
  },
  'numbering-gap': {
    reason: 'Voor deze rij ontbreken nummers.',
    remedy:
      'Kijk na of er geen kiezers weg zijn. Zijn de nummers echt niet in gebruik, aanvaard dan de lijst.',
  },
  'section-without-voters': {
    reason: 'Een stemafdeling van de verkiezing heeft geen kiezers op deze lijst.',
    remedy: 'Kijk na of de lijst volledig is en of de stemafdeling nog bestaat.',
  },
  'fewer-voters': {
    reason: 'Deze lijst heeft veel minder kiezers dan de vorige.',
    remedy: 'Kijk na of het bestand volledig is voor u de lijst aanvaardt.',
  },
  'age-against-category': {
    reason: 'De leeftijd op de dag van de verkiezing past niet bij de soort kiezer.',
    remedy: 'Kijk de geboortedatum en de soort kiezer na.',
  },
  'birth-date-differs': {
    reason: 'De geboortedatum is een andere dan die in het rijksregisternummer.',
    remedy: 'Allebei kunnen ze juist zijn. Kijk na of er geen rijen door elkaar staan.',
  },
  'no-first-name': {
    reason: 'De kiezer heeft geen voornaam.',
    remedy: 'Dat kan juist zijn. Kijk het na in het bevolkingsregister.',
  },
  'other-script': {
    reason: 'In de tekst staan letters van een ander schrift. Die kunnen op onze letters lijken.',
    remedy: 'Vervang ze als ze van kopiëren komen.',
  },
  'garbled-letters': {
    reason: 'De tekst ziet er beschadigd uit, alsof er vroeger een verkeerde tekencodering gebruikt is.',
    remedy: 'Vergelijk met het bevolkingsregister en maak het bestand opnieuw in UTF-8.',
  },
  'no-post': {
    reason: 'Deze kiezer kan geen post krijgen.',
    remedy: 'Op papier wordt de kiezer een uitzondering met naam. De brief ligt klaar aan het loket.',
  },
  'care-of-missing': {
    reason:
      'Dit is een referentieadres of een instelling, maar er staat niet bij wie of in welke instelling.',
    remedy: 'Vul de naam in, en in een instelling ook de kamer. Zonder die regel kan de brief verloren gaan.',
  },
  ...oddities,
}
