import type { TextFault } from '../../municipalities/index.ts'
import { drawingText } from './drawing-texts.nl.ts'

/** What the form says that makes the file of a municipality. What stands on the letter has its words in the pages of the letter. */
export const formTexts = {
  groups: {
    identity: 'Wie de gemeente is',
    languages: 'Taal en indeling',
    ebox: 'Verzending naar de e-Box',
    eboxOwn: 'Een eigen weg naar de e-Box',
    limits: 'Hoe snel het mag gaan',
    appearance: 'Wapenschild en kleuren',
    notices: 'Privacy, toegankelijkheid en mail',
    seal: 'Elektronisch zegel op de brieven',
  },
  hints: {
    eboxOwn:
      'Laat dit leeg als de gemeente meereist met de installatie: wat leeg is, volgt de instellingen van de installatie.',
    limits: 'Laat dit leeg als alleen de grenzen van de installatie gelden.',
    notices:
      'Voor de privacyverklaring en de toegankelijkheidsverklaring op de pagina’s voor burgers. Wat leeg is, daarvan zeggen die pagina’s dat het nog niet bekend is.',
    seal: 'Laat dit leeg als de brieven geen zegel krijgen. Met een zegel toont een PDF-lezer wie de brief maakte en dat er niets aan veranderd is.',
    appearance: 'Dit kan ook later, met een voorbeeld erbij, onder Huisstijl.',
  },
  french: 'De Franse teksten (alleen in de rand en aan de taalgrens)',
  frenchHint:
    'In een gemeente van de rand of de taalgrens mag een kiezer een Franse brief vragen. Vul ze dan in; laat ze in elke andere gemeente leeg.',
  fields: {
    name: 'Naam van de gemeente',
    nameHint: 'Zoals ze op de brief staat.',
    slug: 'Korte naam',
    slugHint: 'Voor opdrachten en mappen: kleine letters, cijfers en koppeltekens, zoals zonnedorp.',
    nisCode: 'NIS-code',
    nisCodeHint: 'Vijf cijfers, uit de lijst van Statbel. Een gemeente houdt haar code voor altijd.',
    enterpriseNumber: 'Ondernemingsnummer',
    enterpriseNumberHint:
      'Tien cijfers zonder punten (KBO). Dit nummer is de afzender in de e-Box, en onder dit nummer melden haar mensen zich aan.',
    languageRegime: 'Taalstelsel',
    languageRegimeHint: 'Het bepaalt of een kiezer een Franse brief mag vragen.',
    regimes: {
      nl: 'Een gewone Vlaamse gemeente: elke brief is Nederlands',
      rand: 'Een van de zes randgemeenten rond Brussel',
      taalgrens: 'Een gemeente aan de taalgrens',
    },
    pageLanguages: 'Talen van de pagina’s voor burgers',
    pageLanguagesHint:
      'Een per regel: nl, fr, de of en. Nederlands hoort er altijd bij; waar een kiezer Frans mag vragen, ook Frans. Leeg is alle vier.',
    districts: 'Districten',
    districtsHint: 'Alleen in een stad die districtsraden kiest: een district per regel. Laat anders leeg.',
    postcodes: 'Postcodes',
    postcodesHint:
      'Alle postcodes, een per regel. Mag leeg blijven: dan geldt een kiezer als “van elders” als zijn postcode bij geen stemlocatie hoort.',
    senderApplicationId: 'Afzender bij de e-Box',
    senderApplicationIdHint:
      'De toepassing die bij de e-Box geregistreerd is, zoals kiesloket:verkiezing:brieven.',
    messageTypeId: 'Berichttype',
    messageTypeIdHint: 'Het berichttype dat voor kiesbrieven geregistreerd is, zoals KIESBRIEF.',
    onBehalfOf: 'Wie verstuurt',
    onBehalfOfHint: 'Hiervoor is een machtiging nodig, die bij de e-Box geregistreerd is.',
    onBehalfOfYes: 'De uitbater verstuurt in naam van de gemeente',
    onBehalfOfNo: 'De gemeente verstuurt zelf',
    asInstallation: 'Zoals de installatie',
    api: 'Welke e-Box-koppeling',
    apis: {
      'federal-v3': 'Federaal, versie 3 (met sleutel per brief)',
      'federal-v2': 'Federaal, versie 2.1',
      magda: 'MAGDA',
    },
    baseUrl: 'Adres van die koppeling',
    baseUrlHint: 'Met https://, tot en met de versie.',
    tokenUrl: 'Adres waar een toegangsbewijs (token) gehaald wordt',
    clientId: 'Client-id van de gemeente',
    privateKeyFile: 'Waar de privésleutel op de server staat',
    privateKeyFileHint:
      'Alleen de plaats van het bestand, zoals /etc/kiesloket/zonnedorp.pem. De sleutel zelf hoort nooit in dit formulier.',
    certificateFile: 'Waar het certificaat van het zegel op de server staat',
    certificateFileHint:
      'Alleen de plaats van het bestand (PEM), zoals /etc/kiesloket/zegel-zonnedorp.crt. Achter het certificaat van de gemeente staan die van wie het uitgaf.',
    sealKeyFile: 'Waar de privésleutel van het zegel op de server staat',
    sealKeyFileHint:
      'Alleen de plaats van het bestand, zoals /etc/kiesloket/zegel-zonnedorp.pem. De sleutel zelf hoort nooit in dit formulier.',
    readStatus: 'Vragen welke brieven geopend zijn',
    yes: 'Ja',
    no: 'Nee',
    consentUrl: 'Adres waar gevraagd wordt wie een e-Box gebruikt',
    concurrency: 'Hoogstens zoveel brieven tegelijk onderweg',
    ratePerSecond: 'Hoogstens zoveel brieven per seconde',
    arms: 'Wapenschild (de tekst van een SVG-bestand)',
    armsHint:
      'Open het bestand in een teksteditor en plak hier alles. Alleen vormen, hoogstens 60.000 tekens. Hetzelfde wapenschild staat op de brief en op de pagina’s.',
    colour: 'Kleur van links en knoppen',
    colourHint: 'Als # met zes tekens, zoals #0055cc. Tekst in deze kleur moet leesbaar zijn.',
    line: 'Kleur van de lijn onder de naam',
    dataProtectionOfficer: 'E-mailadres van de functionaris voor gegevensbescherming',
    accessibilityStatus: 'Voldoen de pagina’s aan de norm voor toegankelijkheid?',
    accessibilityStatuses: { full: 'Volledig', partial: 'Gedeeltelijk', none: 'Nee' },
    notAssessed: 'Nog niet beoordeeld',
    assessedOn: 'Dag van de beoordeling',
    assessedOnHint: 'Als jaar-maand-dag, zoals 2029-05-02.',
    assessedBy: 'Wie beoordeelde',
    assessors: { self: 'De gemeente zelf', others: 'Iemand van buitenaf' },
    accessibilityLimits: 'Wat niet aan de norm voldoet, en waarom',
    accessibilityLimitsHint: 'Een punt per regel.',
    reminderDays: 'Dagen voor de verkiezing waarop een herinnering vertrekt',
    reminderDaysHint:
      'Alleen naar wie om mail vroeg en de brief nog niet opende. Van 1 tot 30; leeg is 5 dagen ervoor.',
    advisedSlot: 'Adviesuur voor kiezers',
    advisedSlotHint:
      'De pagina’s voor burgers raden elke kiezer een deel van de dag aan, volgens het nummer op de kiezerslijst. Niemand moet zich eraan houden. Het staat niet op de brief.',
    noAdvice: 'Geen adviesuur',
    advisedSlots: { 15: 'Een kwartier', 20: 'Twintig minuten', 30: 'Een half uur', 60: 'Een uur' },
    advisedFrom: 'Eerste adviesuur begint om',
    advisedFromHint: 'Zoals 08:30. Leeg: als de stembureaus opengaan.',
    advisedUntil: 'Laatste adviesuur eindigt uiterlijk om',
    advisedUntilHint: 'Zoals 12:00. Leeg: als de stembureaus sluiten.',
    lineHint: 'Zoals #ffe615. Er staat nooit tekst in, dus elke kleur mag.',
  },
  /** What to do where the form of what was typed is wrong, by its place in the file. */
  wrong: {
    slug: 'Schrijf de korte naam met kleine letters, cijfers en koppeltekens. Begin met een letter, zoals zonnedorp.',
    nisCode: 'Een NIS-code heeft vijf cijfers en begint niet met 0.',
    enterpriseNumber:
      'Dit is geen ondernemingsnummer. Schrijf tien cijfers zonder punten; de laatste twee moeten bij de andere passen.',
    languageRegime: 'Kies het taalstelsel van de gemeente.',
    pageLanguages:
      'Schrijf op elke regel nl, fr, de of en, elk hoogstens één keer. Nederlands (nl) hoort er altijd bij; in de rand en aan de taalgrens ook Frans (fr).',
    districts: 'Noem elk district één keer.',
    postcodes: 'Schrijf op elke regel een postcode van vier cijfers, en elke postcode één keer.',
    'ebox.senderApplicationId':
      'Schrijf de afzender zonder spaties: letters, cijfers en de tekens . : _ en -, minstens drie.',
    'ebox.messageTypeId': 'Schrijf het berichttype zonder spaties: letters, cijfers en de tekens . : _ en -.',
    'ebox.baseUrl': 'Schrijf het adres volledig, met https:// vooraan.',
    'ebox.tokenUrl': 'Schrijf het adres volledig, met https:// vooraan.',
    'ebox.consentUrl': 'Schrijf het adres volledig, met https:// vooraan.',
    'ebox.privateKeyFile':
      'Dit was een sleutel zelf. We hebben hem hier niet bewaard. Zet de sleutel op de server en schrijf alleen waar het bestand staat.',
    'seal.certificateFile':
      'Schrijf waar het bestand met het certificaat staat. Stond hier een sleutel zelf, dan hebben we die niet bewaard.',
    'seal.privateKeyFile':
      'Schrijf waar het bestand met de sleutel staat. Stond hier een sleutel zelf, dan hebben we die niet bewaard.',
    'notices.dataProtectionOfficer': 'Schrijf een volledig e-mailadres, hoogstens 60 tekens.',
    'notices.accessibility.status': 'Kies of de pagina’s voldoen, of maak de hele beoordeling leeg.',
    'notices.accessibility.assessedOn': 'Schrijf de dag als jaar-maand-dag, zoals 2029-05-02.',
    'notices.accessibility.assessedBy': 'Kies wie beoordeelde, of maak de hele beoordeling leeg.',
    'reminder.daysBefore': 'Schrijf een geheel getal van 1 tot 30, of laat dit leeg.',
    'advisedHour.slotMinutes': 'Kies hoe lang een adviesuur duurt, of maak ook de uren leeg.',
    'advisedHour.from': 'Schrijf het uur zoals 08:30, of laat dit leeg.',
    'advisedHour.until': 'Schrijf een uur na het eerste, zoals 12:00, of laat dit leeg.',
    'ebox.limits.concurrency': 'Schrijf een geheel getal van 1 tot 1000.',
    'ebox.limits.ratePerSecond': 'Schrijf een getal van 0,01 tot 10000.',
    'theme.colour': 'Schrijf de kleur als # met zes cijfers of letters van a tot f, zoals #0055cc.',
    'theme.line': 'Schrijf de kleur als # met zes cijfers of letters van a tot f, zoals #ffe615.',
  } as Readonly<Record<string, string>>,
  faint: (has: number, least: number, nearest: string) =>
    `Tekst in deze kleur is niet goed leesbaar: het contrast is ${decimal(has)} en moet minstens ${decimal(least)} zijn. De dichtste kleur die wel kan, is ${nearest}.`,
  arms: ({ drawing }: TextFault) =>
    drawing
      ? `Deze tekening kan niet op een brief. ${drawingText(drawing).wrong} ${drawingText(drawing).remedy}`
      : 'Deze tekening kan niet op een brief. Plak hier de tekst van een SVG-bestand.',
  frenchMissing: 'In een gemeente van dit taalstelsel mag een kiezer Frans vragen. Vul de Franse teksten in.',
  frenchTooMuch:
    'In een gewone Vlaamse gemeente is geen brief Frans. Maak de Franse teksten leeg, of kies een ander taalstelsel.',
  elsewhere: (place: string) =>
    `Er klopt iets niet met ${place || 'het bestand'}, waarvoor dit formulier geen veld heeft. Voeg de gemeente toe of wijzig ze met haar bestand.`,
} as const

function decimal(number: number): string {
  return (Math.floor(number * 100) / 100).toString().replace('.', ',')
}
