import type { PlaceFaultCode } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import { counted } from '../../platform/counted.ts'
import type { UploadRefusal } from '../../platform/http/read-upload.ts'

interface FaultTexts {
  readonly wrong: string
  readonly remedy: string
}

const wrong: Readonly<Record<PlaceFaultCode, FaultTexts>> = {
  empty: { wrong: 'is leeg.', remedy: 'Vul het in.' },
  'too-long': { wrong: 'is te lang om op een brief te passen.', remedy: 'Kort het in.' },
  'no-section-number': {
    wrong: 'is geen nummer van een stemafdeling.',
    remedy: 'Geef een geheel getal vanaf 1.',
  },
  'no-postcode': { wrong: 'is geen Belgische postcode.', remedy: 'Geef vier cijfers.' },
  'neither-yes-nor-no': { wrong: 'is geen ja en geen nee.', remedy: 'Schrijf ja of nee, of laat het leeg.' },
  'no-district': {
    wrong: 'is geen district van deze gemeente.',
    remedy: 'Neem de naam uit de gegevens van de gemeente.',
  },
  'districts-unknown': {
    wrong: 'is hier niet bekend.',
    remedy: 'Vraag de uitbater om de districten toe te voegen.',
  },
  'no-bound': { wrong: 'hoort niet bij deze verkiezing.', remedy: 'Laat het leeg.' },
  'without-dutch': {
    wrong: 'staat er zonder het Nederlands.',
    remedy: 'Vul ook de ingang in het Nederlands in.',
  },
  'no-coordinate': {
    wrong: 'is geen plaats in België.',
    remedy: 'Geef breedte en lengte in graden, zoals 51,05 en 3,72, of laat beide leeg.',
  },
  damaged: { wrong: 'De rij heeft te veel of te weinig velden.', remedy: 'Kijk de scheidingstekens na.' },
  'double-section': { wrong: 'staat er twee keer.', remedy: 'Geef elke stemafdeling één keer.' },
  'double-room': {
    wrong: 'is al van een andere stemafdeling.',
    remedy: 'Geef elke stemafdeling een eigen lokaal.',
  },
  differs: {
    wrong: 'verschilt van een eerdere rij met dezelfde place_code.',
    remedy: 'Beschrijf een gebouw in elke rij gelijk, of geef het een andere code.',
  },
}

const upload: Readonly<Record<UploadRefusal, string>> = {
  'not-from-our-page': 'De pagina was te oud. Er is niets veranderd. Kies het bestand opnieuw.',
  'no-file': 'Kies eerst een bestand.',
  'too-large': 'Het bestand is te groot: hoogstens 20 MB. Er is niets veranderd.',
  broken: 'Het bestand kwam niet helemaal aan. Er is niets veranderd. Probeer het opnieuw.',
}

const list = (sections: readonly number[]) =>
  sections.length === 1 ? `stemafdeling ${sections[0]}` : `stemafdelingen ${sections.join(', ')}`

const placeOrPlaces = (count: number) => (count === 1 ? '1 stemlocatie' : `${count} stemlocaties`)

const votingIsOver =
  'De stembureaus zijn gesloten. Waar mensen stemden, blijft zoals het was. Er is niets bewaard.'

