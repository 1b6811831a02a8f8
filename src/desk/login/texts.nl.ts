/** What the pages around the login say. */
export const texts = {
  again: 'Opnieuw aanmelden',
  noAccess: {
    title: 'U hebt geen toegang',
    text: 'U bent aangemeld, maar voor de organisatie die u koos hebt u hier geen rol.',
    help: 'Werkt u voor een andere organisatie? Meld u opnieuw aan en kies die. Anders geeft de lokale beheerder van uw gemeente u een rol in het gebruikersbeheer van de Vlaamse overheid.',
  },
  ended: {
    title: 'Uw toegang is afgesloten',
    text: 'Uw gemeente heeft aangegeven dat u hier niet meer werkt. Klopt dat niet? Vraag het aan wie het Kiesloket van uw gemeente beheert.',
  },
  cancelled: {
    title: 'U hebt het aanmelden afgebroken',
    text: 'Er is niets gebeurd. U kunt opnieuw beginnen wanneer u wilt.',
  },
  'not-accepted': {
    title: 'Het aanmelden is niet gelukt',
    text: 'Het duurde te lang, of de pagina werd twee keer geopend. Begin opnieuw vanaf deze pagina.',
  },
  'not-fresh': {
    title: 'U moet zich opnieuw aanmelden',
    text: 'Voor wat u wilt doen moet u net zelf bewezen hebben wie u bent. De aanmelddienst gaf daar geen bewijs van.',
  },
  'other-level': {
    title: 'Meld u op een andere manier aan',
    text: 'Voor deze pagina’s is een andere manier van aanmelden nodig dan die waarmee u zich aanmeldde. Probeer opnieuw en kies een andere manier.',
  },
  'not-reached': {
    title: 'De aanmelddienst antwoordt niet',
    text: 'Dat ligt niet aan u. Probeer het over enkele minuten opnieuw. Wat al bezig was, loopt gewoon door.',
  },
  'too-many': {
    title: 'Te veel pogingen',
    text: 'Vanaf deze plaats werd de voorbije minuut te vaak aangemeld. Wacht een minuut en probeer het opnieuw.',
  },
  'not-set-up': {
    title: 'Aanmelden kan hier nog niet',
    text: 'Deze installatie is nog niet gekoppeld aan de aanmelddienst van de Vlaamse overheid.',
  },
  signedOut: {
    title: 'U bent afgemeld',
    text: 'Gebruikt u een gedeelde computer? Sluit dan ook alle vensters van de browser.',
    signIn: 'Opnieuw aanmelden',
  },
  become: {
    title: 'Word iemand',
    text: 'Deze pagina bestaat alleen buiten productie. Ze slaat de aanmelddienst over en geeft u een sessie met de gekozen rol van een gemeente. Een magistraat of het hoofdbureau wordt u bij de aanmelding zelf.',
    roles: {
      lezer: 'Lezer',
      medewerker: 'Medewerker verkiezingen',
      vrijgever: 'Vrijgever',
      loket: 'Loketmedewerker',
      stembureaus: 'Medewerker stembureaus',
      griffier: 'Griffier van de vrederechter',
      beheerder: 'Beheerder van de gemeente',
      uitbater: 'Uitbater van de installatie',
    },
  },
} as const
