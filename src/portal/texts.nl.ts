/** Words on every page of a citizen. */
export const texts = {
  product: 'Digitale kiesbrief',
  skip: 'Naar de inhoud',
  practiceLabel: 'Oefenomgeving',
  practice: 'Oefenomgeving: alles op deze pagina is verzonnen.',
  signIn: 'Aanmelden',
  signOut: 'Afmelden',
  start: {
    title: 'Uw kiesbrief',
    text: 'Meld u aan en lees waar en wanneer u stemt.',
    beside:
      'De digitale brief komt naast de brief op papier. U vindt hem ook in uw e-Box en in Mijn Burgerprofiel.',
    questions: 'Vragen?',
    ask: 'Neem contact op met uw gemeente. De gegevens staan op uw brief.',
  },
  scanned: {
    title: 'U hebt de code op een kiesbrief gescand',
    text: 'De code zegt van welke gemeente de brief komt. Er staan geen gegevens over u in.',
    mine: 'Toon mijn kiesbrief',
    isReal: 'Twijfelt u of de brief echt is?',
    signs: [
      'Een echte kiesbrief vraagt nooit om geld, een pincode of een wachtwoord.',
      'Kijk of dezelfde brief in uw e-Box of in Mijn Burgerprofiel staat.',
      'Bel uw gemeente. Zoek het nummer zelf op, gebruik niet het nummer op de brief.',
    ],
    noLetter: 'Geen brief bij de hand?',
    go: 'Ga toch stemmen, met uw identiteitskaart. Het stembureau kan u toelaten als u op de kiezerslijst staat.',
  },
  notMine: {
    title: 'Deze pagina is er niet',
    text: 'Hier is voor u geen kiesbrief. Misschien is het adres niet volledig.',
    back: 'Naar mijn verkiezingen',
  },
} as const
