import type { DuplicateReason } from '../../elections/index.ts'
import type { DuplicateChannel, DuplicateRefusal, IdentityCheck } from '../../letters/index.ts'
import { counted } from '../../platform/counted.ts'
import { texts as frame } from '../texts.nl.ts'
import type { CounterBounds } from './counter-bounds.ts'

const reasons: Readonly<Record<DuplicateReason, string>> = {
  'not-received': 'Brief niet ontvangen',
  lost: 'Brief kwijt',
}

const identities: Readonly<Record<IdentityCheck, string>> = {
  'identity-card': 'Identiteitskaart',
  'residence-card': 'Verblijfskaart',
  passport: 'Paspoort',
  'other-document': 'Ander document met foto',
  login: 'Zelf aangemeld als burger',
}

const channels: Readonly<Record<DuplicateChannel, string>> = {
  print: 'op papier',
  mailbox: 'naar de e-Box',
}

const refusals: Readonly<Record<DuplicateRefusal, (bounds: CounterBounds) => string>> = {
  'too-late': ({ day, hour, article }) =>
    `Op ${day} om ${hour} liep de tijd voor duplicaten af (${article}). Er wordt er geen meer gegeven. Verwijs de kiezer naar het stembureau: daar beslist men over wie zonder brief komt.`,
  'no-such-letter': () =>
    'Voor deze kiezer is geen brief opgemaakt, dus is er geen duplicaat. Vraag de verantwoordelijke voor de verkiezingen waarom.',
  'not-released': () =>
    'De brief van deze kiezer is opgemaakt, maar nog niet vrijgegeven. Een duplicaat kan pas daarna. Vraag de verantwoordelijke wanneer dat gebeurt.',
  'not-current': () =>
    'De brief van deze kiezer is ingetrokken: wat erin staat, klopt niet meer. Geef er geen afdruk van. Vraag de verantwoordelijke of er een nieuwe brief komt.',
  'other-room': () =>
    'De brief van deze kiezer noemt een ander stemlokaal dan nu geldt. Er is geen duplicaat gegeven. Een duplicaat van de nieuwe brief kan zodra die vrijgegeven is.',
  'reason-not-offered': ({ article }) =>
    `Om die reden geeft de wet bij deze verkiezing geen duplicaat (${article}). Kies de andere reden, als die klopt.`,
  'enough-today': () => 'Er zijn er vandaag al genoeg gemaakt van deze brief. Druk een van die opnieuw af.',
  unprintable: () =>
    'Deze brief kon niet gedrukt worden. Er is niets gegeven en niets geteld. Verwittig wie de installatie beheert.',
}

