/** Words of the pages that say when and where a citizen votes. */
export const nl = {
  title: 'Mijn verkiezingen',
  where: 'Waar',
  bureau: (bureau: string) => `Stembureau ${bureau}`,
  when: 'Wanneer',
  /** Hours as `8 uur`. */
  hours: (opens: string, closes: string) => `van ${opens} tot ${closes}`,
  bring: 'Meebrengen',
  bringItems: ['je kiesbrief', 'je identiteitskaart'],
  advised: {
    title: 'Adviesuur',
    between: (from: string, until: string) => `tussen ${from} en ${until}`,
    free: 'Zo hoef je minder lang te wachten. Je mag ook op een ander uur komen, zolang het stembureau open is.',
    /** For a calendar. */
    inShort: (from: string, until: string) =>
      `Adviesuur: tussen ${from} en ${until}. Je mag ook op een ander uur komen.`,
  },
  listNumber: 'Je nummer op de kiezerslijst',
  youElect: 'Je stemt voor',
  access: 'Hoe je er binnenkomt',
  stepFree: 'Zonder trap of drempel bereikbaar',
  notStepFree: 'Er is een trap of een drempel',
  facilities: 'Voorzieningen',
  /** The name of the election follows. */
  more: 'Alles over',
  openLetter: 'Lees je kiesbrief',
  appointment: {
    link: 'Zet in mijn agenda',
    title: (election: string) => `Stemmen: ${election}`,
    bring: 'Breng je kiesbrief en je identiteitskaart mee.',
  },
  changed: {
    title: 'Je kiesbrief is verbeterd',
    text: 'Je kreeg eerder een andere brief. Deze vervangt hem: ga naar het stemlokaal dat hier staat.',
  },
  cannotGo: {
    title: 'Kan je niet gaan stemmen?',
    text: 'Soms mag een andere kiezer voor jou stemmen, met een volmacht op een officieel formulier.',
    how: 'Lees wanneer dat mag en hoe het gaat',
    toForm: (site: string) => `Ga naar het formulier op ${site}`,
    ask: 'Of vraag het formulier aan je gemeente:',
  },
  none: {
    title: 'Je hebt hier nu geen kiesbrief',
    text: 'Dat kan verschillende redenen hebben:',
    reasons: [
      'Je gemeente heeft de brieven nog niet verstuurd.',
      'Je gemeente gebruikt deze pagina’s niet. Je brief op papier geldt altijd.',
      'Je staat niet op de kiezerslijst.',
    ],
    ask: 'Vraag het aan de dienst burgerzaken van je gemeente als je een brief verwachtte.',
  },
}

export type Texts = typeof nl
