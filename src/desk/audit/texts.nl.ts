import type { AuthorityRole, StaffRole } from '../../municipalities/index.ts'
import type { ExaminationRefusal, LookUpRule, LookUpRules, PersonRefusal } from '../../oversight/index.ts'
import { texts as frame } from '../texts.nl.ts'

interface RuleTexts {
  readonly why: (voters: number, rules: LookUpRules) => string
  /** What whoever reads of it does, in order. */
  readonly toDo: readonly string[]
}

const askFirst = 'Vraag de persoon waarvoor deze opzoeking nodig was. Ga uit van een gewone reden.'
const noReason =
  'Is er geen goede reden? Verwittig de functionaris voor gegevensbescherming. Het logboek blijft bewaard en kan niet gewijzigd worden.'

const ruleTexts: Readonly<Record<LookUpRule, RuleTexts>> = {
  'many-voters': {
    why: (voters, { mostVotersAnHour }) =>
      `${voters} verschillende kiezers in één uur. Meer dan ${mostVotersAnHour} is ongewoon.`,
    toDo: [
      askFirst,
      'Was het druk aan het loket, of werd een lijst nagekeken? Schrijf dat dan op als besluit.',
      noReason,
    ],
  },
  'outside-hours': {
    why: (_, { hours }) => `Buiten de gewone uren, die lopen van ${hours.from} tot ${hours.until} uur.`,
    toDo: [askFirst, 'Werkte deze persoon toen? Zo niet, laat dan de aanmelding nakijken.', noReason],
  },
  'protected-address': {
    why: () => 'De kiezer heeft een afgeschermd adres.',
    toDo: [
      askFirst,
      'Kijk na of de kiezer zelf aan het loket stond of iets vroeg.',
      'Is er twijfel? Handel snel: deze kiezer kan in gevaar zijn.',
      noReason,
    ],
  },
  'same-name': {
    why: () => 'De kiezer heeft dezelfde familienaam als de medewerker.',
    toDo: [askFirst, 'Familie? Laat een collega voortaan zulke vragen behandelen.', noReason],
  },
}

const roleTexts: Readonly<Record<StaffRole | AuthorityRole, string>> = {
  lezer: 'Lezer',
  medewerker: 'Medewerker verkiezingen',
  vrijgever: 'Vrijgever',
  loket: 'Loketmedewerker',
  stembureaus: 'Medewerker stembureaus',
  griffier: 'Griffier',
  magistraat: 'Magistraat',
  beheerder: 'Beheerder',
  uitbater: 'Uitbater',
}

const because: Readonly<Record<PersonRefusal | ExaminationRefusal, string>> = {
  'no-list': 'Er is nog geen kiezerslijst in gebruik. Laad eerst een lijst in en aanvaard ze.',
  'no-such-voter': 'Geen kiezer heeft dit volgnummer. Kijk het na op de brief of op de lijst.',
  'reason-missing': 'Schrijf waarom u dit opvraagt.',
  'number-in-text': frame.numberInText,
  'no-such-look-up': 'Deze opzoeking is er niet.',
  'conclusion-missing': 'Schrijf wat u vaststelde.',
  'own-look-up': 'Dit is uw eigen opzoeking. Laat iemand anders ze nagaan.',
  'examined-already': 'Iemand anders ging deze opzoeking al na. Herlaad de pagina om het besluit te lezen.',
}

