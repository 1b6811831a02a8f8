import type {
  Attendance,
  ClaimGap,
  ClaimState,
  ExportRefusal,
  Payer,
  ReportFaultCode,
} from '../../../bureaus/index.ts'
import type { UploadRefusal } from '../../../platform/http/read-upload.ts'
import { because } from '../texts.nl.ts'

const account = 'Dit rekeningnummer klopt niet. Kijk het na: BE68 5390 0754 7034.'
const money = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR' })

/** `€ 1.234,50` of cents. */
export const euroText = (cents: number) => money.format(cents / 100)

/** Words of what members of bureaus are paid. */
export const texts = {
  claims: {
    title: 'Vergoedingen',
    lead: (payer: string) =>
      `Wie in een bureau zat, krijgt presentiegeld en soms een verplaatsing. U maakt de vergoedingen volledig; ${payer} betaalt ze.`,
    until: (day: string) => `Er wordt betaald tegen ${day}.`,
    caption: 'Vergoedingen',
    label: 'Toon',
    empty: 'Hier staat niemand.',
    nobody:
      'Er zijn nog geen vergoedingen. Ze komen hier zodra genoteerd is wie op de dag van de verkiezing aanwezig was.',
    toPayments: 'Betalingen',
    missing: 'Wat ontbreekt er?',
    missingOf: (many: number) => (many === 1 ? '1 vergoeding' : `${many} vergoedingen`),
    all: 'Alles wat nog onvolledig is',
    columns: {
      who: 'Wie',
      seat: 'Plaats',
      fee: 'Presentiegeld',
      travel: 'Verplaatsing',
      gaps: 'Na te kijken',
    },
    shared: (many: number) =>
      `Bij ${many} vergoedingen staat een rekening die nog iemand anders opgaf. Dat mag: wie samenwoont, deelt vaak een rekening. Kijk alleen na of niemand zich vergiste.`,
    showShared: 'Toon deze vergoedingen',
    sharedCaption: 'Rekening die meer dan één persoon opgaf',
    sharedShort: 'zelfde rekening als iemand anders',
  },
  payers: { province: 'de provincie', state: 'de Staat' } satisfies Record<Payer, string>,
  states: {
    incomplete: 'Onvolledig',
    complete: 'Volledig',
    exported: 'Doorgegeven',
    paid: 'Betaald',
    'not-owed': 'Niets verschuldigd',
  } satisfies Record<ClaimState, string>,
  /** What is missing, and what to do. */
  gaps: {
    attendance: { short: 'aanwezigheid', todo: 'Noteer eerst of deze persoon er was.' },
    decision: {
      short: 'beslissing over wie naar huis mocht',
      todo: 'Geen regel zegt of wie naar huis gestuurd is of eerder wegging, betaald wordt. Vraag het aan wie betaalt en noteer het hieronder.',
    },
    fee: {
      short: 'bedrag niet bekend',
      todo: 'Voor deze functie las niemand een bedrag in een bron. Vraag het aan wie betaalt: deze vergoeding kan hier nog niet vertrekken.',
    },
    distance: {
      short: 'afstand',
      todo: 'Woont deze persoon in een andere gemeente? Noteer de kilometers, of 0 als er geen gevraagd zijn.',
    },
    'travel-rate': {
      short: 'bedrag per kilometer niet bekend',
      todo: 'Niemand las een bedrag per kilometer in een bron. Noteer 0 kilometer als u alleen het presentiegeld wilt laten betalen.',
    },
    account: { short: 'rekeningnummer', todo: 'Vraag het rekeningnummer en noteer het hieronder.' },
    'came-back': {
      short: 'betaling kwam terug',
      todo: 'De bank kon niet betalen. Kijk het rekeningnummer na en bewaar: daarna kan de vergoeding opnieuw vertrekken.',
    },
  } satisfies Record<ClaimGap, { short: string; todo: string }>,
  attendances: {
    PRESENT: 'aanwezig',
    LATE: 'kwam te laat',
    ABSENT: 'afwezig',
    DISMISSED: 'naar huis gestuurd',
    LEFT: 'ging eerder weg',
  } satisfies Record<Attendance, string>,
  claim: {
    facts: {
      seat: 'Plaats',
      attendance: 'Aanwezigheid',
      state: 'Stand',
      fee: 'Presentiegeld',
      travel: 'Verplaatsing',
      total: 'Samen',
      batch: 'Reeks',
      account: 'Rekeningnummer',
      shared: 'Zelfde rekening',
    },
    sharedOne: (place: number) => `Vergoeding van iemand anders (${place})`,
    timeline: 'Verloop van de aanwijzing',
    title: 'Vul aan',
    left: 'Deze vergoeding is doorgegeven aan wie betaalt. U kunt ze niet meer wijzigen, tenzij de betaling terugkomt.',
    lives: 'Waar woont deze persoon?',
    livesHint: 'Alleen wie in een andere gemeente woont dan waar het bureau zit, krijgt een verplaatsing.',
    here: 'In deze gemeente',
    elsewhere: 'In een andere gemeente',
    km: 'Kilometers, heen en terug',
    kmHint: 'Zoals op het formulier van de persoon: 24,6. Schrijf 0 als er geen verplaatsing gevraagd is.',
    kmWrong: 'Schrijf een aantal kilometers, zoals 24,6. Hoogstens 1000.',
    decided: {
      DISMISSED: 'Wordt wie naar huis gestuurd is, betaald?',
      LEFT: 'Wordt wie eerder wegging, betaald?',
    },
    decidedHint: 'Dat beslist wie betaalt, geval per geval.',
    paid: 'Ja',
    unpaid: 'Neen',
    needed: 'Was deze plaatsvervanger apart opgeroepen?',
    neededHint: 'Alleen dan is er presentiegeld voor wie geen plaats innam.',
    account: 'Rekeningnummer',
    accountHint: (known: boolean) =>
      known
        ? 'Er is er een bekend. Vul dit alleen in als het anders moet zijn.'
        : 'Er is er nog geen bekend. Zoals BE68 5390 0754 7034.',
    accountChanged: (moment: string) => `Deze persoon gaf zelf een ander op, op ${moment}.`,
    accountWrong: account,
    save: 'Bewaar',
    why: 'Waarom dit bedrag?',
    whyColumns: { rule: 'Regel', source: 'Bron', mark: 'Merk' },
    noReasons: 'Er is nog niets gerekend.',
  },
  payments: {
    title: 'Betalingen',
    lead: (payer: string) =>
      `Een reeks is een aantal volledige vergoedingen in één bestand, voor ${payer}. Wat in een reeks zit, komt in geen andere, tenzij de betaling terugkomt.`,
    caption: 'Reeksen',
    none: 'Er vertrok nog niets.',
    columns: {
      made: 'Gemaakt',
      payOn: 'Te betalen op',
      payments: 'Betalingen',
      sum: 'Bedrag',
      paid: 'Betaald',
      bounced: 'Teruggekomen',
    },
    make: 'Maak een reeks',
    ready: (many: number, sum: string) =>
      many === 1 ? `1 vergoeding is volledig: ${sum}.` : `${many} vergoedingen zijn volledig, samen ${sum}.`,
    leftOut: 'De reeks is gemaakt, zonder deze vergoedingen. Zet eerst recht wat er niet klopt.',
    leftOne: (place: number) => `Vergoeding ${place}`,
    most: (most: number) => `Er vertrekken er hoogstens ${most} tegelijk. Maak daarna een volgende reeks.`,
    nothingReady: 'Er is geen enkele volledige vergoeding om door te geven.',
    name: 'Wie betaalt?',
    nameHint: 'De naam, zoals de bank die kent.',
    nameMissing: 'Schrijf wie betaalt.',
    number: 'Ondernemingsnummer (mag leeg)',
    numberWrong: 'Dit is geen ondernemingsnummer. Kijk de 10 cijfers na.',
    account: 'Van welke rekening?',
    accountWrong: account,
    day: 'Op welke dag vraagt u de bank om te betalen?',
    dayWrong: 'Schrijf een dag die nog komt.',
    button: 'Maak de reeks',
    /** What kept the batch from being made. */
    refused: {
      ...because,
      'no-claims': 'Er is niets meer om door te geven: iemand anders was u voor, of alles is doorgegeven.',
      'claim-twice': because['changed-meanwhile'],
      'payer-account': account,
      'payer-name': 'Deze naam staat in letters die geen bank leest. Schrijf hem in gewone letters.',
      'pay-day': 'Schrijf een dag die nog komt.',
      'day-past': 'Deze dag is voorbij. Schrijf een dag die nog komt.',
      account,
      name: 'Een naam staat in letters die geen bank leest.',
      amount: 'Een bedrag klopt niet.',
    } satisfies Record<ExportRefusal, string>,
  },
  batch: {
    title: (day: string) => `Reeks van ${day}`,
    facts: {
      payer: 'Wie betaalt',
      account: 'Van rekening',
      payOn: 'Te betalen op',
      payments: 'Betalingen',
      sum: 'Bedrag',
      paid: 'Betaald',
      bounced: 'Teruggekomen',
      open: 'Nog geen antwoord',
      id: 'Kenmerk',
    },
    files: 'Bestanden',
    filesLead:
      'U krijgt altijd hetzelfde bestand, ook later. Er staan rekeningnummers in, en in de CSV ook rijksregisternummers: bezorg het alleen aan wie betaalt.',
    csv: 'CSV voor wie betaalt',
    xml: 'Bestand voor de bank (SEPA pain.001)',
    report: 'Wat werd er betaald?',
    reportLead:
      'Lees het antwoord in van wie betaalt: een pain.002 van de bank, of de CSV met een kolom ‘toestand’ (betaald, in behandeling of geweigerd). Hetzelfde antwoord nog eens inlezen, verandert niets.',
    field: 'Antwoord van wie betaalt',
    button: 'Lees in',
    done: ({ paid, bounced, pending, known }: Record<'paid' | 'bounced' | 'pending' | 'known', number>) =>
      `Ingelezen: ${paid} betaald, ${bounced} teruggekomen, ${pending} in behandeling. ${known} was al bekend.`,
    bouncedNext: 'Wat terugkwam, vindt u bij de onvolledige vergoedingen.',
    faults: { caption: 'Niet overgenomen', row: 'Rij', wrong: 'Wat er niet klopt', none: '' },
    codes: {
      'damaged-row': 'Deze rij is niet te lezen: een aanhalingsteken of puntkomma te veel of te weinig.',
      'no-payment-id': 'Het kenmerk van de betaling ontbreekt (kolom ‘betaling’).',
      'unknown-state': 'De toestand is niet bekend. Schrijf: betaald, in behandeling of geweigerd.',
      'not-in-this-batch': 'Deze betaling zit niet in deze reeks. Kijk na of u de juiste reeks opende.',
      'said-otherwise': 'Verder in het bestand staat iets anders over deze betaling. De eerste rij telt.',
      'settled-otherwise':
        'Over deze betaling is vroeger iets anders ingelezen. Er is niets gewijzigd: vraag na wat klopt.',
    } satisfies Record<ReportFaultCode, string>,
    upload: {
      'not-from-our-page': 'De pagina was te oud. Kies het bestand opnieuw.',
      'no-file': 'Kies eerst een bestand.',
      'too-large': 'Dit bestand is te groot: hoogstens 4 MB.',
      broken: 'Het bestand kwam niet helemaal aan. Probeer het opnieuw.',
    } satisfies Record<UploadRefusal, string>,
    anotherBatch: 'Dit antwoord gaat over een andere reeks. Open die reeks en lees het daar in.',
    unreadable:
      'Dit is geen pain.002 en geen CSV met de kolommen ‘betaling’ en ‘toestand’. Er is niets gewijzigd.',
    noFile: 'Dit bestand kan niet meer hetzelfde gemaakt worden als toen. Er is niets afgegeven: meld dit.',
  },
} as const
