/** Words of the pages about mail: of a citizen, and behind the links of a mail. */
export const nl = {
  title: 'E-mail over je kiesbrief',
  link: 'Krijg een mail over deze verkiezing',
  lead: 'Wil je een mail krijgen over deze verkiezing? Het hoeft niet: je brief op papier en in je e-Box krijg je ook zonder.',
  get: 'Je krijgt alleen deze mails:',
  kinds: {
    letter: 'één mail als er een brief voor je klaarstaat, of een nieuwe als je brief verandert',
    reminder: (day: string) => `één herinnering op ${day}, als je je brief dan nog niet geopend hebt`,
  },
  nothingInIt: 'In de mail staat niets over jou: geen naam, geen adres en geen stemlokaal.',
  readElsewhere: 'Las je je brief in je e-Box of op papier? Dan weten we dat niet altijd.',
  address: 'Je e-mailadres',
  addressHint: 'We sturen eerst een mail om na te kijken of dit adres van jou is.',
  ask: 'Stuur me die mail',
  change: 'Gebruik een ander adres',
  kept: 'We bewaren je adres versleuteld, en alleen tot de verkiezing voorbij is of tot je de mails uitzet.',
  refused: {
    'no-address': 'Schrijf een volledig e-mailadres, zoals naam@voorbeeld.be.',
    'too-many':
      'Naar dit adres kan nu geen mail vertrekken. Kijk het adres na, en kijk bij je ongewenste mail. Probeer het anders morgen opnieuw.',
  },
  pending: {
    title: 'Bevestig nog je adres',
    text: (address: string) => `We sturen een mail naar ${address}. Klik op de link in die mail.`,
    until: (moment: string) => `De link werkt tot ${moment}. Je mag hem op elk toestel openen.`,
    late: 'De link in onze mail werkt niet meer. Vraag een nieuwe.',
    nothing: 'Geen mail gekregen? Kijk bij je ongewenste mail, of kijk je adres na.',
    again: 'Stuur de mail opnieuw',
  },
  on: {
    title: 'Mails staan aan',
    text: (address: string) => `Je krijgt mails op ${address}.`,
  },
  stopMine: 'Zet de mails uit',
  undeliverable: {
    title: 'We kunnen je niet mailen',
    text: (address: string) =>
      `De mailserver van ${address} neemt onze mail niet aan. We sturen niets meer naar dit adres. Kijk het na, of geef een ander.`,
  },
  states: {
    off: 'uit',
    on: 'aan',
    pending: 'nog te bevestigen',
    undeliverable: 'we kunnen je niet mailen',
  },
  confirm: {
    title: 'Bevestig je e-mailadres',
    text: 'Met deze knop bevestig je dat dit e-mailadres van jou is. Daarna krijg je de mails over je kiesbrief waar je om vroeg.',
    button: 'Ja, dit is mijn adres',
    done: 'Je adres is bevestigd',
    doneText:
      'Je mag dit venster sluiten. De mails uitzetten kan altijd: met de link in elke mail, of na aanmelden.',
    gone: 'Deze link werkt niet meer',
    goneText:
      'Misschien gebruikte je hem al, is hij te oud, of gaf je daarna een ander adres. Meld je aan om te zien of je mails krijgt, of om een nieuwe link te vragen.',
    login: 'Aanmelden',
  },
  stop: {
    title: 'Geen mails meer?',
    text: 'Met deze knop stoppen de mails over je kiesbrief. Je e-mailadres wordt gewist. Je brief zelf verandert niet.',
    notMe:
      'Met deze knop krijg je geen mails van ons, en kan niemand dit adres de komende 90 dagen nog opgeven.',
    button: 'Stop de mails',
    done: 'De mails zijn gestopt',
    doneText: 'Je krijgt geen mails meer over je kiesbrief. Je e-mailadres is bij ons gewist.',
    gone: 'Er zijn geen mails om te stoppen',
    goneText: 'Deze link is niet meer in gebruik: de mails waarover hij gaat, zijn al gestopt.',
  },
}

export type Texts = typeof nl
