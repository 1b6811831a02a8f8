/** Words of the pages for who offers to sit in a bureau, and of the mails about it. */
export const nl = {
  start: {
    title: 'Wil je helpen bij de verkiezingen?',
    text: 'Je gemeente zoekt mensen die in een stembureau of telbureau willen zitten.',
  },
  title: 'Zit in een stembureau of telbureau',
  lead: 'Wil je helpen op de dag van de verkiezingen? Vul dit formulier in. De gemeente kijkt na of je in een bureau mag zitten, en laat het je weten.',
  order:
    'De wet zegt wie eerst opgeroepen wordt. Vrijwilligers komen aan de beurt als er dan nog iemand nodig is.',
  closed: {
    title: 'Geen vrijwilligers gezocht',
    text: 'Je gemeente zoekt nu geen vrijwilligers voor deze verkiezing. Wil je toch helpen? Vraag het aan je gemeente.',
  },
  who: 'Wie ben je?',
  lastName: 'Familienaam',
  firstNames: 'Voornamen',
  birthDate: 'Geboortedatum',
  birthDateHint: 'Bijvoorbeeld 27 3 1985',
  dateParts: ['Dag', 'Maand', 'Jaar'],
  nationalNumber: 'Rijksregisternummer',
  nationalNumberHint:
    'De elf cijfers op je identiteitskaart. We gebruiken ze alleen om na te kijken of je in een bureau mag zitten.',
  reach: 'Hoe bereiken we je?',
  email: 'E-mailadres',
  emailHint: 'We sturen je een mail met een link. Daarmee bevestig je je aanbod.',
  emailHintNoMail: 'Mag leeg blijven.',
  phone: 'Telefoonnummer',
  phoneHint: 'Geef je geen e-mailadres? Dan belt de gemeente je om je aanbod te bevestigen.',
  what: 'Wat wil je doen?',
  functions: 'Kies wat je wilt doen',
  functionsHint: 'Je mag meer dan één ding kiezen.',
  functionNames: {
    POLLING_MEMBER: 'Bijzitter in een stembureau: kiezers ontvangen',
    COUNTING_MEMBER: 'Bijzitter in een telbureau: stemmen tellen',
    CHAIR: 'Voorzitter',
    RESERVE: 'Reserve: invallen waar iemand ontbreekt',
  },
  wish: 'Waar zit je het liefst? (mag leeg blijven)',
  wishHint: 'Een wijk, een school of een dorp. De gemeente kijkt of het kan.',
  satBefore: 'Zat je al eens in een bureau?',
  yes: 'Ja',
  no: 'Nee',
  training: 'Wanneer kun je naar een opleiding komen? (mag leeg blijven)',
  trainingTimes: { DAY: 'Overdag in de week', EVENING: "'s Avonds in de week", WEEKEND: 'In het weekend' },
  used: 'Wat doen we met je gegevens?',
  usedText:
    'De gemeente gebruikt ze alleen om de bureaus van deze verkiezing samen te stellen. Je rijksregisternummer en hoe we je bereiken, bewaren we versleuteld.',
  kept: (until: string) =>
    `We bewaren je aanbod niet langer dan de lijsten van deze verkiezing (${until}). Bevestig je het niet, dan wissen we het na enkele dagen.`,
  keptUntil: (days: string) => `${days} dagen nadat de verkiezing geldig verklaard is`,
  send: 'Verstuur mijn aanbod',
  faults: {
    nationalNumber: 'Kijk je rijksregisternummer na: het heeft elf cijfers.',
    lastName: 'Schrijf je familienaam.',
    birthDate: 'Schrijf je geboortedatum: dag, maand en jaar.',
    email: 'Schrijf een volledig e-mailadres, zoals naam@voorbeeld.be.',
    phone: 'Kijk je telefoonnummer na.',
    reach: 'Geef een e-mailadres of een telefoonnummer.',
    reachPhone: 'Geef een telefoonnummer.',
    wish: 'Schrijf hier geen rijksregisternummer.',
    functions: 'Kies wat je wilt doen.',
    satBefore: 'Kies ja of nee.',
  },
  tooMany: 'Er kwamen te veel formulieren van dit adres. Wacht een minuut en verstuur het opnieuw.',
  elsewhere: 'Dit formulier kwam niet van onze pagina. Kijk het na en verstuur het opnieuw.',
  sent: {
    title: 'We kregen je formulier',
    mail: 'Gaf je een e-mailadres? Open dan de mail die je van ons krijgt, en bevestig je aanbod met de link erin. Zonder die bevestiging telt het niet.',
    phone: 'Gaf je geen e-mailadres? Dan belt de gemeente je.',
    nothing: 'Kreeg je na een uur niets? Kijk bij je ongewenste mail, of vraag het aan je gemeente.',
  },
  confirm: {
    title: 'Bevestig je aanbod',
    text: 'Met deze knop bevestig je dat jij je aanbood als vrijwilliger voor de verkiezingen.',
    button: 'Ja, dit is mijn aanbod',
    done: 'Je aanbod is bevestigd',
    doneText:
      'De gemeente kijkt na of je in een bureau mag zitten. Je hoort het met een mail. Je mag dit venster sluiten.',
    gone: 'Deze link werkt niet meer',
    goneText:
      'Misschien gebruikte je hem al, of is hij te oud. Vul het formulier opnieuw in als je nog wilt helpen.',
  },
  offer: {
    title: 'Je aanbod als vrijwilliger',
    states: {
      NEW: 'Je aanbod is nog niet bevestigd.',
      CONFIRMED: 'Je aanbod is bevestigd. De gemeente kijkt het nog na.',
      ACCEPTED:
        'De gemeente neemt je aanbod aan. Is er iemand nodig, dan draagt zij je voor en krijg je een brief.',
      REFUSED: 'De gemeente neemt je aanbod niet aan.',
      WITHDRAWN: 'Je trok je aanbod in. Hoe we je bereiken, is gewist.',
    },
    reason: 'Waarom:',
    withdrawText:
      'Wil je toch niet meer? Dan trek je je aanbod in en wissen we hoe we je bereiken. Kreeg je al een oproep? Dan blijf je opgeroepen.',
    button: 'Trek mijn aanbod in',
    gone: 'Deze link werkt niet meer',
    goneText: 'Misschien is je aanbod al gewist.',
  },
  mail: {
    hello: 'Dag,',
    confirm: {
      subject: 'Bevestig je aanbod als vrijwilliger',
      lines: [
        'Iemand gaf dit e-mailadres op om te helpen bij de verkiezingen. Was jij dat? Open dan deze link, op welk toestel ook:',
      ],
      until: (moment: string) => `De link werkt één keer, tot ${moment}.`,
      after: 'Was jij dat niet? Trek het aanbod dan hier in:',
    },
    accepted: {
      subject: 'Je aanbod als vrijwilliger is aangenomen',
      lines: [
        'De gemeente neemt je aanbod om te helpen bij de verkiezingen aan. Is er iemand nodig, dan krijg je een brief met waar en wanneer.',
      ],
      after: 'Kijk hier na hoe het staat, of trek je aanbod in:',
    },
    refused: {
      subject: 'Je aanbod als vrijwilliger',
      lines: ['De gemeente keek je aanbod om te helpen bij de verkiezingen na, en neemt het niet aan.'],
      after: 'Lees hier waarom:',
    },
  },
}

export type Texts = typeof nl
