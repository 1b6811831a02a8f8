/** What the pages of a correction after the close say, for one voter. */
export const texts = {
  nobody: 'Zoek eerst de kiezer op; op die pagina kiest u wat er moet veranderen.',
  toSearch: 'Kiezer zoeken',
  toVoter: 'Terug naar de kiezer',
  look: 'Bekijk wat er zal gebeuren',
  who: { name: 'Kiezer', listNumber: 'Volgnummer', section: 'Stemafdeling' },
  links: {
    title: 'Iets veranderen',
    help: 'De lijst is afgesloten. Ze verandert alleen nog met een stuk of een beslissing. U ziet eerst wat er met de brief gebeurt.',
    correct: 'Gegevens verbeteren',
    strike: 'Kiezer schrappen',
    isStruck:
      'Deze kiezer is geschrapt. Komt die door een beslissing terug op de lijst, voeg de kiezer dan opnieuw toe.',
    notFound: 'Staat iemand niet op de lijst, en is er een beslissing?',
    add: 'Kiezer toevoegen',
  },
  decision: {
    title: 'Waarop dit steunt',
    ground: 'Grond',
    day: 'Dag van het stuk of de beslissing',
    dayHint: 'Bijvoorbeeld 17/05/2029.',
    source: 'Verwijzing naar het stuk',
    sourceHint: 'Bijvoorbeeld “overlijdensakte 2029/17”. Schrijf er geen uitleg over de persoon bij.',
  },
  strike: {
    title: 'Kiezer schrappen',
    lookTitle: 'Deze kiezer schrappen?',
    lead: 'Wie geschrapt is, mag niet stemmen. De kiezer blijft op de lijst staan als geschrapt.',
  },
  correct: {
    title: 'Gegevens verbeteren',
    lookTitle: 'Dit verbeteren?',
    lead: (name: string) => `Dit staat op de lijst over ${name}. Verander alleen wat fout is.`,
    protected:
      'Het adres van deze kiezer is afgeschermd en staat hier niet. Wat u leeg laat, blijft zoals het was.',
    changes: (name: string) => `Wat verandert voor ${name}`,
    what: 'Gegeven',
    was: 'Nu',
    becomes: 'Wordt',
    empty: '(leeg)',
  },
  add: {
    title: 'Kiezer toevoegen',
    lookTitle: 'Deze kiezer toevoegen?',
    lead: 'De kiezer komt achteraan op de lijst, met een nieuw volgnummer. Stond de kiezer er al en was die geschrapt, dan komt die terug met het oude volgnummer en de oude gegevens.',
  },
  values: {
    person: 'Persoon',
    address: 'Hoofdverblijfplaats',
    delivery: 'Waar de brief naartoe gaat',
    deliveryHelp: 'Laat dit leeg als de brief naar de hoofdverblijfplaats gaat.',
    columns: {
      national_number: 'Rijksregisternummer',
      last_name: 'Familienaam',
      first_names: 'Voornamen',
      birth_date: 'Geboortedatum',
      category: 'Soort kiezer',
      section: 'Stemafdeling',
      care_of: 'Regel boven de straat',
      street: 'Straat',
      house_number: 'Huisnummer',
      box: 'Bus',
      postcode: 'Postcode',
      city: 'Gemeente',
      country: 'Land',
      address_kind: 'Bijzonder adres',
      delivery_care_of: 'Regel boven de straat (verzending)',
      delivery_street: 'Straat (verzending)',
      delivery_house_number: 'Huisnummer (verzending)',
      delivery_box: 'Bus (verzending)',
      delivery_postcode: 'Postcode (verzending)',
      delivery_city: 'Gemeente (verzending)',
      delivery_country: 'Land (verzending)',
      no_post: 'Post',
      requested_language: 'Gevraagde taal',
      language_requested_on: 'Taal gevraagd op',
    },
    hints: {
      birth_date: 'Bijvoorbeeld 17/05/1980. Leeg als dag of maand niet bekend is.',
      care_of: 'Bijvoorbeeld “p/a” en een naam, of een instelling met de kamer.',
      country: 'Twee letters, zoals NL. Leeg voor België.',
      delivery_country: 'Twee letters, zoals NL. Leeg voor België.',
    } as Readonly<Record<string, string>>,
    languages: { nl: 'Nederlands', fr: 'Frans' } as Readonly<Record<string, string>>,
  },
  before: {
    letter: 'Wat er met de brief gebeurt',
    changed: 'Intussen is er iets veranderd. Er is niets gedaan. Kijk opnieuw na wat er zal gebeuren.',
    fates: {
      none: 'Deze kiezer heeft nu geen geldige brief. Er hoeft niets teruggenomen te worden.',
      stays: 'Wat u verandert, staat niet op de brief. De brief blijft geldig en er komt geen nieuwe.',
      'not-released':
        'De brief is opgemaakt, maar nog niet vrijgegeven. Hij wordt teruggenomen; niemand kreeg hem.',
      'not-left':
        'De brief is vrijgegeven, maar nog niet vertrokken naar de e-Box. Hij wordt teruggenomen en vertrekt niet meer.',
      'on-its-way':
        'De brief is op dit ogenblik onderweg naar de e-Box. U kunt hem niet meer terughalen. Hij wordt ongeldig.',
      'in-mailbox': 'De brief zit al in de e-Box. Niemand kan hem daar terughalen. Hij wordt ongeldig.',
      'on-paper':
        'De brief is vrijgegeven en gaat op papier. Hij wordt ongeldig. Is hij al gedrukt, haal hem dan uit de stapel.',
    },
    next: {
      strike: 'Er komt geen nieuwe brief. Is de brief op papier al gedrukt, haal hem dan uit de stapel.',
      correct:
        'Daarna komt er een nieuwe brief. Die moet u nog laten opmaken, nakijken en door twee personen laten vrijgeven. Was de oude al verstuurd, dan zegt de nieuwe dat hij de oude vervangt.',
    },
    added:
      'Er komt een brief voor deze kiezer. Die moet u nog laten opmaken, nakijken en door twee personen laten vrijgeven.',
    undo: {
      strike:
        'Een brief die teruggenomen is, wordt nooit opnieuw geldig. Komt de kiezer terug op de lijst, dan is er een nieuwe brief nodig.',
      correct:
        'Een brief die teruggenomen is, wordt nooit opnieuw geldig. De verbetering zelf kunt u met een nieuwe beslissing weer verbeteren.',
      add: 'U kunt iemand die toegevoegd is, alleen nog schrappen. Het volgnummer wordt nooit opnieuw gebruikt.',
    },
    button: { strike: 'Schrap deze kiezer', correct: 'Verbeter deze gegevens', add: 'Voeg deze kiezer toe' },
    back: 'Nog iets veranderen',
  },
  refused: {
    'list-not-closed':
      'De kiezerslijst is nog niet afgesloten. Laad een verbeterde lijst in; dit is voor na het afsluiten.',
  } as Readonly<Record<string, string>>,
  fillIn: (field: string) => `Vul “${field}” in.`,
  /** In the words of a form; of all others the sentence of the list's checks. */
  findings: {
    'unknown-ground': 'Kies op welke grond.',
    'missing-value': 'Vul dit in.',
    'not-a-date': 'Dit is geen datum. Schrijf ze als 17/05/2029.',
    'date-to-come': 'Deze dag moet nog komen. Kijk de datum na.',
    'nothing-to-correct': 'Er is niets veranderd. Verander eerst wat fout is.',
    'already-on-list': 'Deze kiezer staat al op de lijst. Zoek de kiezer op en verbeter de gegevens.',
    'already-struck': 'Deze kiezer is al geschrapt.',
    'another-name': 'De naam is intussen veranderd. Zoek de kiezer opnieuw op.',
  } as Readonly<Record<string, string>>,
} as const
