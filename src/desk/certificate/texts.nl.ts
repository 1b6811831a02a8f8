import type { CheckName, FaultReason } from '../../letters/index.ts'
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

export const texts = {
  title: 'Certificaat',
  elections: 'Verkiezingen',
  parts: { sum: 'De som', verify: 'Een certificaat nakijken' },
  lead: 'Het certificaat bewijst dat elke kiezer precies één brief heeft, in de e-Box en op papier. Het kan pas geschreven worden als de som klopt.',
  stillCounting:
    'De som wordt geteld, over alle kiezers en alle brieven. In een stad kan dat een minuut duren. Deze pagina komt vanzelf terug.',
  counted: (moment: string) => `Geteld op ${moment}, op één ogenblik over alle tabellen.`,
  notClosed: 'De kiezerslijst is nog niet afgesloten, dus er is nog niets om te tellen.',
  right: 'De som klopt',
  rightText: (voters: string) =>
    `Alle ${voters} kiezers zijn precies één keer geteld, in de e-Box en op papier.`,
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
    printed: 'In een drukbestand',
    exceptions: 'Kan met geen post bezorgd worden',
    what: 'Wat',
    count: 'Aantal',
  },
  sumOf: (parts: string) => `Samen moeten dit alle kiezers zijn: ${parts}.`,
  write: {
    title: 'Certificaat schrijven',
    text: 'U mag het meer dan eens schrijven: na elke verbetering een nieuw. Elk blijft bewaard.',
    button: 'Schrijf het certificaat',
    running: (done: string, total: string) =>
      `Het certificaat wordt geschreven: ${done} van ${total} kiezers.`,
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
    gone: 'De bestanden van dit certificaat staan niet meer op deze server.',
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
    about: (election: string, moment: string) => `${election}. Geschreven op ${moment}.`,
    key: 'Sleutel van de handtekening:',
    head: { check: 'Controle', result: 'Uitkomst' },
    yes: '✓ Klopt',
    no: '✗ Klopt niet',
    notThere: '– Niet meegestuurd',
    check: checks,
    because: {
      'not-a-certificate':
        'Dit bestand is geen certificaat. Kies de ZIP die u hier downloadde, of certificate.json.',
      'no-file': 'Kies een bestand.',
      'too-large':
        'Dit bestand is te groot om een certificaat te zijn: hoogstens 600 MB. Kies de ZIP die u hier downloadde.',
      broken: 'Het bestand kwam niet heel aan. Probeer het opnieuw.',
    },
  },
} as const
