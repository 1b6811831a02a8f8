import type {
  RemarkRefusal,
  ReportRefusal,
  SendingMeans,
  SendingRefusal,
  Weakness,
  WithdrawalRefusal,
  WithdrawalSendingRefusal,
} from '../../../bureaus/index.ts'
import { because } from '../texts.nl.ts'

const notClosed = 'Het bureau is nog niet gesloten, en nog niet van iedereen is genoteerd of die er was.'
const noHour =
  'Voor dit bureau staat in de regels geen uur waarop de leden er moeten zijn. Er kan hier geen dossier van gemaakt worden.'

/** Words of who stayed away, came late or left early. */
export const texts = {
  list: {
    title: 'Afwezigen en laatkomers',
    lead: (addressee: string) =>
      `Per bureau maakt de gemeente een dossier voor ${addressee}: wie niet kwam, te laat was of eerder wegging, en wat bewijst dat ze het wisten.`,
    until: (day: string) => `Het moet er zijn tegen ${day}.`,
    noDay: 'In de regels staat geen dag waartegen dit moet.',
    caption: 'Bureaus waar iemand afwezig, te laat, eerder weg of niet genoteerd was',
    empty: 'Niemand was afwezig, te laat of eerder weg, of er is nog niet genoteerd wie er was.',
    columns: {
      bureau: 'Bureau',
      absent: 'Afwezig',
      late: 'Te laat',
      left: 'Eerder weg',
      open: 'Nog te melden',
      reported: 'Gemeld',
      excused: 'Aanvaard',
      sent: 'Laatste dossier',
      state: 'Stand',
    },
    unknown: (many: number) => (many === 1 ? '1 nog te noteren' : `${many} nog te noteren`),
    ready: 'Alles genoteerd',
    nothingToSend: 'Niets te versturen',
    noFile: (isLate: boolean) => (isLate ? 'Te laat: nog geen dossier' : 'Nog geen dossier'),
    sentTo: (sent: number, all: number, isLate: boolean) =>
      isLate ? 'Te laat: niet verstuurd' : `Bij ${sent} van ${all}`,
    services: 'Wie al zetelde: neem de diensten op, en haal de namenlijst voor het register op',
  },
  addressees: {
    'main-bureau': 'het hoofdbureau',
    'justice-of-the-peace': 'de vrederechter',
    'public-prosecutor': 'het parket',
  },
  bureau: {
    basis: (source: string, mark: string) =>
      mark === 'NV'
        ? 'Grondslag: zo is het gebruik. Een artikel van de wet is nog niet nagekeken (merk NV).'
        : `Grondslag: ${source} (merk ${mark}).`,
    caption: 'Te melden',
    empty: 'Er is niemand te melden.',
    leavingBasis: (source: string, mark: string) =>
      mark === 'NV'
        ? 'Ook wie eerder wegging, staat erin, met de reden die genoteerd is: wat die waard is, zegt de rechter. Een artikel van de wet hierover is niet gelezen (merk NV).'
        : `Wie eerder wegging: ${source} (merk ${mark}).`,
    columns: {
      who: 'Wie',
      fact: 'Wat',
      missed: 'Was er niet bij',
      told: 'Opgeroepen',
      weaknesses: 'Wat een rechter zou missen',
    },
    left: (hour: string, reason: string) => `Eerder weg, om ${hour}: ${reason}`,
    noMoment: 'geen genoteerd moment',
    absent: 'Afwezig',
    late: (minutes: number | undefined) =>
      minutes === undefined ? 'Te laat' : `${minutes} ${minutes === 1 ? 'minuut' : 'minuten'} te laat`,
    arrived: (moment: string) => `aangekomen op ${moment}`,
    notArrived: 'geen bewijs van aankomst',
    fine: 'Niets',
    excusedAfter: 'Reden achteraf aanvaard: niet gemeld',
    takenBack: 'Gemeld, en daarna toch aanvaard: het volgende dossier zegt dat',
    make: 'Maak het dossier',
    makeLead:
      'Wie erin staat, krijgt de stand ‘afwezigheid gemeld’. Is er niets veranderd sinds het vorige, dan komt er geen nieuw.',
    made: 'Gemaakte dossiers',
    madeEmpty: 'Er is nog geen dossier gemaakt.',
    madeColumns: { version: 'Dossier', when: 'Gemaakt', reported: 'Gemeld', takenBack: 'Teruggenomen' },
    version: (version: number) => `Dossier ${version} (PDF)`,
    notTold: 'Later gekomen, zonder oproep',
    notToldLead:
      'Zij kwamen, en niemand had hen de oproep bezorgd. Wie niet wist dat hij moest komen, is niet te laat: zij staan niet in het dossier.',
    unknown: 'Niet genoteerd of ze kwamen',
    unknownLead: (many: number) =>
      many === 1
        ? 'Het bureau is gesloten en van één lid is niet genoteerd of het kwam. Dat lid is niet afwezig en staat niet in het dossier: het dossier zegt alleen dat er één zo is. Weet u het nog, noteer het dan op de dag van het bureau.'
        : `Het bureau is gesloten en van ${many} leden is niet genoteerd of ze kwamen. Zij zijn niet afwezig en staan niet in het dossier: het dossier zegt alleen met hoeveel ze zijn. Weet u het nog, noteer het dan op de dag van het bureau.`,
    toDay: 'Naar de dag van dit bureau',
    role: 'Functie',
    notClosed,
    noHour,
    changed: 'Dit dossier kan niet meer hetzelfde gemaakt worden als toen. Er is niets afgegeven: meld dit.',
  },
  sending: {
    title: 'Waar het dossier is',
    notSent: 'Nog niet verstuurd',
    overdue: 'Te laat: nog niet verstuurd',
    sent: (version: number, day: string) => `Dossier ${version} verstuurd op ${day}`,
    changed: 'Veranderd',
    mustHear: (addressees: readonly string[]) => `Laat dit weten aan ${addressees.join(' en aan ')}`,
    mustHearHow: (isMade: boolean) =>
      isMade
        ? 'Wat veranderde, staat in het nieuwste dossier. Bezorg dat, en noteer het hieronder.'
        : 'Maak een nieuw dossier: daarin staat wat veranderde. Bezorg het, en noteer het hieronder.',
    orByLetter: 'Gaat het alleen om een melding die u intrekt, dan volstaat de brief daarvoor.',
    added: 'Nieuw of anders',
    gone: 'Staat er zo niet meer in',
    sentTitle: 'Verzendingen',
    sentEmpty: 'Er is nog geen dossier verstuurd.',
    columns: {
      what: 'Dossier',
      whom: 'Aan',
      when: 'Verstuurd op',
      how: 'Hoe',
      digest: 'Vingerafdruk van het document',
    },
    file: (version: number) => `Dossier ${version}`,
    note: 'Noteer een verzending',
    noteLead: (version: number) =>
      `Dit gaat over dossier ${version}. De vingerafdruk van dat document wordt bij de verzending bewaard.`,
    whom: 'Aan wie is het bezorgd?',
    how: 'Hoe?',
    law: (means: string, source: string, mark: string) => `De wet zegt: ${means} (${source}, merk ${mark}).`,
    noLaw: 'In de regels staat niet hoe het bezorgd moet worden.',
    day: 'Op welke dag?',
    button: 'Noteer de verzending',
    missingDay: 'Vul de dag in.',
    noSuchDay: 'Deze dag bestaat niet.',
    means: {
      'sealed-envelope': 'onder gesloten omslag',
      registered: 'aangetekend',
      digital: 'digitaal',
    } satisfies Record<SendingMeans, string>,
    fields: { 'no-such-means': 'hoe', 'before-made': 'op', 'day-to-come': 'op' } as Readonly<
      Record<string, string>
    >,
    refused: {
      ...because,
      'no-such-report': 'Dit dossier is er niet. Maak het eerst.',
      'not-on-route': 'Kies aan wie het bezorgd is.',
      'no-such-means': 'Kies hoe het bezorgd is.',
      'already-sent': 'Deze bestemming heeft dit dossier al, of een later. Er is niets genoteerd.',
      'not-sent-before': 'Noteer eerst dat het dossier bij de vorige bestemming is.',
      'before-made': 'Op die dag was het dossier nog niet gemaakt.',
      'day-to-come': 'Die dag moet nog komen.',
    } satisfies Record<SendingRefusal, string>,
  },
  withdrawal: {
    title: 'Meldingen in te trekken',
    lead: 'De reden van deze personen is aanvaard nadat het dossier verstuurd was. Bezorg de brief die hun melding intrekt, of een nieuw dossier: daarin staat het ook.',
    columns: { who: 'Wie', role: 'Functie', to: 'Aan', state: 'Stand', letter: 'Brief' },
    none: 'Nog te maken',
    made: 'Gemaakt, nog niet verstuurd',
    sent: (day: string) => `Verstuurd op ${day}`,
    byFile: 'Staat in een later dossier',
    open: 'Naar de brief',
    openOf: (name: string, to: string) => `over ${name} aan ${to}`,
    page: 'Een melding intrekken',
    pageLead: (to: string) =>
      `Een brief aan ${to}: de melding over deze persoon geldt niet meer. Waarom de reden aanvaard is, staat er niet in.`,
    madeAt: 'Brief gemaakt',
    how: 'Hoe verstuurd',
    digest: 'Vingerafdruk van de brief',
    pdf: 'Haal de brief op (PDF)',
    make: 'Maak de brief',
    again: 'Maak de brief opnieuw',
    noteLead: 'Daarna kan de brief niet meer veranderen. De vingerafdruk wordt bij de verzending bewaard.',
    changedSince: 'De brief is intussen opnieuw gemaakt. Haal hem opnieuw op, en noteer dan pas wat vertrok.',
    refused: {
      ...because,
      'attendance-not-closed': notClosed,
      'no-hour': noHour,
      'nothing-to-withdraw': 'Over deze persoon is er niets in te trekken.',
      'has-no-file': 'Deze bestemming heeft geen dossier waarin deze persoon staat.',
      'already-sent': 'Deze brief is al verstuurd.',
      unprintable: 'Een naam heeft een teken dat geen enkel lettertype kent. Verbeter de naam eerst.',
    } satisfies Record<WithdrawalRefusal, string>,
    sendingRefused: {
      ...because,
      'no-such-withdrawal': 'Deze brief is er niet. Maak hem eerst.',
      'no-such-means': 'Kies hoe hij bezorgd is.',
      'before-made': 'Op die dag was de brief nog niet gemaakt.',
      'day-to-come': 'Die dag moet nog komen.',
      'already-sent': 'Deze brief is al verstuurd.',
    } satisfies Record<WithdrawalSendingRefusal, string>,
  },
  remark: {
    title: 'Opmerkingen van leden en getuigen',
    lead: 'Wat een lid of een getuige over een afwezigheid opmerkte, staat in het volgende dossier. Een opmerking kan niet meer weg.',
    who: 'Over wie?',
    by: 'Van wie is de opmerking?',
    said: { member: 'Van een lid van het bureau', witness: 'Van een getuige' },
    text: 'Opmerking',
    hint: 'Schrijf hier geen ziekte en geen rijksregisternummer.',
    button: 'Bewaar de opmerking',
    chooseBy: 'Kies van wie de opmerking is.',
    line: { member: 'Een lid', witness: 'Een getuige' },
    fields: { 'no-such-assignment': 'over', 'not-away': 'over' } as Readonly<Record<string, string>>,
    refused: {
      ...because,
      'no-such-assignment': 'Kies over wie de opmerking gaat.',
      'nothing-said': 'Schrijf de opmerking.',
      'remark-too-long': 'Hou het bij 500 tekens.',
      'not-away':
        'Deze persoon was er op tijd en bleef. Een opmerking hoort hier bij wie wegbleef, te laat kwam of eerder wegging.',
    } satisfies Record<RemarkRefusal, string>,
  },
  weaknesses: {
    'not-designated': 'de aanwijzing',
    'not-proven-told': 'bewijs dat de oproeping aankwam',
    'told-too-late': 'een oproeping die op tijd aankwam',
    'no-arrival-time': 'het uur van aankomst',
    'missed-no-moment': 'een moment van het bureau dat deze persoon miste',
  } satisfies Record<Weakness, string>,
  refused: {
    ...because,
    'attendance-not-closed': notClosed,
    'no-hour': noHour,
    'no-such-bureau': 'Dit bureau is er niet meer.',
    'nobody-to-report': 'Er is niemand te melden.',
    unprintable: 'Een naam heeft een teken dat geen enkel lettertype kent. Verbeter de naam eerst.',
  } satisfies Record<ReportRefusal, string>,
  after: {
    title: 'Na de dag van de verkiezing',
    statement: 'Bewijs van dienst (PDF)',
    unprintable: 'De naam heeft een teken dat geen enkel lettertype kent.',
    excuse: 'Aanvaard een reden achteraf',
    lead: 'Dan wordt deze persoon niet gemeld. Was dat al gebeurd, dan trekt de gemeente de melding in. De brief met uw beslissing vertrekt meteen.',
    reason: 'Waarom aanvaardt u de reden?',
    reasonHint: 'De persoon leest deze woorden. Schrijf hier geen ziekte en geen rijksregisternummer.',
    button: 'Aanvaard de reden',
  },
} as const
