/** Words of the mails themselves: nothing in them says whom or which election they are about. */
export const nl = {
  from: 'Digitale kiesbrief',
  hello: 'Dag,',
  whyYou:
    'Je krijgt deze mail omdat je daar zelf om vroeg. Geen mails meer? Stop ze hier, zonder aan te melden:',
  neverAsk: 'We vragen in een mail nooit om je gegevens of een code. Antwoorden op deze mail lezen we niet.',
  confirm: {
    subject: 'Bevestig je e-mailadres',
    lines: [
      'Iemand gaf dit e-mailadres op om mails te krijgen over een kiesbrief. Was jij dat? Open dan deze link, op welk toestel ook:',
    ],
    until: (moment: string) => `De link werkt één keer, tot ${moment}.`,
    notMe:
      'Was jij dat niet? Dan hoef je niets te doen: je krijgt geen andere mails. Met deze link zorg je ervoor dat niemand je adres nog kan opgeven:',
  },
  letter: {
    subject: 'Er is een kiesbrief voor je',
    lines: [
      'Er staat een kiesbrief voor je klaar. Daarin lees je waar en wanneer je stemt. Meld je aan om hem te lezen:',
    ],
    after: 'Je vindt hem ook in je e-Box, als je die gebruikt.',
  },
  'new-letter': {
    subject: 'Er is een nieuwe kiesbrief voor je',
    lines: [
      'Je kiesbrief is veranderd: de vorige geldt niet meer. Meld je aan om te lezen waar en wanneer je stemt:',
    ],
    after: 'Je vindt de nieuwe ook in je e-Box, als je die gebruikt.',
  },
  reminder: {
    subject: 'Je kiesbrief: nog niet geopend',
    lines: [
      'Binnenkort is er een verkiezing, en je hebt je kiesbrief hier nog niet geopend. Meld je aan om te lezen waar en wanneer je stemt:',
    ],
    after: 'Las je hem al in je e-Box of op papier? Dan hoef je niets te doen.',
  },
}

export type Texts = typeof nl
