/** Words on every page of a citizen. */
export const texts = {
  product: 'Digitale kiesbrief',
  skip: 'Naar de inhoud',
  practiceLabel: 'Oefenomgeving',
  practice: 'Oefenomgeving: alles op deze pagina is verzonnen.',
  wrong: (title: string) => `Fout: ${title}`,
  signIn: 'Aanmelden',
  signOut: 'Afmelden',
  start: {
    title: 'Je kiesbrief',
    text: 'Meld je aan en lees waar en wanneer je stemt.',
    beside:
      'De digitale brief komt naast de brief op papier. Je vindt hem ook in je e-Box en in Mijn Burgerprofiel.',
    questions: 'Vragen?',
    ask: 'Neem contact op met je gemeente. De gegevens staan op je brief.',
  },
  scanned: {
    title: 'Je hebt de code op een kiesbrief gescand',
    text: 'De code zegt van welke gemeente de brief komt. Er staan geen gegevens over jou in.',
    mine: 'Toon mijn kiesbrief',
    isReal: 'Twijfel je of de brief echt is?',
    signs: [
      'Een echte kiesbrief vraagt nooit om geld, een pincode of een wachtwoord.',
      'Kijk of dezelfde brief in je e-Box of in Mijn Burgerprofiel staat.',
      'Bel je gemeente. Zoek het nummer zelf op, gebruik niet het nummer op de brief.',
    ],
    noLetter: 'Geen brief bij de hand?',
    go: 'Ga toch stemmen, met je identiteitskaart. Het stembureau kan je toelaten als je op de kiezerslijst staat.',
  },
  notThere: {
    title: 'Deze pagina is er niet',
    text: 'Misschien is het adres niet helemaal overgenomen, of bestaat de pagina niet meer.',
    back: 'Naar het begin',
  },
  failed: {
    title: 'Er ging iets mis',
    kept: 'Dat ligt niet aan wat er gevraagd of ingevuld werd. Wat al bewaard was, is nog bewaard.',
    later: 'Probeer het over enkele minuten opnieuw.',
  },
  notMine: {
    title: 'Deze pagina is er niet',
    text: 'Hier is voor jou geen kiesbrief. Misschien is het adres niet volledig.',
    back: 'Naar mijn verkiezingen',
  },
} as const
