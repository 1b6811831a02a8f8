import type { CheckName, FaultReason } from '../../letters/index.ts'
import { countText } from '../../platform/http/components/index.ts'
import { counted } from '../letters/texts.nl.ts'

const faults: Readonly<Record<FaultReason, string>> = {
  'no-letter': 'kiezer zonder brief',
  'letter-not-released': 'brief nog niet vrijgegeven',
  'letter-not-handed-over': 'brief niet overgedragen om te versturen',
  'two-current-letters': 'kiezer met twee geldige brieven',
  'letter-handed-over-twice': 'brief twee keer overgedragen',
  'same-person-twice-on-list': 'dezelfde persoon staat twee keer op de lijst',
  'same-receipt-twice': 'hetzelfde ontvangstbewijs als een andere brief',
  'letter-without-voter': 'brief zonder kiezer',
  'not-printed': 'brief in geen enkel drukbestand',
  'printed-without-need': 'gedrukt zonder dat het moest',
}

const checks: Readonly<Record<CheckName, string>> = {
  'certificate-signature': 'De handtekening hoort bij deze inhoud',
  'certificate-form': 'Het bestand is een volledig certificaat',
  'key-is-trusted': 'Getekend met een sleutel van deze installatie',
  'leaves-file': 'Het bestand met regels is ongewijzigd',
  'leaves-root': 'De regels geven dezelfde Merkle-wortel',
  'every-voter-once': 'Elke kiezer staat er precies één keer in',
  'every-receipt-once': 'Elk ontvangstbewijs hoort bij één brief',
  'counts-follow-from-leaves': 'De aantallen volgen uit de regels',
  'sums-balance': 'De som klopt',
  'document-file': 'De leesbare PDF is ongewijzigd',
  'public-copy-signature': 'De handtekening van de versie voor publicatie klopt',
  'public-copy-follows': 'De versie voor publicatie volgt uit het certificaat',
}

const chooseZip = 'Kies de ZIP die u hier downloadde, of certificate.json.'

