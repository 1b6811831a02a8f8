/** Words of logging in and out, for citizens. */
export const texts = {
  signIn: 'Aanmelden',
  again: 'Probeer opnieuw',
  withoutThisPage:
    'Lukt het niet? Uw kiesbrief op papier geldt ook. Bent u die kwijt, vraag dan een duplicaat aan uw gemeente.',
  signedOut: {
    title: 'U bent afgemeld',
    text: 'Uw gegevens staan niet meer op dit toestel. Sluit het venster als u dit toestel deelt met iemand anders.',
  },
  trouble: {
    cancelled: { title: 'U bent niet aangemeld', text: 'U hebt het aanmelden afgebroken.' },
    'not-accepted': {
      title: 'Aanmelden is niet gelukt',
      text: 'We konden niet nagaan wie u bent. Misschien duurde het aanmelden te lang, of stond de pagina nog open van vroeger.',
    },
    'not-fresh': {
      title: 'Meld u opnieuw aan',
      text: 'De aanmelddienst kon niet bevestigen dat u zich net hebt aangemeld.',
    },
    'not-reached': {
      title: 'Aanmelden kan nu even niet',
      text: 'De aanmelddienst antwoordt niet. Probeer het over enkele minuten opnieuw.',
    },
    'too-many': {
      title: 'Even geduld',
      text: 'Er melden zich nu veel mensen tegelijk aan. Probeer het over een minuut opnieuw.',
    },
    'not-set-up': {
      title: 'Aanmelden kan hier niet',
      text: 'Uw gemeente gebruikt deze pagina’s nog niet. U vindt uw kiesbrief in uw e-Box.',
    },
  },
} as const
