import type { OutdatedReason, WaitingBecause } from '../../letters/index.ts'

/** What the overview of the corrections says, and the pages from it. */
export const texts = {
  title: 'Verbeteringen',
  lead: 'Welke brieven zeggen nog iets dat niet meer klopt, wie wacht op een nieuwe brief, en hoever de nieuwe brieven staan.',
  notClosed: 'De kiezerslijst is nog niet afgesloten. Verbeteringen komen pas daarna.',
  one: 'Eén kiezer',
  oneHelp: 'Zoek de kiezer op om te schrappen of gegevens te verbeteren.',
  search: 'Kiezer zoeken',
  many: 'Veel kiezers tegelijk',
  manyHelp:
    'Hebt u een bestand met wie te schrappen, toe te voegen of te verbeteren is? U ziet eerst wat het doet.',
  byFile: 'Wijzigingen uit een bestand',
  nothing: 'Elke geldige brief klopt met de gegevens van nu, en elke kiezer heeft een brief.',
  steps: {
    title: 'De stappen',
    takeBack: 'Oude brieven terugnemen',
    compose: 'Nieuwe brieven opmaken',
    proof: 'De proef nakijken',
    release: 'Vrijgeven met twee personen',
    sent: 'Alleen wie een nieuwe brief nodig heeft, krijgt er een. Alle andere brieven blijven zoals ze zijn.',
    status: {
      nothing: 'Niets te doen',
      later: 'Nog niet aan de beurt',
      busy: 'Bezig',
      toTakeBack: (letters: string) => `${letters} terug te nemen`,
      toCompose: (letters: string) => `${letters} op te maken`,
      toSample: 'Proef nemen',
      toCheck: 'Nakijken',
      toAsk: 'Vrijgave vragen',
      requested: 'Wacht op de tweede persoon',
    },
  },
  /** On other pages, for who would go on with these letters. */
  notice: {
    title: 'Vrijgegeven brieven kloppen niet meer.',
    text: (sections: readonly number[]) =>
      sections.length === 1
        ? `De brieven van stemafdeling ${sections[0]} zeggen iets anders dan wat nu geldt.`
        : `De brieven van ${sections.length} stemafdelingen zeggen iets anders dan wat nu geldt.`,
    link: 'Ga naar Verbeteringen',
    byOthers: 'Een collega die de brieven opmaakt, zet dat recht bij Verbeteringen.',
  },
  outdated: {
    title: 'Brieven die niet meer kloppen',
    none: 'Geen.',
    why: 'Waarom',
    sections: 'Afdelingen',
    letters: 'Brieven',
    released: 'Vrijgegeven',
    perSection: 'Per stemafdeling',
    section: 'Stemafdeling',
    look: 'Oud en nieuw',
    lookOf: (section: number, why: string) => `naast elkaar voor stemafdeling ${section}: ${why}`,
    reasons: {
      place: 'Stemlokaal, adres of uur veranderd',
      municipality: 'Gegevens van de gemeente of het loket veranderd',
      election: 'Gegevens of teksten van de verkiezing veranderd',
      language: 'Brief is niet in de gevraagde taal',
    } satisfies Record<OutdatedReason, string>,
  },
  waiting: {
    title: 'Kiezers die op een brief wachten',
    none: 'Niemand.',
    voters: 'Kiezers',
    hadOne: 'Had een brief',
    because: {
      new: 'Nog nooit een brief opgemaakt',
      corrected: 'Gegevens van de kiezer verbeterd',
      'taken-back': 'Oude brief teruggenomen',
    } satisfies Record<WaitingBecause, string>,
  },
  replacing: {
    title: 'Nieuwe brieven, nog niet vrijgegeven',
    none: 'Geen.',
    help: 'Deze brieven vervangen een brief die al vrijgegeven was. Na de vrijgave krijgt de kiezer een nieuw bericht in de e-Box. Het zegt dat het de vorige brief vervangt.',
    lookOf: (section: number) => `naast elkaar voor stemafdeling ${section}`,
  },
  takeBack: {
    title: 'Oude brieven terugnemen',
    text: 'Een brief die nog niet vertrok, vertrekt niet meer. Een brief die al in de e-Box zit of gedrukt is, kan niemand terughalen; hij wordt ongeldig.',
    section: 'Van welke stemafdeling?',
    all: (letters: string) => `Alle stemafdelingen: ${letters}`,
    sectionOf: (section: number, letters: string) => `Stemafdeling ${section}: ${letters}`,
    reason: 'Waarom neemt u ze terug?',
    reasonHint: 'Bijvoorbeeld “ander lokaal door wateroverlast”. Dit blijft in het logboek staan.',
    reasonMissing: 'Zeg waarom, in enkele woorden.',
    sectionMissing: 'Kies van welke stemafdeling.',
    number: 'Typ hoeveel brieven u terugneemt',
    numberHint: 'Het aantal staat hierboven, bij wat u koos. Zo weet u zeker wat u terugneemt.',
    numberWrong: 'Dat is niet het aantal dat hierboven staat. Er is niets teruggenomen.',
    undo: 'Wat teruggenomen is, wordt nooit opnieuw geldig. Deze kiezers hebben geen geldige brief tot de nieuwe vrijgegeven is.',
    button: 'Neem deze brieven terug',
    requested: 'Er is een vrijgave gevraagd. Wacht tot die beslist is, of trek de vraag in.',
    busy: 'Er is iets bezig met deze brieven. Wacht tot dat klaar is.',
    nothing: 'Er is niets meer terug te nemen. Misschien deed iemand anders het al.',
    noRight: 'Uw rol laat niet toe om brieven terug te nemen.',
  },
  compare: {
    title: 'De nieuwe brief naast de oude',
    example:
      'Eerst de brief zoals hij nu is, daarna hoe de nieuwe wordt, als voorbeeld voor een kiezer die niet bestaat. De nieuwe brief zegt ook dat hij de oude vervangt, als die verstuurd was.',
    holds:
      'Deze brief is vrijgegeven en klopt met de gegevens van nu. Daaronder ziet u naast elke bladzijde een voorbeeld van dezelfde soort brief, zoals hij nu gemaakt zou worden.',
    real: 'De vorige brief van deze kiezer en de nieuwe, met wat erin veranderd is.',
    none: 'Er is geen nieuwe brief meer voor deze kiezer.',
    was: (page: number) => `De oude brief, blad ${page}`,
    is: (page: number) => `De nieuwe brief, blad ${page}`,
  },
} as const
