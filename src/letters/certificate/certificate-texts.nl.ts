/** The words of the readable certificate. Codes without a sentence of their own are shown as they came. */
const reasonTexts: Readonly<Record<string, string>> = {
  INVALID_INPUT: 'de e-Box nam het bericht niet aan: ongeldige gegevens',
  NO_EBOX: 'heeft geen e-Box',
  EXCLUDED: 'kan niet bereikt worden via de e-Box',
  'key-clash': 'de e-Box kende deze zending al, maar niet van ons',
  'worker-lost': 'de verzending brak af, het antwoord is niet bekend',
  'time-out': 'het antwoord kwam niet op tijd',
  'answer-unreadable': 'het antwoord was niet te lezen',
  settled: 'een medewerker besliste, met bewijs',
  'no-deliverable-address': 'geen adres waarop een brief kan aankomen',
  'no-deliverable-address-gone': 'de woning bestaat niet meer',
  'no-deliverable-address-returned': 'de post komt terug',
}

export function reasonText(code: string): string {
  return reasonTexts[code] ?? code
}

export const texts = {
  title: 'Certificaat van de kiesbrieven',
  pollingDay: (day: string) => `Verkiezingsdag: ${day}`,
  author: 'Kiesloket',
  verdict: 'De som klopt.',
  verdictText: (voters: string) =>
    `De kiezerslijst telt ${voters} kiezers. Voor elke kiezer is er precies één geldige brief. Van elke brief is bekend wat ermee gebeurde, in de e-Box en op papier.`,
  footer: (municipality: string, day: string) => `${municipality} · opgemaakt op ${day}`,
  count: 'Aantal',
  list: {
    title: 'De kiezerslijst',
    text: (day: string) =>
      `De lijst is afgesloten op ${day}. Daarna kan een kiezer alleen nog worden toegevoegd of geschrapt.`,
    head: 'Kiezerslijst',
    frozen: 'Kiezers toen de lijst werd afgesloten',
    added: 'Daarna toegevoegd',
    struck: 'Daarna geschrapt',
    voters: 'Kiezers',
  },
  digital: {
    title: 'In de e-Box',
    text: 'Elke kiezer staat hier één keer. Een e-Box die nog nooit geopend is, krijgt de brief ook. De kiezer ziet de brief dan pas na het openen van die e-Box.',
    head: 'Digitale brief',
    delivered: 'Bezorgd in een e-Box die in gebruik is',
    inactive: 'Geplaatst in een e-Box die nog nooit geopend is',
    unreachable: 'Niet bereikbaar via de e-Box',
    refused: 'Geweigerd door de e-Box',
    unconfirmed: 'Misschien bezorgd: er kwam geen bevestiging',
    sum: 'Samen: alle kiezers',
  },
  paper: {
    title: 'Op papier',
    textForAll: 'Elke kiezer krijgt een brief op papier. De digitale brief komt daarnaast.',
    textForTheRest:
      'Een brief op papier is er voor elke kiezer die geen brief kreeg in een e-Box die in gebruik is.',
    head: 'Brief op papier',
    printed: 'In een drukbestand',
    exceptions: 'Geen brief op papier',
    sum: 'Samen: kiezers die een brief op papier krijgen',
  },
  head: ['Wat', 'Waarde'],
  release: {
    title: 'Vrijgave',
    text: 'Twee personen gaven de brieven vrij, nadat ze een steekproef hadden bekeken.',
    requestedBy: 'Gevraagd door',
    releasedBy: 'Vrijgegeven door',
    letters: 'Brieven',
    sample: 'Hash van de steekproef',
  },
  sending: {
    title: 'Verzending en brieven',
    text: 'Zo gingen de brieven naar de e-Box.',
    route: 'Weg naar de e-Box',
    guarantee: {
      'exactly-once': 'elke brief komt één keer aan, ook als een antwoord verloren gaat',
      'at-most-once': 'elke brief komt hoogstens één keer aan; bij twijfel staat hij bij ‘misschien bezorgd’',
    },
    firstSentAt: 'Eerste brief verstuurd',
    lastSentAt: 'Laatste antwoord',
    versions: 'Geldige brieven per versie',
    version: (version: string, count: string) => `versie ${version}: ${count}`,
    ended: 'Vervangen of ingetrokken brieven',
    superseded: 'vervangen',
    withdrawn: 'ingetrokken',
    arrived: 'al aangekomen',
    notArrived: 'niet aangekomen',
    none: 'geen',
    template: 'Versie van het sjabloon en de pers',
  },
  sections: {
    title: 'Per stemafdeling',
    text: 'In elke rij zijn bezorgd, nooit geopend, niet bereikbaar en geweigerd of onzeker samen alle kiezers.',
    head: [
      'Afdeling',
      'Kiezers',
      'Bezorgd',
      'Nooit geopend',
      'Niet bereikbaar',
      'Geweigerd of onzeker',
      'Gedrukt',
      'Niet gedrukt',
    ],
  },
  hashes: {
    title: 'Vingerafdrukken',
    text: 'Een hash is de vingerafdruk van een bestand. Wie één teken verandert, krijgt een andere hash.',
    list: 'Kiezerslijst (SHA-256)',
    root: 'Alle kiezers en brieven (Merkle-wortel)',
    leaves: (count: string) => `Bestand met ${count} regels (SHA-256)`,
    plate: 'Drukplaat (SHA-256)',
    plates: 'Drukplaten',
    printFiles: 'Drukbestanden',
    seeFile: (count: string) => `${count}; hun hashes staan in certificate.json`,
    printFile: (name: string) => `Drukbestand ${name} (SHA-256)`,
    key: 'Sleutel van de handtekening',
    certificate: 'Nummer van het certificaat',
    software: 'Programma',
    rules: 'Regels van de verkiezing',
  },
  proves: {
    title: 'Wat dit certificaat bewijst',
    items: [
      'De gemeente legde deze cijfers vast op het moment dat hierboven staat. Daarna kan niemand ze veranderen zonder dat het opvalt.',
      'Elke kiezer van de afgesloten lijst komt één keer voor, met één geldige brief.',
      'Van elke bezorgde brief staat het bewijs van ontvangst van de e-Box in het bestand met regels. Waar dat bewijs ontbreekt, staat de reden.',
      'Twee personen gaven de brieven vrij.',
    ],
  },
  provesNot: {
    title: 'Wat dit certificaat niet bewijst',
    items: [
      'Het bewijst niet dat een kiezer de brief gelezen heeft.',
      'Het bewijst niet dat een brief op papier in de bus viel. Het telt tot en met het drukbestand.',
      'Het bewijst niet dat de kiezerslijst zelf juist was. Het bewijst wel met welke lijst gewerkt is.',
      'Het zegt niet of iemand gestemd heeft, en niet op wie.',
    ],
  },
  verify: {
    title: 'Zo controleer je dit certificaat',
    items: [
      'Leg de vier bestanden van het certificaat in één map. Toegang tot de databank is niet nodig.',
      'Voer uit: kiesloket certificate verify MAP. Elke controle krijgt een eigen regel.',
      'Vergelijk de sleutel van de handtekening met de sleutel die de gemeente op haar website zet.',
      'Wil je het zelf narekenen? De werkwijze staat in docs/certificate.md.',
    ],
  },
  notForPublication:
    'Publiceer dit document niet: het toont kleine aantallen en namen van medewerkers. Om te publiceren is er certificate-public.json.',
} as const