export const texts = {
  yes: 'Ja',
  no: 'Nee',
  notKnown: 'Niet bekend',
  address: ({ street, houseNumber, box, postcode, city }: Address) =>
    `${[street, houseNumber, box && `bus ${box}`].filter(Boolean).join(' ')}, ${postcode} ${city}`,
  places: {
    title: 'Stemlocaties en stemafdelingen',
    lead: (places: string, sections: string, { open, close }: { open: string; close: string }) =>
      `${places} ${places === '1' ? 'stemlocatie' : 'stemlocaties'} met ${sections} ${sections === '1' ? 'stemafdeling' : 'stemafdelingen'}, open van ${open} tot ${close} uur.`,
    hours: (source: string) =>
      `De openingsuren volgen uit de wet en gelden overal (${source}). U wijzigt ze niet hier.`,
    import: 'Lees een bestand met stemlocaties in',
    importAgain: 'Lees een nieuw bestand in',
    caption: 'Stemlocaties',
    empty: 'Er zijn nog geen stemlocaties. Lees een bestand in met een rij per stemafdeling.',
    noList: 'Nog geen lijst',
  },
  columns: {
    place: 'Stemlocatie',
    address: 'Adres',
    sections: 'Stemafdelingen (lokaal)',
    voters: 'Kiezers',
    stepFree: 'Zonder trap',
    onMap: 'Op de kaart',
  },
  map: {
    label: 'Kaart van de stemlocaties',
    number: (number: number) => `Nummer ${number}`,
    note: 'De kaart toont hetzelfde als de tabel. Het nummer van elke locatie staat ook in de tabel.',
    withoutBackground:
      'De kaart toont waar de locaties liggen ten opzichte van elkaar, zonder straten. De tabel zegt hetzelfde, met hetzelfde nummer.',
  },
  missing: {
    title: 'Wat nog ontbreekt',
    stepFree: (count: number) =>
      `Van ${placeOrPlaces(count)} is niet bekend of men er zonder trap binnen kan. Kiezers in een rolstoel rekenen daarop. Vul het aan:`,
    coordinates: (count: number) =>
      `${placeOrPlaces(count)} ${count === 1 ? 'heeft' : 'hebben'} geen plaats op de kaart. Vul het aan:`,
    tooLarge: (section: number, voters: number, largest: number) =>
      `Stemafdeling ${section} heeft ${voters} kiezers; de wet laat er ${largest} toe. Verdeel ze, of noteer de toelating van de gouverneur in het bestand.`,
    andMore: (count: number) => `en nog ${count}`,
  },
  outdated: {
    title: 'Brieven zeggen nu iets anders',
    composed: (sections: readonly number[]) =>
      `De brieven van ${list(sections)} zijn opgemaakt, maar nog niet vrijgegeven. Trek ze in en maak ze opnieuw op. Daarna neemt u een nieuwe proef.`,
    released: (sections: readonly number[]) =>
      `De brieven van ${list(sections)} zijn al vrijgegeven. Ze blijven zoals ze zijn tot u ze vervangt: kiezers krijgen dan een nieuwe brief die zegt welke hij vervangt. Overleg eerst; twee personen geven vrij.`,
  },
  import: {
    title: 'Stemlocaties inlezen',
    lead: 'Het bestand komt in de plaats van alle stemlocaties die er nu zijn. Met één fout in het bestand verandert er niets.',
    file: 'Bestand met stemlocaties',
    hint: 'Een CSV-bestand, met een rij per stemafdeling. Hoogstens 20 MB. Een Excel-werkmap bewaart u eerst als CSV UTF-8.',
    button: 'Lees in',
    refused: (count: string) =>
      `Er is niets veranderd. ${count === '1' ? 'Er is 1 fout' : `Er zijn ${count} fouten`} in het bestand; ze staan in de tabel. Herstel ze en lees het bestand opnieuw in.`,
    inUse: (sections: string) =>
      `Er is niets veranderd. Van deze stemafdelingen zijn er al brieven, en ze ontbreken in het bestand: ${sections.replace(/^sections? /, '')}. Zet ze terug in het bestand.`,
    tooMany: 'Het bestand heeft te veel rijen: hoogstens 20.000. Er is niets veranderd.',
    columnsTitle: 'Welke kolommen heeft het bestand?',
    columns: [
      'Verplicht: section (nummer van de stemafdeling), room (lokaal), place_code (uw code van het gebouw), place_name, street, house_number, postcode, city.',
      'Mag: box, district, entrance (waar men binnengaat), entrance_fr (hetzelfde in het Frans), step_free (ja of nee), facilities (met | ertussen), latitude en longitude, size_leave.',
      'Een gebouw met meer lokalen staat in elke rij op dezelfde manier beschreven.',
    ],
  },
  faults: {
    caption: 'Wat er fout is in het bestand',
    none: 'Geen fouten.',
    row: 'Rij',
    column: 'Kolom',
    wrong: 'Wat is er',
    remedy: 'Wat u doet',
    more: (count: string) =>
      `En nog ${counted(count, 'fout', 'fouten')}. Herstel eerst deze; de andere ziet u daarna.`,
  },
  wrong,
  upload,
  room: {
    change: 'Wijzig lokaal',
    changeAbout: (section: number) => `van stemafdeling ${section}`,
    title: (section: number) => `Stemlokaal van stemafdeling ${section}`,
    letters: {
      none: 'Er zijn nog geen brieven van deze stemafdeling. Wat u wijzigt, komt vanzelf op de brieven.',
      composed:
        'Er zijn al brieven van deze stemafdeling opgemaakt. Wat u hier wijzigt, staat er nog niet op: trek ze daarna in en maak ze opnieuw op.',
      released:
        'De brieven van deze stemafdeling zijn al vrijgegeven. Wijzigt u het lokaal, dan noemen ze vanaf dat ogenblik een verkeerd lokaal en geeft het loket er geen duplicaat meer van. Na het bewaren komt u bij de verbeteringen: daar krijgen deze kiezers een nieuwe brief, die twee personen vrijgeven.',
    },
    labels: {
      room: 'Lokaal',
      place: 'Stemlocatie',
      leave: 'Toelating van de gouverneur voor een grotere stemafdeling',
    },
    hints: {
      room: 'Zoals op de deur, met de verdieping als dat helpt: Refter, of lokaal 12 (eerste verdieping).',
      place:
        'Een gebouw waar geen stemafdeling meer stemt, verdwijnt uit de lijst. Een nieuw gebouw komt erbij met een bestand.',
      leave: 'Alleen bij verkiezingen waar de wet het aantal kiezers begrenst. Mag leeg blijven.',
    },
    button: 'Bewaar',
    building: 'Ingang, toegankelijkheid en hulp wijzigt u bij het gebouw',
    field: (column: string | undefined) =>
      column === 'size_leave' || column === 'place_code' ? column : 'room',
    because: {
      fault: (code: PlaceFaultCode) => `Dit lokaal ${wrong[code].wrong} ${wrong[code].remedy}`,
      'no-such-section': 'Deze stemafdeling is er niet meer. Er is niets bewaard.',
      'no-such-place': 'Deze stemlocatie is er niet meer. Kies een andere.',
      'changed-meanwhile':
        'Iemand anders wijzigde dit lokaal intussen. Er is niets bewaard. Open de pagina opnieuw en kijk na wat er nu staat.',
      'voting-is-over': votingIsOver,
    },
  },
  place: {
    title: (name: string) => `${name} wijzigen`,
    button: 'Bewaar',
    rooms: (section: number) => `Stemafdeling ${section}`,
    letters: (sections: readonly number[]) =>
      `Er zijn al brieven van ${list(sections)}. Wat u hier wijzigt, staat nog niet op die brieven. Na het bewaren leest u welke brieven opnieuw gemaakt moeten worden. Brieven die vertrokken zijn, veranderen niet vanzelf.`,
    noLetters: 'Er zijn nog geen brieven met deze stemlocatie. Wat u wijzigt, komt vanzelf op de brieven.',
    labels: {
      place_name: 'Naam van het gebouw',
      street: 'Straat',
      house_number: 'Huisnummer',
      box: 'Bus',
      postcode: 'Postcode',
      city: 'Gemeente of dorp',
      entrance: 'Ingang',
      entrance_fr: 'Ingang, in het Frans',
      step_free: 'Kan men zonder trap van de straat tot in het lokaal?',
      facilities: 'Wat mensen helpt',
      latitude: 'Breedtegraad',
      longitude: 'Lengtegraad',
    },
    hints: {
      entrance: 'Waar men binnengaat, zoals: poort in de Schoolstraat. Mag leeg blijven.',
      entrance_fr: 'Alleen waar brieven in het Frans kunnen zijn.',
      facilities: 'Eén per regel, zoals: ringleiding.',
      latitude: 'In graden, zoals 51,05.',
      longitude: 'In graden, zoals 3,72.',
    } as Readonly<Record<string, string>>,
    stepFree: [
      { value: 'ja', label: 'Ja' },
      { value: 'nee', label: 'Nee' },
      { value: '', label: 'Niet bekend' },
    ],
    because: {
      'changed-meanwhile':
        'Iemand anders wijzigde deze stemlocatie intussen. Er is niets bewaard. Open de pagina opnieuw, kijk na wat er nu staat en vul uw wijziging weer in.',
      'voting-is-over': votingIsOver,
    },
    elsewhere: (row: number, text: string) => `Rij ${row} van de stemlocaties: ${text}`,
  },
} as const
