import { longDate } from '../../platform/dates.ts'
import type { Authority } from '../assignments/transitions.ts'
import type { KeptKind } from '../bureau-rules.ts'
import type { ExcuseGround } from '../excuses/excuse.ts'
import { roleNames } from '../role-names.nl.ts'
import type { ToldBy, Weakness } from './absence-file.ts'
import type { Addressee } from './absence-rules.ts'

/** What documents after polling day say. */
export const texts = {
  arms: (municipality: string) => `Wapenschild van ${municipality}`,
  bureaus: {
    POLLING: (number: string) => `stembureau ${number}`,
    COUNTING: (number: string) => `telbureau ${number}`,
    MAIN: (number: string) => `hoofdbureau ${number}`,
    RESERVE: () => 'reserve van de gemeente',
  } satisfies Record<KeptKind, (number: string) => string>,
  roles: roleNames,
  addressees: {
    'main-bureau': 'het hoofdbureau',
    'justice-of-the-peace': 'de vrederechter',
    'public-prosecutor': 'het parket',
  } satisfies Record<Addressee, string>,
  grounds: {
    MEDICAL: 'medisch',
    WORK: 'werk',
    STUDY: 'studie',
    ABROAD: 'in het buitenland',
    FAMILY: 'familie',
    CANDIDATE: 'kandidaat',
    TWICE_SERVED: 'zat al twee keer in een bureau',
    NOT_ELIGIBLE: 'mag niet in een bureau zitten',
    OTHER: 'iets anders',
  } satisfies Record<ExcuseGround, string>,
  absences: {
    title: (bureau: string) => `Afwezigen en laatkomers: ${bureau}`,
    opening: (addressee: string, election: string, day: string) =>
      `Aan ${addressee}: wie op ${longDate(day, 'nl')} bij ${election} niet of te laat in dit bureau kwam, of voor het einde wegging.`,
    passedOn: (to: string) => `Dit gaat daarna naar ${to}.`,
    met: (moment: string, place: string) =>
      `De leden moesten er zijn op ${moment}${place ? `, in ${place}` : ''}.`,
    closed: (moment: string) => `Wie er was, is genoteerd tot en met ${moment}.`,
    unknown: (many: number) =>
      many === 1
        ? 'Van één opgeroepen lid is niet genoteerd of het kwam. Dat lid staat niet in dit dossier.'
        : `Van ${many} opgeroepen leden is niet genoteerd of ze kwamen. Zij staan niet in dit dossier.`,
    withdrawn: (many: number) =>
      many === 1
        ? 'Van één persoon uit een vorig dossier is de melding ingetrokken: de reden is daarna aanvaard. Die persoon staat onderaan. Wie dat dossier kreeg, houdt hier rekening mee.'
        : `Van ${many} personen uit een vorig dossier is de melding ingetrokken: de reden is daarna aanvaard. Zij staan onderaan. Wie dat dossier kreeg, houdt hier rekening mee.`,
    notTold: (many: number) =>
      many === 1
        ? 'Eén lid kwam later en had geen oproep gekregen. Dat lid staat niet in dit dossier.'
        : `${many} leden kwamen later en hadden geen oproep gekregen. Zij staan niet in dit dossier.`,
    none: 'Er is niemand te melden.',
    takenBack: (name: string) => `Niet meer te vervolgen: ${name}`,
    takenBackText: 'Deze persoon stond in een vorig dossier. De reden is daarna aanvaard.',
    role: 'Functie',
    born: 'Geboren',
    address: 'Adres',
    noted: 'Genoteerd',
    notedText: (by: string, moment: string) => `door ${by}, op ${moment}`,
    authorities: {
      chair: 'de voorzitter van het bureau',
      municipality: 'de gemeente',
      magistrate: 'de magistraat',
      person: 'de persoon zelf',
      system: 'het programma',
    } satisfies Record<Authority, string>,
    fact: 'Wat',
    absent: 'afwezig',
    left: 'ging weg voor het einde',
    leftAt: 'Weggegaan',
    leftBecause: 'Reden, zoals genoteerd',
    missed: 'Was er niet bij',
    missedText: (what: string, moment: string) => `${what} (${moment})`,
    late: (minutes: number | undefined) =>
      minutes === undefined ? 'te laat' : `te laat: ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}`,
    arrived: 'Aangekomen',
    designated: 'Aangewezen op',
    told: 'Opgeroepen',
    toldText: (channel: string, sentOn: string) => `${channel}, verstuurd op ${longDate(sentOn, 'nl')}`,
    toldArrived: (moment: string, proof: string) =>
      `; aangekomen op ${moment}${proof ? ` (bewijs ${proof})` : ''}`,
    notArrived: '; van de aankomst is geen bewijs',
    channels: {
      'registered-letter': 'aangetekende brief',
      'e-box': 'e-Box',
      'in-hand': 'in de hand',
      unknown: 'oproep',
    } satisfies Record<ToldBy['channel'], string>,
    evidence: 'Later binnengekomen',
    evidenceText: (ground: string, day: string, documents: number) =>
      `${ground}, op ${longDate(day, 'nl')}, met ${documents} ${documents === 1 ? 'stuk' : 'stukken'}`,
    reported: 'Eerder gemeld op',
    excused: 'Aanvaard op',
    weaknesses: {
      'not-designated': 'De aanwijzing staat niet in het verloop.',
      'not-proven-told': 'Niets bewijst dat deze persoon de oproeping kreeg.',
      'told-too-late': 'De oproeping kwam aan toen het bureau al begonnen was.',
      'no-arrival-time': 'Het uur van aankomst is niet genoteerd.',
      'missed-no-moment': 'Op elk moment dat het bureau noteerde, was deze persoon er.',
    } satisfies Record<Weakness, string>,
    missing: 'Let op',
    remarks: { member: 'Opmerking van een lid', witness: 'Opmerking van een getuige' },
  },
  withdrawal: {
    title: 'Intrekking van een melding',
    to: (addressee: string) => `Aan ${addressee}.`,
    sent: (version: number, bureau: string, sentOn: string, election: string, day: string) =>
      `Op ${sentOn} bezorgden wij u dossier ${version} van ${bureau}: wie op ${day} bij ${election} niet of te laat kwam.`,
    takenBack: (day: string) =>
      `De persoon hieronder staat in dat dossier. De reden van deze persoon is daarna aanvaard, op ${day}. Wij trekken de melding over deze persoon in.`,
    fact: 'Wat gemeld was',
    reported: 'Gemeld op',
    others: 'Over de anderen in dat dossier verandert er niets.',
    reference: (bureau: string) => `Intrekking: ${bureau}`,
  },
  statement: {
    title: 'Bewijs van dienst in een bureau',
    served: (municipality: string, name: string, day: string) =>
      `De gemeente ${municipality} verklaart dat ${name} op ${longDate(day, 'nl')} in een bureau van de verkiezing zat.`,
    cameAndWasNotNeeded: (municipality: string, name: string, day: string) =>
      `De gemeente ${municipality} verklaart dat ${name} op ${longDate(day, 'nl')} volgens de oproeping naar een bureau van de verkiezing kwam.`,
    part: 'In welk bureau',
    election: 'Verkiezing',
    day: 'Dag',
    bureau: 'Bureau',
    role: 'Functie',
    until: 'Tot',
    closing: [
      'Wie opgeroepen wordt voor een bureau, is verplicht te komen.',
      'Dit bewijs steunt op wat op de dag van de verkiezing is genoteerd over wie aanwezig was.',
    ],
  },
} as const
