import type { ChangedBureau, PlanFaultCode } from '../../bureaus/index.ts'
import { counted } from '../../platform/counted.ts'
import type { UploadRefusal } from '../../platform/http/read-upload.ts'

type FaultText = (value: string | number) => { readonly wrong: string; readonly remedy: string }

const faults: Readonly<Record<PlanFaultCode, FaultText>> = {
  'too-long': (most) => ({ wrong: `is langer dan ${most} tekens`, remedy: 'Maak het korter.' }),
  'no-kind': (kinds) => ({ wrong: 'is geen soort bureau', remedy: `Geef één van ${kinds}.` }),
  'no-number': () => ({
    wrong: 'is geen nummer van een bureau',
    remedy: 'Geef cijfers, of letters en cijfers zoals G3 of A7.',
  }),
  'no-voting-mode': () => ({ wrong: 'is geen PAPER of DIGITAL', remedy: 'Geef één van de twee.' }),
  'no-section': () => ({
    wrong: 'is geen nummer van een stemafdeling',
    remedy: 'Geef de stemafdeling die hier stemt, zoals 12.',
  }),
  'no-such-place': () => ({
    wrong: 'is geen gebouw van de lijst met stemplaatsen',
    remedy: 'Geef de code zoals die lijst ze heeft, of laat het leeg.',
  }),
  'code-of-polling': () => ({ wrong: 'is ingevuld bij een stembureau', remedy: 'Laat het leeg.' }),
  'place-code-of-polling': () => ({
    wrong: 'is ingevuld',
    remedy: 'Laat dit leeg: het gebouw van een stembureau volgt uit zijn stemafdeling.',
  }),
  'no-place': () => ({ wrong: 'is leeg', remedy: 'Geef het gebouw waar men stemt.' }),
  'section-of-other': () => ({ wrong: 'is alleen voor een stembureau', remedy: 'Laat het leeg.' }),
  'no-code': () => ({
    wrong: 'is leeg',
    remedy: 'Geef welk van zijn soort het is: G, P of S, of A, B of C.',
  }),
  'no-reserve': () => ({ wrong: 'is geen soort met een reserve', remedy: 'Geef POLLING of COUNTING.' }),
  'no-counts': () => ({
    wrong: 'zijn geen stemafdelingen',
    remedy: 'Geef de stemafdelingen die hier geteld worden: 1|2|3.',
  }),
  'no-seats': () => ({
    wrong: 'is geen aantal zitplaatsen',
    remedy: 'Geef een getal tot 30, of 4+1 voor één die erbij mag.',
  }),
  'damaged-row': () => ({
    wrong: 'staat in een rij met te veel of te weinig cellen',
    remedy: 'Herstel de rij.',
  }),
  'hidden-row': () => ({
    wrong: 'staat in een rij die verborgen of weggefilterd is',
    remedy: 'Toon alle rijen, of haal de rij weg.',
  }),
  'hidden-column': () => ({ wrong: 'heeft een verborgen kolom', remedy: 'Toon alle kolommen.' }),
  'merged-cells': () => ({
    wrong: 'staat in samengevoegde cellen',
    remedy: 'Splits ze en vul elke cel in.',
  }),
  'number-twice': () => ({
    wrong: 'is ook het nummer van een andere rij',
    remedy: 'Geef elk bureau een eigen nummer.',
  }),
  'same-bureau': () => ({ wrong: 'staat ook in een andere rij', remedy: 'Laat één van de twee rijen weg.' }),
  'counts-unknown': (section) => ({
    wrong: `noemt stemafdeling ${section}, die hier geen bureau heeft`,
    remedy: 'Voeg die rij toe, of laat de stemafdeling weg.',
  }),
  'section-unknown': (section) => ({
    wrong: `is stemafdeling ${section}, die niet in de lijst met stemplaatsen staat`,
    remedy: 'Lees eerst de stemplaatsen in, of laat de rij weg.',
  }),
  'place-of-section': (building) => ({
    wrong: `is een ander gebouw dan dat van de stemafdeling: ${building}`,
    remedy: 'Geef dat gebouw. Waar mensen stemmen, wijzigt u in de lijst met stemplaatsen.',
  }),
  'seats-by-law': (seats) => ({
    wrong: `is een ander aantal zitplaatsen dan de wet vraagt: ${seats}`,
    remedy: 'Geef dat aantal, of laat alle zitplaatsen van de rij leeg zolang u ze niet kent.',
  }),
  'code-of-no-bureau': (code) => ({
    wrong: `is ${code}, en dat kent de wet van deze verkiezing niet`,
    remedy: 'Laat de rij weg.',
  }),
  'no-counting-kind': (codes) => ({
    wrong: 'is geen soort telbureau van deze verkiezing',
    remedy: `Geef één van ${codes}.`,
  }),
  'not-counted-by-people': () => ({
    wrong: 'is een manier van stemmen waarbij niemand stembiljetten telt',
    remedy: 'Laat de rij weg.',
  }),
  'counts-digital': (section) => ({
    wrong: `noemt stemafdeling ${section}, waar digitaal gestemd wordt: daar telt niemand stembiljetten`,
    remedy: 'Laat ze weg.',
  }),
  'main-bureau-counts': (fewest) => ({
    wrong: `is een telbureau terwijl er minder dan ${fewest} stembureaus zijn`,
    remedy: 'Laat de rij weg: het hoofdbureau telt.',
  }),
  'counts-too-many': (size) => ({
    wrong: `noemt meer dan ${size} stembureaus`,
    remedy: 'Verdeel ze over meer telbureaus.',
  }),
  'counts-too-few': (size) => ({
    wrong: `noemt minder dan ${size} stembureaus, en is geen rest`,
    remedy: `Voeg ze samen per ${size}; wat overblijft, vormt groepen van één minder.`,
  }),
  'counted-twice': (section) => ({
    wrong: `noemt stemafdeling ${section}, die een ander bureau al telt`,
    remedy: 'Laat ze bij één bureau staan.',
  }),
}

