import type { OutsideParty, PartyState } from './parties.ts'
import type { Outcome } from './try-party.ts'

type OfKind<Said> = Readonly<Record<OutsideParty['kind'], Said>>

interface OutcomeTexts {
  readonly is: string
  readonly todo: (code: string) => string
}

const named = (code: string) => (code ? ` (${code})` : '')

const outcomes: Readonly<Record<Outcome, OutcomeTexts>> = {
  answered: { is: 'ze antwoordde', todo: () => 'U hoeft niets te doen.' },
  'no-token': {
    is: 'we kregen geen toegangsbewijs',
    todo: (code) =>
      `De dienst die toegang geeft, weigert ons of antwoordt niet${named(code)}. Kijk na of de client-id, de sleutel en het adres kloppen met wat geregistreerd is. Kloppen ze, bel dan de helpdesk van de e-Box.`,
  },
  'no-answer': {
    is: 'er kwam geen antwoord',
    todo: (code) =>
      `Niemand antwoordt op dat adres${named(code)}. Kijk na of deze server naar buiten mag (firewall, proxy) en of het adres klopt. Ligt het niet aan u, wacht dan en probeer het over tien minuten opnieuw.`,
  },
  'not-configured': {
    is: 'er is geen weg ingesteld',
    todo: () => 'Stel de sleutel en de client-id in, bij de installatie of in het bestand van de gemeente.',
  },
  'too-slow': {
    is: 'er kwam geen antwoord binnen tien seconden',
    todo: () => 'Ze is overbelast of onbereikbaar. Probeer het over tien minuten opnieuw.',
  },
  'wrong-password': {
    is: 'de naam of het wachtwoord klopt niet',
    todo: (code) =>
      `De server kent de naam of het wachtwoord niet${named(code)}. Vraag wie hem beheert om de juiste, en zet ze in MAIL_SMTP_URL, in het programma dat pagina’s toont én in dat wat mails verstuurt. Tekens als @ en / schrijft u daar als %40 en %2F.`,
  },
  'no-encryption': {
    is: 'er is geen verbinding die veilig genoeg is',
    todo: (code) =>
      `De server versleutelt niet, of zijn certificaat klopt niet${named(code)}. Kijk na of de naam in MAIL_SMTP_URL die van het certificaat is, of dat nog geldig is, en of poort en begin samen horen: smtps:// bij 465, smtp:// bij 587. Zonder versleuteling gaat er niets naartoe.`,
  },
  refused: {
    is: 'ze antwoordt, maar neemt nu niets aan',
    todo: (code) =>
      `De server antwoordt, maar wil nu niets van ons${named(code)}. Begint dat nummer met een 4, probeer het dan over tien minuten opnieuw. Begint het met een 5, vraag dan wie hem beheert of deze server er mail mag afgeven.`,
  },
  failed: {
    is: 'het programma zelf maakte een fout',
    todo: (code) =>
      `Kijk in het log van het programma${named(code)}, en meld de fout aan wie Kiesloket onderhoudt.`,
  },
}

const kinds: OfKind<string> = {
  login: 'Aanmelden van medewerkers (ACM/IDM)',
  'citizen-login': 'Aanmelden van burgers (ACM/IDM)',
  mailbox: 'e-Box',
  consents: 'e-Box: wie heeft er een?',
  mail: 'Mail naar burgers (SMTP)',
}

const states: Readonly<Record<PartyState, string>> = {
  answers: 'Antwoordt',
  away: 'Antwoordt niet',
  unknown: 'Nog niet geweten',
  absent: 'Niet ingesteld',
}

