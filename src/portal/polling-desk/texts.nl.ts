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
  print: 'Druk je brief af (PDF)',
  /** By what the law gives a duplicate for. */
  duplicate: {
    'not-received': 'Kreeg je geen brief? Vraag een duplicaat.',
    lost: 'Kreeg je geen brief, of ben je hem kwijt? Vraag een duplicaat.',
  },
  over: (day: string) =>
    `De verkiezing van ${day} is voorbij. Dit scherm is niet meer nodig, en niet meer bewaard.`,
  copy: {
    title: 'Je bekijkt de kopie op dit toestel',
    text: 'Er is nu geen netwerk, het is te traag, of je bent niet meer aangemeld. Sinds de kopie kan er iets veranderd zijn.',
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
    notInFrame:
      'Binnen deze site bewaart je toestel het scherm niet. Zonder netwerk opent het dus niet: neem je brief op papier mee.',
    failed:
      'Dit toestel kan het scherm niet bewaren. Zonder netwerk opent het dus niet: neem je brief op papier mee.',
  },
  door: {
    title: 'Je bent niet meer aangemeld',
    text: 'Je scherm voor het stembureau staat nog op dit toestel. Je kan het zo tonen. Meld je aan als je wilt weten of er intussen iets veranderd is.',
    show: 'Toon het scherm van dit toestel',
    signIn: 'Aanmelden',
    others:
      'Is dit het toestel van iemand anders? Meld je aan: wat er van die persoon op staat, wordt dan gewist.',
  },
  closed: {
    title: 'Dit scherm is gewist',
    text: 'De verkiezing is voorbij. Wat hier over jou stond, staat niet meer op dit toestel.',
  },
}

export type Texts = typeof nl
