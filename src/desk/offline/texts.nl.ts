import type { IssueConflict, PackRefusal, SettleRefusal } from '../../letters/index.ts'
import { counted } from '../../platform/counted.ts'
import type { CounterBounds } from '../duplicates/counter-bounds.ts'

const conflicts: Readonly<Record<IssueConflict, string>> = {
  'no-such-voter': 'Dit volgnummer staat niet op de lijst.',
  revoked: 'Het toestel was ingetrokken toen dit binnenkwam.',
  clock: 'De klok van het toestel kan niet kloppen.',
  'too-late': 'Volgens het toestel gegeven na het laatste uur.',
  'reason-not-offered': 'Om die reden geeft de wet geen duplicaat.',
  struck: 'De kiezer is intussen geschrapt.',
  'not-current': 'De brief van deze kiezer is intussen ingetrokken.',
  moved: 'De kiezer stemt nu in een ander lokaal dan er werd afgedrukt.',
  another: 'De kiezer kreeg ook elders een duplicaat.',
}

const packRefusals: Readonly<Record<PackRefusal, string>> = {
  'no-such-device': 'Deze gemeente kent dit toestel niet. Schrijf het eerst in.',
  revoked: 'Dit toestel is ingetrokken. Schrijf het opnieuw in, of gebruik een ander.',
  'no-list': 'Er is nog geen kiezerslijst in gebruik.',
  'no-letters': 'Er zijn nog geen brieven, dus zijn er nog geen duplicaten te geven.',
  'too-late': 'De tijd voor duplicaten is voorbij. Een kopie heeft geen zin meer.',
}

const settleRefusals: Readonly<Record<SettleRefusal, string>> = {
  'no-such-issue': 'Dit duplicaat is er niet.',
  'decided-already': 'Iemand anders besliste hier al over.',
  'note-missing': 'Schrijf wat u vaststelde en waarom u zo beslist.',
  'no-letter': 'Deze kiezer heeft geen brief, dus kan dit niet meetellen. Kies “telt niet mee”.',
}

