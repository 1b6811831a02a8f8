/** Words of the page where citizens read what is kept of them, and who looked. */
export const nl = {
  title: 'Mijn gegevens',
  lead: 'Hier lees je wie je gegevens, je kiesbrief of je oproeping voor een bureau bekeek, en hoe lang we ze bewaren.',
  none: {
    title: 'We hebben nu geen gegevens van jou',
    text: 'Je staat op geen kiezerslijst die hier bewaard wordt, en je hebt hier geen kiesbrief of oproeping voor een bureau. Na een verkiezing worden de gegevens gewist.',
  },
  log: {
    title: 'Wie bekeek je gegevens',
    lead: 'Het nieuwste eerst. Je leest in welke rol iemand iets deed, voor welke gemeente en waarom.',
    nobody: 'Niemand bekeek tot nu je gegevens of je brief apart.',
    own: (count: number) => `Wat je hier zelf deed (${count})`,
    why: 'Waarom:',
    most: (count: number) => `Hier staan hoogstens de laatste ${count}.`,
    wholeLists:
      'Niet hierbij: wat de gemeente met alle kiezers samen deed, zoals de brieven opmaken, versturen en afdrukken, of de lijst voor het stembureau. Ook niet: wie opzocht wie er in een bureau zit.',
    names:
      'Namen van medewerkers staan hier niet. Vind je dat iemand je gegevens zonder goede reden bekeek? Vraag uitleg aan je gemeente:',
  },
  operator: 'Technisch beheerder',
  program: 'Het programma zelf',
  roles: {
    lezer: 'Medewerker van de gemeente',
    medewerker: 'Medewerker verkiezingen',
    vrijgever: 'Medewerker die brieven vrijgeeft',
    loket: 'Medewerker aan het loket',
    stembureaus: 'Medewerker stembureaus',
    griffier: 'Griffier',
    magistraat: 'Vrederechter of voorzitter van een hoofdbureau',
    beheerder: 'Beheerder bij de gemeente',
    uitbater: 'Technisch beheerder',
  },
  noRole: 'Medewerker van de gemeente',
  did: 'gebruikte je gegevens',
  kept: {
    title: 'Wat we bewaren, en hoe lang',
    until: (until: string) => `Tot ${until}.`,
    untilDay: (until: string, day: string) => `Tot ${until}: ${day}.`,
    article: (article: string) => `Regel: ${article}`,
    notChecked: 'De regel is nog niet juridisch nagekeken.',
    more: [
      [
        'Versturen en duplicaten',
        'Of je brief verstuurd werd en aankwam, en welke duplicaten er zijn: even lang als de kiezerslijst.',
      ],
      [
        'Je e-mailadres, als je om mail vroeg',
        'Tot de verkiezing voorbij is, of tot je de mails uitzet. Wanneer er een mail vertrok: even lang als de kiezerslijst.',
      ],
      [
        'Wie je gegevens bekeek',
        'Blijft in het logboek van de gemeente. Als de kiezerslijst gewist is, kan niemand er nog je naam bij vinden.',
      ],
    ] satisfies readonly (readonly [string, string])[],
    hold: 'Loopt er een beroep of een onderzoek? Dan kan het langer duren.',
  },
  rights: {
    title: 'Je rechten',
    privacy: (municipality: string) => `Lees wat ${municipality} met je gegevens doet, en wat je kan vragen`,
  },
}

export type Texts = typeof nl