const upload: Readonly<Record<UploadRefusal, string>> = {
  'not-from-our-page': 'De pagina was te oud. Er is niets veranderd. Kies het bestand opnieuw.',
  'no-file': 'Kies eerst een bestand.',
  'too-large': 'Het bestand is te groot: hoogstens 150 kB. Er is niets veranderd.',
  broken: 'Het bestand kwam niet helemaal aan. Er is niets veranderd. Probeer het opnieuw.',
}

const fields: Readonly<Record<ChangedBureau['changes'][number]['field'], string>> = {
  number: 'nummer',
  votingMode: 'wijze van stemmen',
  district: 'district',
  place: 'plaats',
  placeCode: 'code van het gebouw',
  room: 'lokaal',
  counts: 'geteld',
}

const more = (count: number) => (count === 1 ? '1 zitplaats' : `${count} zitplaatsen`)

export const texts = {
  title: 'Plan van de bureaus',
  lead: 'Welke bureaus de wet vraagt, volgt uit de stemafdelingen. Hier ziet u wat er zou veranderen; er verandert niets voor u het plan overneemt.',
  noSuchMain:
    'Deze verkiezing heeft zo’n hoofdbureau niet. Er is niets veranderd: open het plan opnieuw en kies een ander.',
  noPlaces: 'Er zijn nog geen stemafdelingen. Lees eerst de stemlocaties in; daaruit volgt het plan.',
  toPlaces: 'Naar de stemlocaties',
  form: {
    mainLabel: 'Welke hoofdbureaus zitten in uw gemeente?',
    mainHint: 'Dat volgt niet uit de stemafdelingen: u zegt het. Zonder vinkje komt er geen in het plan.',
    label: 'Wat het plan nodig heeft',
    first: 'Nummer van het eerste stembureau',
    firstHint: 'De nummers lopen door in het kanton: het kantonhoofdbureau zegt waar uw gemeente begint.',
    firstCounting: 'Nummer van het eerste telbureau van elke soort',
    council: (kind: string) => `Te begeven zetels voor telbureaus ${kind}`,
    councilNames: {
      G: 'Te begeven zetels van de gemeenteraad',
      P: 'Te begeven zetels van het provinciedistrict',
      S: 'Te begeven zetels van de districtsraad',
    } as Readonly<Record<string, string>>,
    button: 'Toon wat er verandert',
    notANumber: 'Vul een getal van 1 tot 99.999 in.',
    noSeats: 'Vul een getal van 1 tot 200 in.',
  },
  preview: {
    title: 'Wat er zou veranderen',
    same: 'Niets: de bureaus staan er al zoals het plan ze wil.',
    figures: { added: 'Nieuw', changed: 'Gewijzigd', dropped: 'Weg', unchanged: 'Zoals ze waren' },
    lacking: (kinds: string) =>
      `Van de telbureaus ${kinds} is niet gekend hoeveel zitplaatsen ze hebben. Vul hierboven de zetels van de raad in.`,
    asTheyAre: (kinds: string) =>
      `U hoeft de zetels van de raad niet opnieuw in te vullen: de telbureaus ${kinds} hebben hun zitplaatsen al, en die blijven zoals ze zijn. Vul ze alleen in als de raad een ander aantal zetels krijgt.`,
    caption: 'Bureaus die veranderen',
    columns: { bureau: 'Bureau', what: 'Wat', detail: 'Wat er verandert' },
    added: 'nieuw',
    changed: 'gewijzigd',
    dropped: 'weg',
    more: (count: number) => `En nog ${count} andere.`,
    change: (field: keyof typeof fields, from: string, to: string) =>
      `${fields[field]}: ${from || 'niets'} → ${to || 'niets'}`,
    seatsMore: (count: number) => `${more(count)} meer`,
    seatsLess: (count: number) => `${more(count)} minder`,
    seatsTurned: (count: number) => `${more(count)} van verplicht naar vrij of omgekeerd`,
    seats: (count: number) => more(count),
    lost: {
      title: 'Dit plan kan niet overgenomen worden',
      text: 'Het neemt zitplaatsen weg waar al iemand zit of voor voorgedragen is. Verplaats die mensen, of trek hun voordracht in. Wie al aangewezen is, verplaatst de magistraat: u vraagt het hier.',
      person: 'Wie',
      move: 'Verplaats',
    },
    adopt: 'Neem dit plan over',
    adoptHint: 'Wie al een zitplaats heeft, houdt ze. Het staat in het logboek.',
    changedMeanwhile:
      'Ondertussen veranderde er iets. Hieronder staat wat het plan nu zou doen: kijk het na.',
  },
  file: {
    title: 'Met een bestand',
    lead: 'Nummers, plaatsen en lokalen vult u makkelijker in een rekenblad in. Haal het bestand op, vul het aan en lees het weer in. Namen van mensen staan er niet in.',
    csv: 'Haal op als CSV',
    json: 'Haal op als JSON',
    toUpload: 'Lees een bestand in',
    upload: 'Plan inlezen uit een bestand',
    uploadLead:
      'Alle bureaus van het bestand komen in de plaats van die er zijn. U ziet eerst wat er zou veranderen.',
    field: 'Bestand met bureaus',
    hint: 'CSV, Excel (.xlsx) of JSON, hoogstens 150 kB, met de kolommen van het bestand dat u hier ophaalt.',
    button: 'Toon wat er verandert',
    refused: (count: number) =>
      count === 1
        ? 'Er is 1 fout in het bestand. Er is niets veranderd.'
        : `Er zijn ${count} fouten in het bestand. Er is niets veranderd.`,
    notAList:
      'Dit bestand is geen plan van bureaus. Haal het bestand hier op om te zien welke kolommen het heeft.',
    faults: {
      caption: 'Wat er fout is',
      none: 'Niets',
      row: 'Rij',
      column: 'Kolom',
      wrong: 'Wat is er fout',
      remedy: 'Wat te doen',
      more: (count: number) => `En nog ${counted(count, 'fout', 'fouten')}.`,
    },
  },
  faults,
  upload,
} as const
