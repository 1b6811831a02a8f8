/** Words of the pages that say when and where a citizen votes. */
export const texts = {
  title: 'Mijn verkiezingen',
  where: 'Waar',
  when: 'Wanneer',
  bring: 'Meebrengen',
  listNumber: 'Uw nummer op de kiezerslijst',
  youElect: 'U stemt voor',
  access: 'Hoe u er binnenkomt',
  stepFree: 'Zonder trap of drempel bereikbaar',
  notStepFree: 'Er is een trap of een drempel',
  facilities: 'Voorzieningen',
  more: (election: string) => `Alles over ${election}`,
  letter: 'Mijn kiesbrief',
  openLetter: 'Lees uw kiesbrief',
  route: 'Toon de weg op de kaart van uw telefoon',
  changed: {
    title: 'Uw stemlokaal is nagekeken',
    text: 'U kreeg eerder een andere brief. Deze vervangt hem: ga naar het stemlokaal dat hier staat.',
  },
  none: {
    title: 'U hebt hier nu geen kiesbrief',
    text: 'Dat kan verschillende redenen hebben:',
    reasons: [
      'Uw gemeente heeft de brieven nog niet verstuurd.',
      'Uw gemeente gebruikt deze pagina’s niet. Uw brief op papier geldt altijd.',
      'U staat niet op de kiezerslijst.',
    ],
    ask: 'Vraag het aan de dienst burgerzaken van uw gemeente als u een brief verwachtte.',
  },
} as const
