/** Words of the page that says whether a letter is real. */
export const nl = {
  title: 'Is deze kiesbrief echt?',
  lead: 'De code op je brief zegt welke gemeente hem maakte. Er staan geen gegevens over jou in. Je toestel kijkt de code zelf na: wat erin staat, gaat nergens heen.',
  noScript:
    'Je browser kan de code niet nakijken, omdat er geen scripts mogen lopen. Gebruik de stappen hieronder.',
  busy: 'We kijken de code na …',
  paste: {
    title: 'Kijk een brief na',
    text: 'Scan de code op je brief met de camera van je telefoon. Of plak hier de tekst van de code.',
    label: 'Tekst van de code',
    button: 'Kijk na',
    empty: 'Plak de tekst van de code, of scan de code op je brief.',
  },
  answers: {
    genuine: {
      title: 'De code is echt',
      text: 'Deze brief is gemaakt en verstuurd door je gemeente. Hij staat niet op haar lijst van brieven die vervangen of ingetrokken zijn.',
      next: 'Iemand kan een echte code op een valse brief plakken. Vergelijk daarom wat er op de brief staat: meld je aan en lees je kiesbrief hier.',
    },
    superseded: {
      title: 'Deze brief is vervangen',
      text: 'Je gemeente maakte deze brief, en stuurde daarna een nieuwe met andere gegevens.',
      next: 'Gebruik de nieuwe brief. Heb je die niet? Meld je aan, of vraag hem aan je gemeente.',
    },
    withdrawn: {
      title: 'Deze brief is ingetrokken',
      text: 'Je gemeente maakte deze brief, maar hij geldt niet meer.',
      next: 'Vaak volgt er een nieuwe brief, bijvoorbeeld als je stemlokaal verhuist. Meld je aan en lees waar je stemt, of vraag het aan je gemeente.',
    },
    unreleased: {
      title: 'Deze brief is niet verstuurd',
      text: 'Je gemeente maakte deze brief, maar heeft hem nog niet vrijgegeven. Niemand kan hem al gekregen hebben.',
      next: 'Vertrouw deze brief nog niet. Vraag het aan je gemeente.',
    },
    signed: {
      title: 'De code is echt, maar niet helemaal nagekeken',
      text: 'Deze brief is gemaakt door de gemeente. Of hij intussen vervangen of ingetrokken is, konden we niet nakijken: daar is netwerk voor nodig.',
      next: 'Open deze pagina nog eens als je netwerk hebt.',
    },
    'no-election': {
      title: 'Deze brief kunnen we niet meer nakijken',
      text: 'De code is echt ondertekend, maar van deze verkiezing staan hier geen brieven. Misschien is ze al lang voorbij.',
      next: 'Kreeg je de brief nu? Vertrouw hem dan niet, en vraag het aan je gemeente.',
    },
    'unknown-key': {
      title: 'We kennen deze code niet',
      text: 'De code is niet gemaakt door een gemeente die hier haar brieven maakt.',
      next: 'Vertrouw de brief niet voor je gemeente hem bevestigt.',
    },
    'not-genuine': {
      title: 'Deze code is niet echt',
      text: 'Aan de code is iets veranderd nadat ze gemaakt werd, of ze is nagemaakt.',
      next: 'Vertrouw de brief niet. Scan de code eerst nog eens: een vlek of vouw kan het ook zijn.',
    },
    unreadable: {
      title: 'Dit is geen code van een kiesbrief',
      text: 'We konden niet lezen wat er staat. Misschien is de code niet helemaal gescand.',
      next: 'Scan de code nog eens, met het hele vierkant in beeld.',
    },
    'no-keys': {
      title: 'We konden de code niet nakijken',
      text: 'Er is geen netwerk, en dit toestel heeft niet bewaard wat nodig is om deze code na te kijken.',
      next: 'Open deze pagina nog eens als je netwerk hebt.',
    },
    failed: {
      title: 'Je browser kan de code niet nakijken',
      text: 'Het lukte niet. Dat zegt niets over je brief.',
      next: 'Gebruik een nieuwere browser, of de stappen hieronder.',
    },
  },
  about: { municipality: 'Gemeente', election: 'Verkiezing', day: 'Dag', issuer: 'Ondernemingsnummer' },
  notes: {
    notChecked: 'Niet nagekeken sinds',
    notCheckedNext: 'Wat daarna veranderde, weten we niet. Open deze pagina nog eens als je netwerk hebt.',
    listOf: 'Nagekeken met de lijst van',
    listOfNext: 'Er is nu geen netwerk: wat daarna veranderde, weten we niet.',
    playedBack:
      'We kregen daarnet een oudere lijst van brieven dan dit toestel al had. We hielden de nieuwste. Gebeurt dit nog eens, zeg het dan aan je gemeente.',
    over: 'Deze verkiezing is voorbij.',
  },
  mine: 'Toon mijn kiesbrief',
  doubt: 'Twijfel je nog?',
  signs: [
    'Een echte kiesbrief vraagt nooit om geld, een pincode of een wachtwoord.',
    'Kijk naar het adres bovenaan in je browser. Een valse brief kan je naar een nagemaakte pagina sturen. Zoek daarom zelf de website van je gemeente, en begin daar.',
    'Kijk of dezelfde brief in je e-Box of in Mijn Burgerprofiel staat.',
    'Bel je gemeente. Zoek het nummer zelf op, gebruik niet het nummer op de brief.',
  ],
  suspicious: (address: string) =>
    `Kreeg je een verdacht bericht of een valse brief? Stuur er een foto van naar ${address}, en verwittig je gemeente.`,
  noLetter: 'Geen brief bij de hand?',
  go: 'Ga toch stemmen, met je identiteitskaart. Het stembureau kan je toelaten als je op de kiezerslijst staat.',
}

export type Texts = typeof nl