export const texts = {
  title: 'Certificaat',
  elections: 'Verkiezingen',
  parts: { sum: 'De som', verify: 'Een certificaat nakijken' },
  lead: (isPaperForAll: boolean) =>
    `Het certificaat bewijst dat elke kiezer precies één brief heeft, ${
      isPaperForAll ? 'in de e-Box en op papier' : 'en dat wie geen e-Box gebruikt hem op papier krijgt'
    }. Het kan pas geschreven worden als de som klopt.`,
  stillCounting:
    'De som wordt geteld, over alle kiezers en alle brieven. In een stad kan dat een minuut duren. Deze pagina komt vanzelf terug.',
  counted: (moment: string) => `Geteld op ${moment}, op één ogenblik over alle tabellen.`,
  notClosed: 'De kiezerslijst is nog niet afgesloten, dus er is nog niets om te tellen.',
  right: 'De som klopt',
  rightText: (voters: string, onPaper: string | undefined) =>
    onPaper === undefined
      ? `Alle ${voters} kiezers zijn precies één keer geteld, in de e-Box en op papier.`
      : `Alle ${voters} kiezers zijn precies één keer geteld in de e-Box. Op papier zijn de ${onPaper} kiezers geteld die papier krijgen.`,
  wrong: 'De som klopt nog niet',
  waiting: 'Er zijn nog brieven onderweg of tegengehouden',
  waitingText: (count: number) =>
    `${counted(count, 'brief heeft', 'brieven hebben')} nog geen uitkomst. Dat is gewoon zolang het versturen bezig is.`,
  wrongText: 'Hieronder staat waarom. Los het op; daarna kan het certificaat geschreven worden.',
  faults: 'Wat niet klopt',
  noFaults: 'Er ontbreekt niemand, en niemand staat er dubbel in.',
  faultHead: { why: 'Wat', channel: 'Kanaal', count: 'Kiezers', named: 'Volgnummers (de eerste)' },
  fault: faults,
  channels: { digital: 'e-Box', paper: 'papier' },
  digital: 'In de e-Box',
  paper: 'Op papier',
  rows: {
    voters: 'Kiezers',
    delivered: 'Bezorgd',
    inactive: 'In een niet-geactiveerde e-Box',
    unreachable: 'Onbereikbaar',
    refused: 'Geweigerd',
    unconfirmed: 'Onbevestigd',
    waiting: 'Nog te gaan',
    paperVoters: 'Kiezers die een brief op papier krijgen',
    printed: 'In een drukbestand, en nog geldig',
    exceptions: 'Kan met geen post bezorgd worden',
    what: 'Wat',
    count: 'Aantal',
  },
  /** What the parts of a sum come to, and whether that is everybody whom it is about. */
  sumOf: (parts: string, { sum, voters, whom }: { sum: number; voters: number; whom: string }) =>
    sum === voters
      ? `Dat zijn alle ${countText(voters)} ${whom}: ${parts}.`
      : `Samen moeten dit ${countText(voters)} ${whom} zijn. Nu is het: ${parts}.`,
  whom: { voters: 'kiezers', onPaper: 'kiezers die een brief op papier krijgen' },
  write: {
    title: 'Certificaat schrijven',
    text: 'U mag het meer dan eens schrijven: na elke verbetering een nieuw. Elk blijft bewaard.',
    /** In the place of the button, while writing would be refused. */
    before: {
      'nothing-released': 'Het certificaat kan nog niet geschreven worden: er is nog niets vrijgegeven.',
      'still-sending':
        'Het certificaat kan nog niet geschreven worden: er zijn nog brieven zonder uitkomst. Wacht tot het versturen klaar is.',
      'not-printed':
        'Het certificaat kan nog niet geschreven worden: er zijn nog brieven die op papier moeten en in geen enkel drukbestand staan.',
      'sums-off':
        'Het certificaat kan nog niet geschreven worden: de som klopt niet. Hierboven staat wat er ontbreekt of dubbel is. Los dat eerst op.',
    },
    button: 'Schrijf het certificaat',
    running: (done: string, total: string) =>
      `Het certificaat wordt geschreven: ${done} van ${counted(total, 'kiezer', 'kiezers')}.`,
    refresh: 'Vernieuw deze pagina',
    failed:
      'Het schrijven is mislukt. Er is niets half achtergebleven. Probeer het opnieuw, of verwittig wie Kiesloket beheert.',
    refusedTitle: 'Het certificaat is niet geschreven',
    because: {
      'list-not-closed': 'De kiezerslijst is nog niet afgesloten.',
      'nothing-released': 'Er is nog niets vrijgegeven.',
      'still-sending': 'Er zijn nog brieven zonder uitkomst. Wacht tot het versturen klaar is.',
      'list-changed':
        'De kiezerslijst is niet meer die van bij het afsluiten. Verwittig wie Kiesloket beheert, voor u iets anders doet.',
      'sums-off': 'De som klopt niet. Hierboven staat wat er ontbreekt of dubbel is.',
    },
  },
  kept: {
    title: 'Geschreven certificaten',
    none: 'Er is nog geen certificaat geschreven.',
    when: 'Geschreven op',
    who: 'Door',
    root: 'Merkle-wortel',
    download: 'Bestand',
    zip: 'Alle bestanden (ZIP)',
    elsewhere: (where: string | null) =>
      where
        ? `Niet op deze server. Geschreven in ${where}: haal het daar.`
        : 'Niet op deze server, en toen werd niet genoteerd waar het geschreven is.',
  },
  verify: {
    lead: 'Laad een certificaat op. Het wordt nagerekend uit zijn eigen bestanden, zonder de databank. Er wordt niets van bewaard.',
    label: 'Het certificaat',
    hint: 'De ZIP met alle bestanden. Met alleen certificate.json worden handtekening en som nagekeken, niet de regels.',
    button: 'Kijk het na',
    genuine: 'Dit certificaat is echt en klopt',
    genuineText: 'Alles is nagerekend en klopt.',
    alone: 'Wat u oplaadde, is echt',
    aloneText: 'Handtekening en som kloppen. De andere bestanden waren er niet bij en zijn niet nagekeken.',
    wrong: 'Dit certificaat klopt niet',
    wrongText:
      'Vertrouw dit bestand niet. Vraag het opnieuw aan wie het u gaf, of vergelijk met het certificaat dat hier bewaard is.',
    otherMunicipality: (name: string, nisCode: string, own: string) =>
      `Dit is het certificaat van ${name} (NIS-code ${nisCode}), niet van ${own}. Zocht u dat van uw gemeente, kies dan een ander bestand.`,
    otherElection: (election: string) =>
      `Dit is het certificaat van een andere verkiezing: ${election}. Zocht u dat van deze verkiezing, kies dan een ander bestand.`,
    otherKey:
      'Wat erin staat, hoort bij zijn handtekening. Maar de sleutel is niet van deze installatie: vraag aan wie het u gaf welke sleutel het is, en vergelijk.',
    about: (election: string, moment: string) => `${election}. Geschreven op ${moment}.`,
    key: 'Sleutel van de handtekening:',
    head: { check: 'Controle', result: 'Uitkomst' },
    yes: '✓ Klopt',
    no: '✗ Klopt niet',
    notThere: '– Niet meegestuurd',
    check: checks,
    because: {
      'empty-file': `Dit bestand is leeg. ${chooseZip}`,
      'web-page': `Dit is een webpagina of een XML-bestand, geen certificaat. Vaak is het een aanmeldpagina of een foutmelding die in de plaats van het bestand bewaard werd. ${chooseZip}`,
      pdf: 'Dit is een pdf. Die is er om te lezen; nakijken kan alleen met de ZIP of met certificate.json, die erbij hoort.',
      'other-file': `Dit bestand is geen ZIP en geen JSON, dus geen certificaat. ${chooseZip}`,
      'damaged-json':
        'Dit bestand begint als JSON, maar het is niet heel: er ontbreekt een stuk of er is iets in veranderd. Haal het opnieuw op waar u het vond.',
      'other-json': `Dit is een JSON-bestand, maar geen certificaat van Kiesloket. ${chooseZip}`,
      'damaged-zip':
        'Deze ZIP is beschadigd of niet volledig: ze kan niet uitgepakt worden. Haal ze opnieuw op waar u ze vond.',
      'zip-without-certificate': `In deze ZIP zit geen certificate.json, dus het is geen certificaat. ${chooseZip}`,
      'zip-too-large-inside': `In deze ZIP zit een bestand dat uitgepakt veel te groot is voor een certificaat. Het is niet uitgepakt. ${chooseZip}`,
      'no-file': 'Kies een bestand.',
      'too-large':
        'Dit bestand is te groot om een certificaat te zijn: hoogstens 600 MB. Kies de ZIP die u hier downloadde.',
      broken: 'Het bestand kwam niet heel aan. Probeer het opnieuw.',
    },
  },
} as const
