/** Words on every page of a citizen. */
export const nl = {
  product: 'Digitale kiesbrief',
  skip: 'Naar de inhoud',
  practiceLabel: 'Oefenomgeving',
  practice: 'Oefenomgeving: alles op deze pagina is verzonnen.',
  wrong: (title: string) => `Fout: ${title}`,
  error: 'Fout',
  notRightYet: 'Dit klopt nog niet',
  languages: 'Taal',
  signIn: 'Aanmelden',
  signOut: 'Afmelden',
  myData: 'Mijn gegevens',
  session: {
    label: 'Aanmelding',
    until: (hour: string) => `Als je niets doet, word je om ${hour} uur afgemeld.`,
    stay: 'Aangemeld blijven',
    warning: 'Nog # min. en je wordt afgemeld. Kies ‘Aangemeld blijven’ als je meer tijd nodig hebt.',
    last: 'Nog # min. en je moet je opnieuw aanmelden. Wat je daarna nog verstuurt, bewaren we tot je weer aangemeld bent.',
    ended: 'Je bent afgemeld. Wat je nog verstuurt, bewaren we tot je opnieuw aangemeld bent.',
    again: 'Opnieuw aanmelden',
  },
  kept: {
    title: 'Nog niet verstuurd',
    text: 'Je moest je opnieuw aanmelden. Wat je invulde, staat er nog. Kijk het na en verstuur het opnieuw.',
  },
  footer: {
    privacy: 'Privacy',
    accessibility: 'Toegankelijkheid',
    letterCheck: 'Is mijn brief echt?',
    openData: 'Open data',
  },
  start: {
    title: 'Je kiesbrief',
    text: 'Meld je aan en lees waar en wanneer je stemt.',
    beside:
      'De digitale brief komt naast de brief op papier. Je vindt hem ook in je e-Box en in Mijn Burgerprofiel.',
    questions: 'Vragen?',
    ask: 'Neem contact op met je gemeente. De gegevens staan op je brief.',
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
    help: 'Lukt het dan nog niet en vraagt u hulp? Geef dan deze code door:',
  },
  notMine: {
    title: 'Deze pagina is er niet',
    text: 'Hier staat niets voor jou. Misschien is het adres niet volledig.',
    back: 'Naar mijn verkiezingen',
  },
}

export type Texts = typeof nl