export const texts = {
  reasons,
  identities,
  channels,
  /** Why somebody was looked up, in the audit log. */
  lookUpReason: 'duplicaat aan het loket',
  counter: {
    title: 'Duplicaten',
    until: ({ day, hour, article }: CounterBounds) =>
      `U geeft duplicaten tot en met ${day}, tot ${hour} (${article}).`,
    over: ({ day, hour, article }: CounterBounds) =>
      `De tijd voor duplicaten is voorbij sinds ${day} om ${hour} (${article}). U kunt nog een kiezer opzoeken, maar geen duplicaat meer geven.`,
    unverified: 'Dat uur is nog niet nagekeken bij de overheid. Vraag bij twijfel de verantwoordelijke.',
    emergency: 'Als het systeem uitvalt',
    emergencyText: 'Druk vóór de verkiezingsdag de noodlijst af. Daarmee helpt u mensen ook zonder computer.',
    emergencyLink: 'Noodlijst afdrukken',
  },
  search: {
    label: 'Zoek de kiezer',
    hint: 'Naam, volgnummer of rijksregisternummer. Meer weten mag: Peeters Lotte 3/4/1980, Kerkstraat 12. Of scan de QR-code van de brief.',
    button: 'Zoeken',
    notOurCode:
      'Dit is geen QR-code van een kiesbrief van deze verkiezing. Scan de QR-code op de kiesbrief zelf, of typ de naam of het volgnummer.',
    because: {
      'question-too-long':
        'Dit is te lang: zo’n naam of straat staat niet op de lijst. Typ alleen de naam, het volgnummer of het rijksregisternummer.',
      'ask-more':
        'Typ een naam, een volgnummer of een rijksregisternummer. Een geboortedatum alleen is te weinig.',
      'not-a-day': 'Die geboortedatum bestaat niet. Typ dag, maand en jaar, zoals 3/4/1980.',
      'not-a-number':
        'Dat is geen rijksregisternummer: het telt 11 cijfers en de laatste twee kloppen met de andere. Een volgnummer telt hoogstens 7 cijfers.',
      'number-in-text': frame.numberInText,
      'no-list': 'Er is nog geen kiezerslijst in gebruik. Zodra ze aanvaard is, kunt u hier zoeken.',
    },
  },
  hits: {
    title: (count: number, isMore: boolean) => {
      if (count === 0) return 'Niemand gevonden'
      if (count === 1) return '1 kiezer gevonden'
      return isMore ? `De eerste ${count} kiezers` : `${count} kiezers gevonden`
    },
    more: 'Er zijn er nog. Typ er de voornaam, de geboortedatum of de straat bij.',
    empty:
      'Kijk de spelling na, of zoek met minder woorden of met het rijksregisternummer. Staat de persoon niet op de lijst, dan is er geen duplicaat.',
    caption: 'Gevonden kiezers',
    name: 'Naam',
    open: 'Kiezen',
    choose: 'Kies',
    birthDate: 'Geboren',
    address: 'Adres',
    listNumber: 'Volgnummer',
    near: 'Lijkt erop',
    struck: 'Geschrapt',
    protectedAddress: 'Afgeschermd adres',
    unknown: 'Niet bekend',
  },
  voter: {
    outdated:
      'De brief van deze kiezer zegt iets anders dan wat nu geldt, en een duplicaat zegt hetzelfde als de brief. Zeg waar en wanneer de kiezer stemt volgens de gegevens hierboven, en meld het aan wie de brieven verbetert.',
    title: 'Kiezer aan het loket',
    caption: (listNumber: number) => `Volgnummer ${listNumber}`,
    birthDate: 'Geboren',
    address: 'Adres op de lijst',
    section: 'Stemafdeling',
    room: 'Stemlokaal',
    noRoom: 'Nog niet bekend',
    letter: 'Brief',
    letterStates: {
      none: 'Niet opgemaakt',
      composed: 'Opgemaakt, nog niet vrijgegeven',
      released: 'Vrijgegeven',
      superseded: 'Vervangen',
      withdrawn: 'Ingetrokken',
    },
    earlier: {
      title: 'Vroegere brieven',
      line: ({ version, state }: { version: number; state: string }) =>
        `Versie ${version} is ${state === 'superseded' ? 'vervangen door een nieuwere' : 'ingetrokken'} en geldt niet meer.`,
    },
    struck:
      'Deze kiezer is van de lijst geschrapt en krijgt geen duplicaat. Vraag bij twijfel de verantwoordelijke.',
  },
  before: {
    title: (count: number) => (count === 1 ? 'Kreeg al een duplicaat' : `Kreeg al ${count} duplicaten`),
    line: (moment: string, channel: string, reason: string) =>
      `${moment}, ${channel}: ${reason.toLowerCase()}`,
  },
  form: {
    title: 'Duplicaat geven',
    identity: 'Hoe keek u na wie dit is?',
    identityHint: 'Kijk of foto en naam kloppen. Wat op het document staat, wordt niet bewaard.',
    identityMissing: 'Kies hoe u nakeek wie dit is.',
    reason: 'Waarom is een duplicaat nodig?',
    reasonHint: (article: string) => `Alleen deze redenen laat de wet toe (${article}).`,
    notLost:
      'Is de brief verloren? Daarvoor laat deze wet geen duplicaat toe. De kiezer leest de brief op de pagina’s voor burgers of in de e-Box, en kan zonder brief gaan stemmen: het bureau kan toelaten wie het herkent.',
    reasonMissing: 'Kies waarom een duplicaat nodig is.',
    print: 'Duplicaat afdrukken',
    mailbox: 'Nog eens naar de e-Box',
    mailboxHint:
      'Naar de e-Box gaat ook een duplicaat, voor wie de brief daar nog eens wil krijgen. Beide tellen mee.',
  },
  issue: { because: refusals },
  issued: {
    title: { print: 'Duplicaat klaar om af te drukken', mailbox: 'Duplicaat onderweg naar de e-Box' },
    panel: (number: number) =>
      number === 1
        ? 'Eerste duplicaat van deze brief. Het is geteld.'
        : `Duplicaat ${number} van deze brief. Het is geteld.`,
    open: 'Openen en afdrukken',
    openLarge: 'In grote letters openen',
    openHint:
      'Het opent in een nieuw venster. Loopt de printer vast, open het dan gerust opnieuw: het blijft één duplicaat.',
    steps: {
      print: [
        'Kijk of bovenaan DUPLICAAT staat, en of de naam klopt.',
        'Geef het aan de kiezer, met de vraag het mee te nemen naar het stemlokaal.',
      ],
      mailbox: [
        'Het vertrekt vóór alle andere brieven, zodra de e-Box het aanneemt.',
        'Het komt in de e-Box van de kiezer. Kan de kiezer die niet openen, druk dan een duplicaat af.',
      ],
    },
    next: 'Volgende kiezer',
    because: {
      'no-such-duplicate': 'Dit duplicaat is er niet.',
      'not-on-paper': 'Dit duplicaat ging naar de e-Box. Zoek de kiezer opnieuw op om er een af te drukken.',
      'not-current':
        'De brief is intussen ingetrokken: wat erin staat, klopt niet meer. Geef er geen afdruk van en vraag de verantwoordelijke wat nu geldt.',
    },
  },
  counts: {
    title: 'Gegeven duplicaten',
    today: 'Vandaag',
    total: 'In totaal',
    channels: (print: string, mailbox: string) => `${print} op papier, ${mailbox} naar de e-Box`,
    reasonToday: (today: string) => `${today} vandaag`,
  },
  emergency: {
    title: 'Noodlijst voor het loket',
    lead: 'Valt het netwerk of de stroom uit, dan zoekt u hierin op papier wie waar stemt. Ze is een hulp, geen kiezerslijst voor de stembureaus.',
    contents:
      'Per stemafdeling: volgnummer, naam, adres en stemlokaal, en een vak om te noteren wat u gaf. Geen rijksregisternummers. Een afgeschermd adres staat er niet op.',
    keepTitle: 'Waar u ze bewaart',
    keep: [
      'Druk ze af op de laatste werkdag vóór de verkiezing: wat later verandert, staat er niet op.',
      'Leg ze in een kast op slot aan het loket. Alleen wie duplicaten geeft, mag erbij.',
      'Geef wat u erop noteerde achteraf in, zolang dat mag.',
      'Vernietig ze na de verkiezing in de papierversnipperaar. Dat gebeurt niet vanzelf.',
    ],
    from: 'Eerste stemafdeling',
    until: 'Laatste stemafdeling',
    untilHint: (most: number) => `Hoogstens ${most} stemafdelingen ineens, zodat de browser het aankan.`,
    option: (section: number, place: string, room: string) => `${section}: ${place}, ${room}`,
    button: 'Noodlijst tonen',
    opens: 'De lijst opent in een nieuw venster. Druk ze daar af. Dat u ze toonde, wordt genoteerd.',
    noSections: 'Er zijn nog geen stemafdelingen ingelezen. Zonder stemafdelingen is er geen noodlijst.',
    because: {
      'no-list': 'Er is nog geen kiezerslijst in gebruik.',
      'no-such-sections': 'Kies een eerste en een laatste stemafdeling, in die volgorde.',
      'too-many-sections': (most: number) => `Kies hoogstens ${most} stemafdelingen ineens.`,
    },
    print: {
      state: (election: string, moment: string) => `${election}. Toestand op ${moment}.`,
      hint: 'Druk dit af met de printknop van uw browser. Onderaan moet “Einde van de noodlijst” staan: anders is ze niet volledig, en toont u ze opnieuw.',
      keep: 'Vertrouwelijk. Bewaar achter slot, vernietig na de verkiezing.',
      region: (section: number) => `Stemafdeling ${section}`,
      section: (section: number, place: string, room: string) =>
        `Stemafdeling ${section}: ${place}, ${room}. Vertrouwelijk.`,
      listNumber: 'Nr.',
      name: 'Naam',
      address: 'Adres',
      given: 'Gegeven om',
      count: (section: number, voters: string) =>
        `Einde van stemafdeling ${section}: ${counted(voters, 'kiezer', 'kiezers')}.`,
      end: 'Einde van de noodlijst.',
    },
  },
  /** When the letter of before does not hold any more and the next one is not there yet. */
  meanwhile: {
    title: 'Stuur deze kiezer niet weg',
    why: {
      'other-room':
        'De brief van deze kiezer noemt een ander stemlokaal dan nu geldt. Van die brief geeft u geen duplicaat: het zou de kiezer naar de verkeerde deur sturen. Er moet een nieuwe brief komen.',
      'to-make': 'De vorige brief is ingetrokken. De nieuwe is nog niet opgemaakt.',
      'to-release':
        'De vorige brief geldt niet meer. De nieuwe is opgemaakt en wacht op vrijgave door twee personen. Een duplicaat kan zodra dat gebeurd is.',
    },
    steps: [
      'Zeg de kiezer waar en wanneer hij stemt volgens de gegevens hierboven, en druk dat af.',
      'Vraag de kiezer de identiteitskaart mee te nemen, en de oude brief als die er is. Het stembureau kijkt op de kiezerslijst en beslist.',
      'Verwittig wie de brieven verbetert: na de vrijgave kan de kiezer een duplicaat van de nieuwe brief krijgen, hier of in zijn e-Box.',
    ],
    open: 'Waar en wanneer deze kiezer stemt, om af te drukken',
    corrections: 'Naar de verbeteringen',
    slip: {
      title: 'Waar en wanneer u stemt',
      noLetter: 'Dit is geen kiesbrief en geen duplicaat.',
      election: 'Verkiezing',
      day: 'Dag',
      hours: 'Uren',
      between: (from: string, until: string) => `Van ${from} tot ${until}`,
      place: 'Stemlocatie',
      address: 'Adres',
      bring:
        'Breng uw identiteitskaart mee, en uw oude kiesbrief als u die hebt. Het stembureau kijkt op de kiezerslijst.',
      print: 'Druk dit blad af met de printknop van uw browser.',
    },
  },
} as const