export const texts = {
  conflicts,
  settleRefusals,
  noScript: 'Deze pagina werkt alleen met JavaScript. Al de rest van het loket werkt zonder.',
  link: 'Verder zonder netwerk',
  linkText:
    'Of zet vóór de verkiezingsdag een versleutelde kopie op een toestel. Daarmee drukt u duplicaten af als het netwerk uitvalt.',
  page: {
    title: 'Verder zonder netwerk',
    lead: 'Met een kopie op dit toestel zoekt u kiezers op en drukt u duplicaten af als het netwerk uitvalt. Wat u zo gaf, geeft u achteraf door.',
    here: 'Dit toestel',
    unfit:
      'Deze browser kan dit niet. Gebruik een recente Firefox, Chrome, Edge of Safari, over een beveiligde verbinding.',
    elsewhere:
      'Dit toestel is ingeschreven bij een andere gemeente. Meld u aan voor die gemeente, of gebruik een ander toestel.',
    revoked: 'Dit toestel is ingetrokken. De kopie is gewist.',
    new: 'Dit toestel is nog niet ingeschreven.',
    mayNotEnrol: 'Vraag de verantwoordelijke voor de verkiezingen om het in te schrijven.',
    enrolHint:
      'Schrijf alleen een toestel van de gemeente in, met een versleutelde schijf en een eigen gebruiker.',
    name: 'Naam van dit toestel',
    nameHint: 'Zoals iedereen het herkent, bijvoorbeeld Loket 2.',
    nameMissing: 'Geef het toestel een naam van hoogstens 60 tekens.',
    notADevice:
      'Het inschrijven lukte niet: deze browser stuurde geen sleutel mee. Herlaad de pagina en probeer opnieuw.',
    enrol: 'Dit toestel inschrijven',
    enrolled: 'Dit toestel is ingeschreven.',
    noPack: 'Er staat geen kopie op.',
    take: 'Kopie ophalen',
    takeNew: 'Nieuwe kopie ophalen',
    packOf: 'Er staat een kopie op van',
    packMade: 'van',
    packExpires: 'Ze vervalt op',
    open: 'Openen zonder netwerk',
    wipe: 'Kopie van dit toestel wissen',
    outboxTitle: 'Nog door te geven',
    outbox: 'Duplicaten die dit toestel zonder netwerk gaf:',
    outboxNow: 'Geef ze nu door: pas dan tellen ze mee.',
    outboxElsewhere:
      'Op dit toestel staan ook duplicaten van een andere verkiezing. Open die verkiezing om ze door te geven.',
    handIn: 'Nu doorgeven',
    devices: 'Ingeschreven toestellen',
    devicesEmpty: 'Er is nog geen toestel ingeschreven.',
    columns: {
      name: 'Toestel',
      enrolled: 'Ingeschreven',
      seen: 'Laatst gezien',
      pack: 'Laatste kopie',
      act: 'Intrekken',
    },
    own: 'dit toestel',
    never: 'Nog niet',
    revokedOn: (moment: string) => `Ingetrokken op ${moment}`,
    packLine: (voters: string, made: string, expires: string) =>
      `${counted(voters, 'kiezer', 'kiezers')}, ${made}. Vervalt ${expires}.`,
    revoke: 'Intrekken',
    revokeHint:
      'Is een toestel kwijt, trek het dan meteen in. Het wist zijn kopie zodra het netwerk heeft; tot dan beschermt alleen de code ze.',
    counts: 'Zonder netwerk gegeven',
    counted: 'Geteld',
    waiting: 'Na te kijken',
    setAside: 'Niet meegeteld',
  },
  waiting: {
    title: 'Na te kijken duplicaten',
    lead: 'Deze duplicaten zijn gegeven zonder netwerk, maar er is iets mee. Niets is verloren: beslis voor elk of het meetelt.',
    columns: { number: 'Volgnummer', what: 'Wat er is', device: 'Toestel', when: 'Gegeven', act: 'Nakijken' },
    look: 'Nakijken',
    more: 'Alleen de oudste 100 staan hier. De andere volgen als u deze afwerkt.',
  },
  received: {
    title: 'Doorgegeven',
    counted: (count: number) => (count === 1 ? '1 duplicaat is geteld.' : `${count} duplicaten zijn geteld.`),
    waiting: (count: number) =>
      count === 0
        ? 'Er is niets na te kijken.'
        : count === 1
          ? '1 duplicaat moet iemand nakijken.'
          : `${count} duplicaten moet iemand nakijken.`,
    refused: (count: number) =>
      `${count} niet aanvaard: beschadigd, of van een andere verkiezing. Die blijven op het toestel. Verwittig wie de installatie beheert.`,
    nothing: 'Er was niets om door te geven.',
    unreadable:
      'Wat dit toestel doorgaf, was niet leesbaar. Er is niets verloren: het staat nog op het toestel. Probeer opnieuw.',
  },
  take: {
    title: 'Kopie ophalen',
    lead: 'De kopie bevat van elke kiezer: volgnummer, naam, geboortejaar, adres en lokaal. Geen rijksregisternummers, geen afgeschermde adressen, geen geschrapte kiezers.',
    until: 'Tot wanneer moet ze werken?',
    untilHint: 'Kies zo kort als kan. Daarna wist het toestel ze zelf.',
    ends: {
      opening: (moment: string) => `Tot de stembureaus openen: ${moment}`,
      'last-hour': (moment: string) => `Tot het laatste uur voor duplicaten: ${moment}`,
    },
    endHints: {
      opening: 'Voor de dagen vóór de verkiezing.',
      'last-hour': 'Alleen voor een toestel dat op de verkiezingsdag aan het loket staat.',
    },
    bounded: (days: number) =>
      `Een kopie werkt hoogstens ${days === 1 ? '1 dag' : `${days} dagen`}. Haal ze dus pas op als u ze nodig hebt, of haal later een nieuwe.`,
    logged: 'Dat u de kopie ophaalt, wordt genoteerd. Een vorige kopie op dit toestel verdwijnt.',
    button: 'Kopie ophalen',
    notEnrolled: 'Dit toestel is nog niet ingeschreven. Doe dat eerst.',
    back: 'Terug naar “Verder zonder netwerk”',
    busy: 'De kopie komt binnen. Blijf op deze pagina.',
    received: 'kiezers tot nu toe',
    failed:
      'Het ophalen lukte niet. Er staat geen halve kopie op het toestel. Kijk de verbinding na en probeer opnieuw.',
    done: 'De kopie staat op dit toestel',
    code: 'Code van de dienst',
    holds: 'Deze code opent de kopie tot',
    once: 'Schrijf de code nu op. Ze verschijnt maar één keer, en niemand kan ze opzoeken.',
    steps: [
      'Geef ze alleen aan wie aan dit loket werkt. Bewaar het papier niet bij het toestel.',
      'Probeer ze nu meteen uit: open de pagina zonder netwerk en zoek iemand.',
      'Bewaar het adres van die pagina als bladwijzer: zonder netwerk vindt u ze anders niet.',
    ],
    open: 'Openen zonder netwerk',
    because: packRefusals,
    noScript: 'Het ophalen lukte niet: deze pagina heeft JavaScript nodig.',
  },
  issue: {
    title: 'Duplicaat nakijken',
    what: 'Wat er is',
    number: 'Volgnummer',
    device: 'Toestel',
    clerk: 'Gegeven door, volgens het toestel',
    when: 'Gegeven, volgens de klok van het toestel',
    received: 'Doorgegeven',
    reason: 'Reden',
    identity: 'Identiteit nagekeken met',
    state: 'Stand',
    states: { counted: 'Geteld', waiting: 'Na te kijken', 'set-aside': 'Niet meegeteld' },
    help: 'Zoek het volgnummer op aan het loket als u wilt weten hoe het nu met de kiezer en de brief staat. Stemt de kiezer elders dan op het duplicaat staat, verwittig hem of haar.',
    decision: 'Wat beslist u?',
    decisions: { count: 'Het telt mee als duplicaat', 'set-aside': 'Het telt niet mee' },
    decisionMissing: 'Kies of het meetelt.',
    note: 'Wat u vaststelde',
    noteHint: 'Zonder namen. Het blijft bij dit duplicaat bewaard.',
    button: 'Beslissing bewaren',
  },
  noNetwork: {
    title: 'Het loket is niet bereikbaar',
    lead: 'Er is geen netwerk, of de server antwoordt niet.',
    goOn: 'Met de kopie op dit toestel zoekt u kiezers op en drukt u duplicaten af. U hebt de code van de dienst nodig.',
    unsure:
      'Was u net een duplicaat aan het geven? Dan is niet zeker of het bewaard is. Kijk dat na bij de kiezer zodra er weer netwerk is.',
    back: 'Is er weer netwerk, herlaad dan deze pagina. Stuurde u net een formulier door, ga dan eerst terug in de browser.',
  },
  shell: {
    title: 'Duplicaten zonder netwerk',
    until: ({ day, hour, article }: CounterBounds) =>
      `U geeft duplicaten tot en met ${day}, tot ${hour} (${article}).`,
    hours: (open: string, close: string) =>
      `van ${open.replace(':', '.')} tot ${close.replace(':', '.')} uur`,
    none: {
      never: 'Op dit toestel staat geen kopie van de kiezerslijst.',
      expired: 'De kopie op dit toestel is vervallen en gewist.',
      revoked: 'Dit toestel is ingetrokken. De kopie is gewist.',
      'wrong-codes': 'Er is te vaak een foute code ingegeven. De kopie is gewist.',
      lost: 'De browser maakte plaats en gooide de kopie weg.',
      ended: 'De dienst is beëindigd. De kopie is gewist.',
    },
    noneNext:
      'Is er netwerk, meld u dan aan en open Duplicaten, Verder zonder netwerk. Is er geen, neem dan de noodlijst op papier.',
    waiting: 'Duplicaten van dit toestel die nog niet doorgegeven zijn:',
    waitingKept: 'Ze blijven bewaard, ook zonder kopie.',
    opening: 'De code wordt nagekeken. Dat duurt enkele seconden, met opzet.',
    locked: {
      made: 'Kopie van',
      expires: 'Ze vervalt op',
      name: 'Uw naam',
      nameHint: 'Komt bij elk duplicaat dat u geeft.',
      code: 'Code van de dienst',
      codeHint: 'Twaalf tekens, bijvoorbeeld K7QM-3XWD-9FHT.',
      button: 'Openen',
    },
    search: {
      hint: 'Naam, volgnummer of straat, bijvoorbeeld Peeters Lotte Kerkstraat',
      born: 'Geboortejaar',
      more: 'Er zijn er nog. Typ er de voornaam of de straat bij.',
      nobody:
        'Kijk de spelling na, of zoek met minder woorden. Wie pas op de lijst kwam of geschrapt is, staat niet in deze kopie.',
    },
    voter: {
      reasonHint: 'Alleen deze redenen laat de wet toe.',
      noLetter:
        'Toen de kopie gemaakt werd, had deze kiezer geen geldige brief. Geef geen duplicaat en noteer de vraag voor later.',
      tooLate:
        'De tijd voor duplicaten is voorbij. Er wordt er geen meer gegeven. Verwijs de kiezer naar het stembureau: daar beslist men over wie zonder brief komt.',
      button: 'Duplicaat geven',
      back: 'Terug naar zoeken',
    },
    sheet: {
      title: 'Duplicaat klaar om af te drukken',
      counted:
        'Het is genoteerd op dit toestel. Loopt de printer vast, druk het dan gerust opnieuw af: het blijft één duplicaat.',
      printed: 'Afgedrukt zonder netwerk op',
      print: 'Afdrukken',
      hint: 'Geef het aan de kiezer, met de vraag het mee te nemen naar het stemlokaal, samen met de identiteitskaart.',
    },
    foot: {
      title: 'Op dit toestel gegeven',
      count: 'nog door te geven. U werkt als',
      handIn: 'Is er weer netwerk, meld u dan aan en geef ze door bij Duplicaten, Verder zonder netwerk.',
      lock: 'Vergrendelen',
      endSummary: 'De dienst beëindigen',
      endText:
        'De kopie van de kiezerslijst verdwijnt van dit toestel. Wat u gaf, blijft staan tot het is doorgegeven.',
      end: 'Kopie wissen',
    },
    /** What the script says; `#` is a number or a moment. */
    data: {
      'data-name-missing': 'Typ uw naam.',
      'data-code-mistyped':
        'Dat is geen code: er ontbreekt een teken of er staat een ander. Dit telt niet als poging.',
      'data-code-wrong':
        'Die code hoort niet bij deze kopie. Pogingen die u nog hebt: #. Daarna wist het toestel de kopie.',
      'data-clock': 'De klok van dit toestel loopt achter. Zet ze juist en probeer opnieuw.',
      'data-identity-missing': 'Kies hoe u nakeek wie dit is.',
      'data-reason-missing': 'Kies waarom een duplicaat nodig is.',
      'data-loading': 'Doorzoekbare kiezers: #. De rest komt eraan.',
      'data-loaded': 'Doorzoekbare kiezers: #.',
      'data-damaged':
        'Een deel van de kopie is beschadigd. Wie u niet vindt, kan er toch op staan. Haal een nieuwe kopie op, of neem de noodlijst.',
      'data-online': 'Er is netwerk.',
      'data-offline-now': 'Er is geen netwerk.',
      'data-one-hit': '1 kiezer gevonden',
      'data-hits': '# kiezers gevonden',
      'data-first-hits': 'De eerste # kiezers',
      'data-protected-address': 'Afgeschermd adres',
      'data-unknown': 'Niet bekend',
      'data-before-pack': 'Duplicaten die deze kiezer kreeg voor deze kopie gemaakt werd: #.',
      'data-before-here': 'Kreeg op dit toestel al een duplicaat op #.',
    },
  },
} as const
