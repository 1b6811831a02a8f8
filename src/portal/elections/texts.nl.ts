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
    title: 'Je stemlokaal is nagekeken',
    text: 'Je kreeg eerder een andere brief. Deze vervangt hem: ga naar het stemlokaal dat hier staat.',
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
