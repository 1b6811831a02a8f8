import { lettersText } from './letters-text.ts'

/** What the page of waves says. */
export const texts = {
  title: 'In golven',
  lead: 'Stuur eerst naar enkele mensen die testen, kijk wat er aankomt, en laat dan pas de rest gaan.',
  held: 'Tegengehouden',
  notHeld: 'Alles mag gaan',
  standing: (held: number, toGo: number) =>
    `Wacht: ${lettersText(held)}. Mag nu vertrekken: ${lettersText(toGo)}.`,
  over: 'Elke brief heeft al een uitkomst: er is niets meer om in golven te versturen.',
  section: (section: number) => `Stemafdeling ${section}`,
  nothingInWave: 'Al deze brieven zijn al vertrokken of geprobeerd. Er is niets veranderd.',
  hold: {
    title: '1. Houd alles tegen',
    text: 'Binnen een seconde vertrekt er niets meer tot u iets laat gaan. Wat al vertrok, komt aan.',
    button: 'Alle brieven tegenhouden',
    done: 'Gedaan: wat nog niet vertrok, wacht.',
  },
  testers: {
    title: '2. Eerst naar wie test',
    text: 'Kies medewerkers die zelf kiezer zijn en een e-Box gebruiken. Alleen hun brief vertrekt; alle andere wachten.',
    label: 'Volgnummers op de kiezerslijst',
    hint: 'Met een komma ertussen, bijvoorbeeld 12, 345, 1021.',
    button: 'Alleen deze brieven laten gaan',
    wrong: (most: number) => `Geef een tot ${most} volgnummers, met een komma ertussen.`,
    unknown: 'Niet elk nummer heeft een vrijgegeven brief. Kijk de nummers na; er is niets vertrokken.',
  },
  look: {
    title: '3. Kijk wat er aankomt',
    text: 'Laat de testers hun e-Box openen, op een computer en op een telefoon. Klopt naam, adres, stemlokaal en uur?',
    link: 'Bekijk de voortgang',
  },
  oneSection: {
    title: '4. Dan één stemafdeling',
    text: 'Een kleine afdeling toont of alles ook in het echt vlot gaat.',
    label: 'Stemafdeling',
    button: 'Alleen deze afdeling laten gaan',
    wrong: 'Kies een stemafdeling.',
  },
  all: {
    title: '5. Laat alles gaan',
    nothingHeld: 'Er wordt niets tegengehouden: alle brieven mogen gaan.',
    warning: (count: number) =>
      `Laat ${lettersText(count)} vertrekken. Wat in een e-Box ligt, kan niemand terughalen. Stoppen kan wel, op elk moment.`,
    question: 'Hebt u gekeken?',
    seen: 'Ja, wat aankwam, is juist.',
    notSeen: 'Kijk eerst wat er aankwam, en vink dit dan aan.',
    button: 'Alle brieven laten gaan',
  },
} as const
