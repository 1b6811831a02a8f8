import { counted } from '../../platform/counted.ts'
import { countText } from '../../platform/http/components/index.ts'

export { counted }
export const lettersText = (count: number) => counted(count, 'brief', 'brieven')
export const sectionsText = (count: number) => counted(count, 'stemafdeling', 'stemafdelingen')

const lastTime = (released: boolean) => (released ? 'de vorige vrijgave' : 'de vorige proef')

export const texts = {
  parts: { label: 'Brieven', preview: 'Voorbeeld', letters: 'Opmaken', proof: 'Proef', release: 'Vrijgave' },
  letters: {
    title: 'Kiesbrieven opmaken',
    lead: 'Voor elke kiezer op de afgesloten lijst wordt één brief gemaakt. Er vertrekt nog niets: dat gebeurt pas na een vrijgave door twee personen.',
    notClosed:
      'De kiezerslijst is nog niet afgesloten. Sluit ze eerst af; daarna kunt u hier de brieven opmaken.',
    figures: {
      voters: 'Kiezers',
      composed: 'Opgemaakt',
      released: 'Vrijgegeven',
      missing: 'Nog zonder brief',
    },
    compose: 'Brieven opmaken',
    composeRest: (count: number) =>
      count === 1
        ? 'De ene brief opmaken die nog ontbreekt'
        : `De ${lettersText(count)} opmaken die nog ontbreken`,
    composeHint:
      'Voor een stad duurt dit enkele minuten. U mag dit venster sluiten: het gaat vanzelf verder.',
    allThere: 'Elke kiezer heeft een brief. De volgende stap is de proef.',
    allReleased: 'Elke kiezer heeft een brief die vrijgegeven is. Hier hoeft u nu niets te doen.',
    toProof: 'Naar de proef',
    outdated: 'Brieven die niet meer kloppen',
    outdatedText: (sections: string) =>
      `De gegevens van de gemeente, de verkiezing of de stemlocaties zijn veranderd nadat deze brieven zijn opgemaakt. Het gaat om stemafdeling ${sections}. Deze brieven zijn nog niet vertrokken.`,
    reason: 'Waarom worden ze opnieuw gemaakt?',
    reasonHint: 'Bijvoorbeeld: nieuw telefoonnummer van de dienst. Dit blijft in het logboek staan.',
    reasonMissing: 'Zeg waarom deze brieven opnieuw gemaakt worden.',
    again: 'Oude brieven intrekken en opnieuw opmaken',
    requested: 'Er is een vrijgave gevraagd. Zolang die openstaat, verandert er niets aan de brieven.',
    toRelease: 'Naar de vrijgave',
    find: 'De brief van één kiezer bekijken',
    listNumber: 'Volgnummer op de kiezerslijst',
    listNumberHint: 'Alleen het nummer. Dat u deze brief bekijkt, komt in het logboek.',
    look: 'Bekijk de brief',
    noNumber: 'Vul het volgnummer in: alleen cijfers.',
    notFound: 'Er is geen brief met dat volgnummer. Kijk het nummer na op de kiezerslijst.',
  },
  run: {
    compose: 'De brieven worden opgemaakt',
    sample: 'De brieven worden gecontroleerd',
    release: 'De brieven worden vrijgegeven',
    withdraw: 'Oude brieven worden teruggenomen',
    waits:
      'Het begint zo dadelijk. Blijft dit langer dan een minuut staan? Vraag dan wie de installatie beheert of het programma “work” draait.',
    progress: (done: number, total: number) => `${countText(done)} van ${countText(total)}`,
    calm: 'U mag dit venster sluiten: het gaat vanzelf verder.',
    reload: 'Herlaad de pagina om te zien hoe ver het staat.',
    stopping: {
      compose: 'Het wordt gestopt. Wat klaar is, blijft bewaard.',
      sample: 'Het wordt gestopt. Er verandert niets.',
      release: 'De vrijgave wordt gestopt. Dat kan een minuut duren. Er vertrekt niets.',
      withdraw: 'Het wordt gestopt. Wat teruggenomen is, blijft teruggenomen.',
    },
    stop: 'Stoppen',
    stopped: {
      compose:
        'Het opmaken is gestopt. Wat klaar was, is bewaard. Start het opnieuw: het gaat verder waar het was.',
      sample: 'Het nemen van de proef is gestopt. Er is niets veranderd. U kunt ze opnieuw nemen.',
      release: 'De vrijgave is gestopt. Er is niets vrijgegeven en er is niets vertrokken.',
      withdraw:
        'Het terugnemen is gestopt. Wat teruggenomen was, blijft teruggenomen. Neem de andere opnieuw terug: het gaat verder waar het was.',
    },
    takenBack: (letters: number, sent: number) =>
      `${lettersText(letters)} teruggenomen. ${
        sent > 0
          ? `Al vertrokken: ${lettersText(sent)}. Wat vertrokken is, blijft bij de kiezer en is niet meer geldig. `
          : ''
      }Laat nu de nieuwe opmaken.`,
    failed:
      'Er ging iets mis bij het programma zelf. Er is niets verloren. Start het opnieuw; lukt het weer niet, meld het dan aan wie de installatie beheert.',
    made: (made: number, withdrawn: number) =>
      `${lettersText(made)} opgemaakt${withdrawn > 0 ? `, nadat ${lettersText(withdrawn)} werden ingetrokken` : ''}.`,
    unprintable: (count: number) =>
      `Van ${counted(count, 'kiezer', 'kiezers')} kan de naam of het adres niet gedrukt worden. Verbeter die op de lijst en maak dan opnieuw op.`,
    refused: {
      'nothing-outdated': 'Er was niets meer terug te nemen.',
      'list-not-closed': 'De kiezerslijst is nog niet afgesloten.',
      'no-places': 'Er zijn nog geen stemlocaties. Laad die eerst in.',
      'nothing-composed': 'Er zijn geen opgemaakte brieven om na te kijken. Maak eerst de brieven op.',
      'not-every-voter-has-one-letter':
        'Niet elke kiezer heeft precies één brief. Maak de brieven opnieuw op.',
      'letters-outdated':
        'Een deel van de brieven klopt niet meer met de gegevens van nu. Maak ze hier opnieuw op.',
      'changed-meanwhile': 'Er veranderden brieven tijdens de controle. Neem de proef opnieuw.',
    } as Readonly<Record<string, string>>,
  },
  asked: {
    'right-missing': 'Uw rol laat dit niet toe.',
    'already-under-way': 'Er is al iets bezig met deze brieven. Wacht tot het klaar is, of stop het.',
    'already-requested': 'Er staat een vrijgave open. Trek die eerst in, of laat ze weigeren.',
  } as Readonly<Record<string, string>>,
  proof: {
    title: 'Proef',
    lead: (sampled: number, all: number) => {
      if (sampled === all)
        return `${all === 1 ? 'De ene brief' : `Alle ${lettersText(all)}`} die nu vrijgegeven ${all === 1 ? 'kan' : 'kunnen'} worden. Blader erdoor en kijk alles na.`
      return `${lettersText(sampled)} van de ${countText(all)}, door het programma gekozen: van elke soort een, alle moeilijke gevallen, en enkele door het lot. Blader erdoor en kijk ze na.`
    },
    none: 'Er is nog geen proef genomen.',
    noneHelp:
      'Maak eerst de brieven op. Daarna controleert het programma ze allemaal en kiest het de brieven die u nakijkt.',
    canTake:
      'Alle brieven zijn opgemaakt. Neem nu de proef: het programma controleert ze allemaal en kiest de brieven die u nakijkt.',
    canBeTaken:
      'Alle brieven zijn opgemaakt. Een medewerker verkiezingen neemt nu de proef; daarna kijkt u ze hier na.',
    isTaken: 'De proef wordt genomen. Dat gaat vanzelf.',
    before: {
      'list-not-closed':
        'Er kan nog geen proef genomen worden: sluit eerst de kiezerslijst af. Daarna maakt u de brieven op.',
      'letters-missing':
        'Er kan nog geen proef genomen worden: niet elke kiezer heeft een brief. Maak de brieven eerst op.',
      'letters-outdated':
        'Er kan nu geen proef genomen worden: een deel van de brieven klopt niet meer met de gegevens van nu. Maak die eerst opnieuw op.',
      'all-released': 'Alle brieven zijn vrijgegeven. Er is nu niets om een nieuwe proef van te nemen.',
    },
    take: 'Proef nemen',
    takeAgain: 'Nieuwe proef nemen',
    takeAgainHint: 'Is er niets veranderd, dan krijgt de nieuwe proef dezelfde code.',
    code: 'Code van deze proef',
    codeHint:
      'De code hoort bij alle brieven samen. Verandert er één letter op één brief, dan is de code anders.',
    checks: 'Wat gecontroleerd is',
    checked: (count: number) => `Nagekeken op ${lettersText(count)}.`,
    outcomes: { right: 'In orde', unsure: 'Kijk dit na', wrong: 'Fout' },
    allRight: 'Alle controles zijn in orde.',
    unsure: (count: number) =>
      `Geen enkele controle vond een fout. ${counted(count, 'controle vond', 'controles vonden')} iets dat u beter eerst nakijkt: zie bij !.`,
    wrong: (count: number) =>
      `${counted(count, 'controle vond', 'controles vonden')} een fout. Zo kan de vrijgave niet gevraagd worden. Bij elke ✗ staat wat u doet.`,
    todo: (what: string) => `Wat u doet: ${what}.`,
    where: (section: number, listNumber?: number) =>
      listNumber === undefined
        ? `stemafdeling ${section}`
        : `stemafdeling ${section}, volgnummer ${countText(listNumber)}`,
    instead: (said: string, should: string) => `“${said}” in plaats van “${should}”`,
    more: (count: number) => `en nog ${countText(count)}`,
    difference: 'Wat is anders dan vorige keer?',
    first: 'Dit is de eerste proef van deze verkiezing.',
    since: (released: boolean, day: string) =>
      `Vergeleken met de proef van ${day}, die ${released ? 'vrijgegeven is' : 'niet vrijgegeven is'}.`,
    unchanged: (count: number) => `In ${sectionsText(count)} is aan de teksten niets veranderd.`,
    added: (sections: string) => `Nieuw sinds vorige keer: stemafdeling ${sections}.`,
    changes: 'Andere teksten',
    counts: 'Andere aantallen',
    noChanges: 'Geen enkele tekst is veranderd.',
    noCounts: 'Geen enkel aantal is veranderd.',
    head: {
      what: 'Wat',
      was: 'Was',
      is: 'Is nu',
      where: 'Stemafdeling',
      voters: 'Kiezers',
      language: 'Taal',
    },
    moreRows: (count: number) => `En nog ${countText(count)} andere.`,
    list: 'De brieven van deze proef',
    shown: (first: number, last: number, all: number) =>
      `Brief ${countText(first)} tot en met ${countText(last)} van de ${countText(all)}.`,
    place: 'Nr.',
    why: 'Waarom',
    number: 'Volgnummer',
    start: 'Blader door de brieven',
    next: 'Naar de vrijgave',
    letter: 'Brief',
  },
  letter: {
    title: (place: number, total: number) => `Brief ${place} van ${total}`,
    alone: (listNumber: number) => `Brief van volgnummer ${countText(listNumber)}`,
    leafing: 'Bladeren door de proef',
    previous: 'Vorige',
    next: 'Volgende',
    keys: 'Bladeren kan ook met de pijltjes ← en →.',
    asText: 'Lees deze brief als tekst',
    alternative: (page: number, pages: number) =>
      `Bladzijde ${page} van ${pages} van de brief. Dezelfde inhoud staat als tekst achter de link boven de afbeelding.`,
    why: 'Waarom deze brief',
    section: 'Stemafdeling',
    voters: 'Kiezers',
    language: 'Taal',
    version: 'Versie',
    state: 'Toestand',
    states: {
      composed: 'Opgemaakt, nog niet vrijgegeven',
      released: 'Vrijgegeven',
      superseded: 'Vervangen door een nieuwe brief',
      withdrawn: 'Ingetrokken',
    },
  },
  preview: {
    title: 'Voorbeeld van de brief',
    lead: 'Zo ziet de brief eruit met de gegevens van nu, voor een kiezer die niet bestaat. Hier vertrekt niets.',
    noPlaces: 'Er zijn nog geen stemafdelingen. Laad eerst de stemlocaties in; daarna ziet u hier de brief.',
    section: 'Stemafdeling',
    voters: 'Kiezers',
    language: 'Taal',
    show: 'Toon deze brief',
    ownTexts: 'De teksten van de gemeente wijzigen',
    because: {
      'no-such-letter':
        'Zo’n brief is er niet: deze kiezers stemmen hier voor niets, of de brief bestaat niet in deze taal.',
      unprintable:
        'Een van de tekens bestaat niet in het lettertype van de brief. Schrijf het anders, onder Teksten of bij de stemlocatie.',
      'does-not-fit':
        'De teksten samen passen niet op de twee bladzijden van de brief. Maak het bericht van de gemeente of de openingsuren korter, onder Teksten.',
    },
    alternative: (page: number) => `Bladzijde ${page} van 2 van het voorbeeld.`,
    law: 'Wetteksten',
    source: 'Bron',
    fixed: (rules: string) =>
      `Deze teksten liggen vast in de regels van de verkiezing (${rules}). De gemeente kan ze niet veranderen.`,
  },
  compare: {
    linkOwn: 'Vergelijk met de vorige brief van deze kiezer',
    linkOther: 'Vergelijk met een brief van een andere kiezer',
    nobody: (released: boolean) =>
      `Deze kiezer had bij ${lastTime(released)} geen brief, en daar was ook geen andere van dezelfde stemafdeling, kiezers en taal. Er is niets om mee te vergelijken.`,
    title: (place: number) => `Brief ${place}, vergeleken`,
    back: 'Terug naar de brief',
    own: (moment: string) =>
      `De vorige brief is de eigen brief van deze kiezer, zoals die vrijgegeven werd op ${moment}.`,
    ownUnreleased:
      'De vorige brief is de eigen brief van deze kiezer, zoals die bij de vorige proef was. Hij is nooit vrijgegeven.',
    other: (released: boolean, listNumber: number, section: number, kind: string) =>
      `Deze kiezer had bij ${lastTime(released)} geen brief. Als vorige brief staat hier daarom die van een andere kiezer: volgnummer ${countText(listNumber)}, van dezelfde stemafdeling ${section} (${kind}). Naam, adres, volgnummer en QR-code verschillen altijd.`,
  },
} as const
