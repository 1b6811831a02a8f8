/** Words of the one screen that a citizen shows at the polling place. */
export const texts = {
  title: 'Toon dit aan het stembureau',
  link: 'Toon dit in het stemlokaal',
  name: 'Naam',
  listNumber: 'Nummer op de kiezerslijst',
  room: 'Stembureau',
  code: 'Code met het nummer op de kiezerslijst',
  fetched: (moment: string) => `Opgehaald op ${moment}.`,
  notOnPhone:
    'Neem ook je brief op papier mee, of alleen je identiteitskaart. Het is nog niet bevestigd dat dit scherm volstaat.',
  paper: 'Stem je met een volmacht, dan heb je de brief op papier nodig.',
  print: 'Maak een brief om af te drukken',
} as const
