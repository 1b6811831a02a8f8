import { counted } from '../../platform/counted.ts'
import { lastHours } from './figures-texts.nl.ts'

/** What the page of the read status says. */
export const texts = {
  title: 'Hoeveel brieven zijn geopend?',
  lead: 'U ziet aantallen, nooit wie. Wie een brief niet opende, krijgt hem ook op papier of kan een duplicaat vragen: er hoeft niets te gebeuren.',
  asked: (moment: string) => `Laatst helemaal nagevraagd op ${moment}.`,
  neverAsked: 'Dit is nog niet nagevraagd. Brieven die intussen geopend zijn, staan hier nog niet bij.',
  countedAt: (moment: string) => `Geteld op ${moment}.`,
  sum: (read: string, published: string) =>
    `Geopend: ${read} van ${counted(published, 'brief', 'brieven')} in een e-Box.`,
  notKnown: (published: string) =>
    `Van ${counted(published, 'brief', 'brieven')} in een e-Box weet niemand nog of ${published === '1' ? 'hij geopend is' : 'ze geopend zijn'}: dat is nooit nagevraagd.`,
  counts:
    'Ook een brief in een e-Box die nog niet geactiveerd is, telt hier mee. Bij Cijfers staan die apart.',
  noneYet: 'Er is nog geen brief bezorgd, dus er valt niets na te vragen.',
  read: 'Geopend',
  unread: 'Nog niet geopend',
  published: 'In een e-Box',
  bySection: 'Per stemafdeling',
  sectionChart: 'Geopend, van de brieven in een e-Box: de stemafdelingen waar het minst geopend is',
  section: (section: number) => `Stemafdeling ${section}`,
  sectionHead: 'Stemafdeling',
  byDay: 'Per dag',
  byHour: 'Per uur',
  when: 'Dit is wanneer het bij het navragen bleek, niet wanneer iemand de brief opende: dat zegt de e-Box niet.',
  dayChart: 'Nieuw geopend, per dag',
  hourChart: (count: number) => `Nieuw geopend, ${lastHours(count)} waarin er waren`,
  day: 'Dag (Brussel)',
  hour: 'Uur (Brussel)',
  newlyRead: 'Nieuw geopend',
  empty: 'Er is nog geen geopende brief gezien.',
  ask: {
    title: 'Nu navragen',
    text: 'Kiesloket vraagt dit aan de e-Box, in vragen zo groot als de e-Box toelaat, een na een. Voor een grote gemeente duurt dat even.',
    button: 'Vraag na wat geopend is',
    notNow: (moment: string) =>
      `Er is pas nagevraagd. Opnieuw kan vanaf ${moment}: zo krijgt de e-Box niet telkens dezelfde vraag.`,
    notOffered:
      'Uw gemeente koos er niet voor om dit na te vragen, of de e-Box biedt het op deze weg niet aan. Wie de installatie beheert, kan het aanzetten.',
    notConfigured:
      'De weg naar de e-Box is niet volledig ingesteld. Vraag wie de installatie beheert om dat na te kijken.',
    running: (done: string, total: string) => `${done} van ${counted(total, 'brief', 'brieven')} nagevraagd`,
    starting: 'Het navragen begint.',
    refresh: 'Kijk hoe ver het is',
    stop: 'Stop het navragen',
    stopping: 'Er wordt gestopt na de vraag die nu loopt.',
    ended: (newlyRead: string, unknown: string) =>
      `Nagevraagd: ${newlyRead} nieuw geopend, ${unknown} niet meer gekend bij de e-Box.`,
    failed: 'Het navragen brak af. Wat gehoord is, is bewaard. Probeer het opnieuw; het gaat verder.',
    because: {
      'read-status-not-offered': 'De e-Box biedt dit op deze weg niet aan.',
      'party-gave-no-answer':
        'De e-Box antwoordde niet meer, ook niet na enkele pogingen. Wat gehoord is, is bewaard. Probeer het later opnieuw.',
      'asking-interrupted': 'Gestopt. Wat gehoord is, is bewaard; een volgende keer gaat het verder.',
    },
  },
} as const
