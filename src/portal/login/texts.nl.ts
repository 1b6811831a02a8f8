/** Words of logging in and out, for citizens. */
export const nl = {
  signIn: 'Aanmelden',
  again: 'Probeer opnieuw',
  withoutThisPage:
    'Lukt het niet? Je kiesbrief op papier geldt ook. Kreeg je geen brief, vraag dan een duplicaat aan je gemeente.',
  signedOut: {
    title: 'Je bent afgemeld',
    text: 'Je gegevens staan niet meer op dit toestel. Sluit het venster als je dit toestel deelt met iemand anders.',
  },
  trouble: {
    cancelled: { title: 'Je bent niet aangemeld', text: 'Je hebt het aanmelden afgebroken.' },
    'not-accepted': {
      title: 'Aanmelden is niet gelukt',
      text: 'We konden niet nagaan wie je bent. Misschien duurde het aanmelden te lang, of stond de pagina nog open van vroeger.',
    },
    'not-fresh': {
      title: 'Meld je opnieuw aan',
      text: 'De aanmelddienst kon niet bevestigen dat je je net hebt aangemeld.',
    },
    'other-level': {
      title: 'Meld je op een andere manier aan',
      text: 'Je meldde je aan op een manier die hier niet volstaat. Probeer opnieuw en kies een andere manier, zoals itsme of je elektronische identiteitskaart (eID).',
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
      text: 'Je gemeente gebruikt deze pagina’s nog niet. Je vindt je kiesbrief in je e-Box.',
    },
  },
}

export type Texts = typeof nl
