/** Words of the one screen that a citizen shows at the polling place. */
export const nl = {
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
  over: (day: string) =>
    `De verkiezing van ${day} is voorbij. Dit scherm is niet meer nodig, en niet meer bewaard.`,
  copy: {
    title: 'Je bekijkt de kopie op dit toestel',
    text: 'Er is nu geen netwerk, of het is te traag. Sinds de kopie kan er iets veranderd zijn.',
    again: 'Haal het scherm opnieuw op',
  },
  keeping: {
    title: 'Zonder netwerk',
    kept: (day: string) =>
      `Dit scherm staat nu op dit toestel. Het opent ook zonder netwerk, tot en met ${day}. Open het op de dag zelf nog eens voor je vertrekt.`,
    shared:
      'Wie dit toestel gebruikt, kan het dan ook openen. Deel je het met iemand? Wis het scherm, of meld je af.',
    wipe: 'Wis het van dit toestel',
    wiped: 'Het scherm staat niet meer op dit toestel. Zonder netwerk opent het dus niet.',
    keep: 'Bewaar het op dit toestel',
    failed:
      'Dit toestel kan het scherm niet bewaren. Zonder netwerk opent het dus niet: neem je brief op papier mee.',
  },
  closed: {
    title: 'Dit scherm is gewist',
    text: 'De verkiezing is voorbij. Wat hier over jou stond, staat niet meer op dit toestel.',
  },
}

export type Texts = typeof nl