export const texts = {
  actor: (actor: string) => (actor === 'command-line' ? 'De uitbater (opdrachtregel)' : actor),
  views: { label: 'Logboek', all: 'Alles', unusual: 'Opvallende opzoekingen' },
  columns: {
    when: 'Wanneer',
    who: 'Wie',
    role: 'Rol',
    what: 'Wat',
    about: 'Waarover',
    why: 'Waarom dit opvalt',
    state: 'Stand',
  },
  alert: {
    title: 'Vraagt aandacht',
    text: (count: number) =>
      count === 1
        ? '1 opzoeking van een kiezer valt op, en niemand ging ze na.'
        : `${count >= 1000 ? 'Meer dan 1.000' : count} opzoekingen van kiezers vallen op, en niemand ging ze na.`,
    link: 'Bekijk en ga na',
  },
  log: {
    title: 'Logboek',
    lead: 'Wie deed wat, het nieuwste eerst. Niemand kan het logboek wijzigen. Namen en rijksregisternummers van kiezers staan er niet in; een kiezer is een volgnummer, zolang de kiezerslijst bewaard wordt.',
    toLedger: 'Vraagt een kiezer wie zijn gegevens bekeek? Zoek het op per verkiezing:',
    caption: 'Wat gebeurde',
    empty: 'Niets past bij deze keuze. Kies een langere periode, of toon opnieuw alles.',
    export: 'Bewaar als CSV',
    exportHint:
      'Het bestand bevat alles wat bij uw keuze past, niet alleen deze rijen. U opent het met een rekenblad. Dat u het maakte, komt ook in het logboek.',
    fileName: (day: string) => `logboek-${day}.csv`,
  },
  filter: {
    label: 'Toon alleen',
    button: 'Toon',
    who: 'Wie',
    everybody: 'Iedereen',
    operator: { value: 'command-line', label: 'De uitbater (opdrachtregel)' },
    kind: 'Waarover',
    allKinds: 'Alles',
    from: 'Vanaf',
    until: 'Tot en met',
    noSuchDay: 'Deze dag bestaat niet. Vul dag, maand en jaar in, zoals 16 5 2029.',
    backwards: 'De laatste dag ligt vóór de eerste. Wissel ze om.',
  },
  kinds: {
    bureaus: 'Bureaus',
    voters: 'Kiezers en kiezerslijst',
    letters: 'Kiesbrieven',
    proof: 'Proef van de kiesbrieven',
    release: 'Vrijgave',
    delivery: 'Versturen',
    corrections: 'Verbeteringen',
    duplicates: 'Duplicaten',
    offline: 'Loket zonder netwerk',
    places: 'Stemlocaties',
    election: 'Verkiezing',
    calendar: 'Kalender',
    certificate: 'Certificaat',
    municipality: 'Gegevens van de gemeente',
    citizen: 'Burgers die hun eigen brief lazen',
    staff: 'Medewerkers en aanmeldingen',
    desk: 'Geopende en geweigerde pagina’s',
    audit: 'Het logboek zelf',
    installation: 'De installatie',
  } as Readonly<Record<string, string>>,
  unusual: {
    title: 'Opvallende opzoekingen',
    oneTitle: 'Een opvallende opzoeking',
    lead: 'Kiezersgegevens bekijken is gewoon werk. Soms valt iets op. Dat betekent niet dat iemand iets fout deed: wel dat iemand het vraagt.',
    caption: 'Nog na te gaan',
    captionAll: 'Alle opvallende opzoekingen',
    empty: 'Er is niets na te gaan. Een nieuwe opvallende opzoeking staat hier na enkele minuten.',
    emptyAll: 'Er was nog geen opvallende opzoeking.',
    showAll: 'Toon ook wat al nagegaan is',
    showOpen: 'Toon alleen wat nog na te gaan is',
    open: 'Na te gaan',
    look: 'Bekijk de opzoeking van',
    toLedger: 'Bekijk wie deze kiezer nog opzocht',
    toDo: 'Wat u doet',
    conclusion: 'Wat u vaststelde',
    conclusionHint: 'Zonder naam of nummer van een kiezer. Dit blijft in het logboek staan.',
    finish: 'Nagegaan: bewaar het besluit',
    own: 'Dit is uw eigen opzoeking. Iemand anders met toegang tot het logboek gaat ze na.',
    examined: 'Nagegaan door',
    examinedBy: (by: string, at: string) => `Nagegaan door ${by} op ${at}.`,
    rules: {
      title: 'Wanneer valt een opzoeking op?',
      lines: ({ mostVotersAnHour, hours }: LookUpRules) => [
        `Iemand bekijkt meer dan ${mostVotersAnHour} verschillende kiezers in één uur.`,
        `Iemand zoekt een kiezer op vóór ${hours.from} uur of na ${hours.until} uur.`,
        'Iemand bekijkt een kiezer met een afgeschermd adres.',
        'Iemand bekijkt een kiezer met dezelfde familienaam als hijzelf.',
      ],
      note: 'De eerste twee worden per persoon hoogstens één keer per uur gemeld; de andere elke keer.',
    },
  },
  rules: ruleTexts,
  roles: { ...roleTexts, none: 'Zonder aanmelding' } as Readonly<Record<string, string>> & { none: string },
  because,
  ledger: {
    title: 'Wie bekeek een kiezer?',
    of: (listNumber: string) => `Wie bekeek kiezer ${listNumber}?`,
    link: 'Wie bekeek deze kiezer?',
    elsewhere:
      'Vraagt deze kiezer wie zijn gegevens bekeek? Noteer de vraag en geef ze aan wie het logboek leest (rol beheerder).',
    lead: 'Een kiezer mag vragen wie zijn gegevens bekeek (AVG, artikel 15). Zoek de kiezer op met het volgnummer. Dat staat op de brief.',
    leadOfVoter: 'Een kiezer mag vragen wie zijn gegevens bekeek (AVG, artikel 15).',
    listNumber: 'Volgnummer op de kiezerslijst',
    listNumberHint: 'Alleen cijfers, zoals 1234.',
    noNumber: 'Vul het volgnummer in met alleen cijfers, zoals 1234.',
    reason: 'Waarom vraagt u dit op?',
    reasonHint: 'Bijvoorbeeld: de kiezer vraagt het. Zonder naam of nummer. Dit komt in het logboek.',
    show: 'Toon wie deze kiezer bekeek',
    told: 'Alles wat iemand deed met de gegevens of de brieven van deze kiezer, het nieuwste eerst.',
    caption: 'Wat met de gegevens van deze kiezer gebeurde',
    empty:
      'Niemand bekeek deze kiezer apart. Wat voor alle kiezers samen gebeurde, zoals het opmaken van de brieven, staat in het gewone logboek.',
    note: 'Hoogstens de laatste 1.000. Dat u dit opvroeg, staat er de volgende keer ook bij.',
  },
} as const