/** What the page says on which one sees whether everything around is well, and what to do when it is not. */
export const texts = {
  kinds,
  /** Why there is no road to the e-Box; with the file of the key when that can't be read. */
  noMailbox: (keyFile: string | undefined) =>
    keyFile
      ? `De privésleutel in ${keyFile} kan niet gelezen worden. Kijk na of het bestand op de server staat, of het programma het mag lezen en of er een sleutel in PEM in staat.`
      : 'Er is geen privésleutel voor de e-Box ingesteld. Stel EBOX_PRIVATE_KEY_FILE in op de server, of schrijf bij de gemeente waar haar sleutel staat.',
  partyStates: states,
  outcomes,
  outside: 'Wie we nodig hebben',
  outsideLead:
    'Wat hier staat, noteerden de processen die brieven versturen en mensen aanmelden. “Probeer nu” vraagt alleen of we binnen mogen: er gaat geen brief en geen mail en geen gegeven van een kiezer mee. Elke poging komt in het logboek. Voor drukwerk is niemand nodig: drukbestanden haalt u zelf op.',
  tryNow: 'Probeer nu',
  facts: {
    municipalities: 'Voor',
    andMore: (names: string, more: number) => `${names} en nog ${more}`,
    answered: { mailbox: 'Laatste goede antwoord', login: 'Laatste aanmelding' },
    never: 'Nog geen',
    failed: 'Laatste keer zonder antwoord',
    noFailure: 'Geen in deze dagen',
    downSince: 'Weg sinds',
    tried: 'Laatst geprobeerd',
    triedText: (moment: string, outcome: string) => `${moment}: ${outcome}`,
  },
  advice: {
    answers: 'U hoeft niets te doen.',
    unknown: {
      login: 'Er is nog niets van geweten. Probeer het nu.',
      'citizen-login':
        'Alleen een poging zegt of ze antwoordt: wanneer het laatst een burger binnenkwam, wordt niet bijgehouden. Probeer het nu.',
      mailbox: 'Er is nog niets van geweten. Probeer het nu, dan weet u het voor de eerste brief vertrekt.',
      consents: 'Alleen een poging zegt of ze antwoordt. Probeer het nu, voor u de vraag laat stellen.',
      mail: 'Alleen een poging zegt of ze ons binnenlaat. Probeer het nu, dan weet u het voor er een mail vertrekt.',
    } satisfies OfKind<string>,
    /** What goes on while there is no answer. */
    meanwhile: {
      login: 'Wie aangemeld is, werkt gewoon verder.',
      'citizen-login': 'Wie aangemeld is, blijft dat. De algemene pagina’s voor burgers werken.',
      mailbox: 'Brieven wachten vanzelf; er gaat niets verloren.',
      consents: 'Brieven vertrekken gewoon: dit is alleen een vraag vooraf.',
      mail: 'Mails wachten vanzelf. Brieven in de e-Box hebben er geen last van.',
    } satisfies OfKind<string>,
    away: 'Brieven wachten en vertrekken vanzelf zodra er weer antwoord komt. Duurt het langer dan een uur, bel dan de helpdesk van de e-Box met de momenten uit de tabel hieronder.',
    absent: {
      login: (what) => `Niemand kan zich aanmelden: stel ${what} in.`,
      'citizen-login': (what) =>
        `Burgers kunnen zich niet aanmelden en zien alleen algemene pagina’s. Wilt u dat wel, stel dan ${what} in.`,
      mailbox: (what) =>
        what
          ? `Van hier kan niets vertrekken. ${what}`
          : 'Van hier kan niets vertrekken. Stel de weg naar de e-Box in.',
      consents: () => 'Niemand vraagt wie een e-Box heeft.',
      mail: (what) =>
        `Er vertrekt geen mail naar burgers, en geen pagina biedt dat aan. Dat is geen fout. Wilt u het wel, stel dan ${what} en MAIL_FROM in.`,
    } satisfies OfKind<(what: string) => string>,
  },
  brokenOff: {
    caption: 'Verzendingen die vanzelf stopten en nog stilstaan',
    none: 'Geen enkele verzending staat stil omdat er te veel fout ging.',
    municipality: 'Gemeente',
    means: 'Wat er was',
    todo: 'Wat de gemeente doet',
  },
  title: 'Gezondheid',
  lead: (away: number) =>
    away === 0
      ? 'Voor zover geweten, antwoordt iedereen die we nodig hebben.'
      : `${away === 1 ? '1 partij' : `${away} partijen`} buiten ons ${away === 1 ? 'antwoordt' : 'antwoorden'} niet. Wat u doet, staat bij de partij. Brieven wachten en vertrekken vanzelf zodra er weer antwoord komt.`,
  parties: (days: number) => `Wie weg was in de laatste ${days} dagen`,
  partiesNone: 'In deze dagen was niemand weg. Dit wordt alleen gemeten terwijl brieven vertrekken.',
  party: 'Partij',
  from: 'Vanaf',
  until: 'Tot',
  still: 'Nog steeds',
  failures: 'Pogingen zonder antwoord',
  codes: 'Wat er kwam',
  database: 'De databank en de schijf',
  none: 'Niet nagekeken.',
  what: 'Wat',
  state: 'Stand',
  says: 'Uitleg',
  checkStates: { ok: 'In orde', look: 'Kijk na', wrong: 'Fout' },
  more: 'De opdracht doctor kijkt meer na: ook de sleutels, en of de e-Box van elke gemeente antwoordt.',
  checks: {
    migrations: {
      what: 'Tabellen',
      says: (count: number, missing: readonly string[]) =>
        missing.length === 0
          ? `Alle ${count} wijzigingen van de tabellen zijn uitgevoerd.`
          : `Nog niet uitgevoerd: ${missing.join(', ')}. Voer de opdracht migrate uit.`,
    },
    commits: {
      what: 'Vastleggen',
      says: (off: readonly string[]) =>
        off.length === 0
          ? 'Wat vastgelegd is, blijft bestaan als de server valt.'
          : `${off.join(', ')} staat uit. Als de server valt, kan een brief die al vertrok nog eens vertrekken. Zet het aan.`,
    },
    login: {
      what: 'Aanmelding bij de databank',
      says: (many: number) =>
        many === 0
          ? 'Het programma mag niet meer dan het nodig heeft.'
          : 'Het programma mag te veel in de databank. De opdracht doctor zegt wat. Gebruik een aanmelding die niets bezit.',
    },
    folder: {
      what: 'Map voor drukbestanden en certificaten',
      right: (free: string) => `Er kan in geschreven worden; er is nog ${free} GB vrij.`,
      tight: (free: string) =>
        `Er is nog maar ${free} GB vrij. Maak plaats voor u drukbestanden laat maken: een grote gemeente vraagt er enkele.`,
      closed: 'Er kan niet in geschreven worden. Geef het programma schrijfrecht op KIESLOKET_DATA_DIR.',
    },
    environment: {
      what: 'Omgeving',
      says: (inDatabase: string, configured: string) =>
        inDatabase === configured
          ? `Databank en programma zijn allebei ${configured}.`
          : `De databank is ${inDatabase}, het programma ${configured}. Verbind het programma met de juiste databank.`,
    },
  },
} as const
