import { mostDays } from '../../municipalities/index.ts'
import { texts as frame } from '../texts.nl.ts'

/** What the page of deputies says, and who is told elsewhere that they stand in. */
export const texts = {
  title: 'Vervangers',
  lead: 'Een vrijgave vraagt altijd twee personen. Is wie vrijgeeft afwezig, dan mag een vervanger het doen die vooraf is aangeduid.',
  never:
    'Wie een vrijgave vroeg, geeft ze nooit zelf vrij: ook niet als vervanger, en ook niet via een vervanger van zichzelf.',
  releasers: {
    title: 'Wie vrijgeeft',
    empty:
      'Niemand met het recht om vrij te geven heeft zich ooit aangemeld. Laat wie vrijgeeft zich één keer aanmelden: dan verschijnt de naam hier.',
    name: 'Naam',
    now: 'Vervangen door',
    nobody: 'Niemand',
    note: 'Dit is wie bij de laatste aanmelding het recht had om vrij te geven.',
  },
  deputies: {
    title: 'Vervangers nu en straks',
    empty: 'Er is geen vervanger aangeduid.',
    pastTitle: 'Voorbije vervangingen',
    pastEmpty: 'Er is nog geen vervanging voorbij.',
    who: 'Vervanger',
    absent: 'Vervangt',
    period: 'Wanneer',
    reason: 'Waarom',
    namedBy: 'Aangeduid door',
    state: 'Stand',
    end: 'Beëindig',
    endOf: (deputy: string, absent: string) => `de vervanging van ${absent} door ${deputy}`,
    until: (from: string, until: string) => `Van ${from} tot en met ${until}`,
  },
  states: { now: 'Nu', later: 'Straks', over: 'Voorbij', ended: 'Beëindigd', idle: 'Telt niet' },
  idle: 'Telt niet: wie vervangen wordt, had bij de laatste aanmelding het recht om vrij te geven niet meer, of een van beiden werkt hier niet meer.',
  name: {
    title: 'Een vervanger aanduiden',
    own: 'Voor de dagen dat u afwezig bent. Uw vervanger mag dan vrijgeven wat een ander dan u vroeg.',
    another: 'Uzelf aanduiden kan niet.',
    absent: 'Wie is afwezig?',
    deputy: 'Wie vervangt?',
    deputyHint: 'Wie de brieven en de kiezers mag bekijken, en zelf niet al vrijgeeft.',
    choose: 'Kies een naam',
    from: 'Eerste dag',
    until: 'Laatste dag',
    untilHint: `Hoogstens ${mostDays} dagen na de eerste.`,
    reason: 'Waarom?',
    reasonHint:
      'Bijvoorbeeld: met verlof. Geen ziekte of diagnose: dit staat in het logboek, en op het certificaat als de vervanger vrijgeeft.',
    button: 'Duid deze vervanger aan',
    nobodyFits:
      'Niemand komt in aanmerking. Een vervanger moet zich één keer aangemeld hebben met een rol die de brieven en de kiezers mag bekijken, zoals medewerker.',
    noRight: 'Wie vrijgeeft of de medewerkers beheert, duidt hier een vervanger aan.',
  },
  missing: {
    absent: 'Kies wie afwezig is.',
    deputy: 'Kies wie vervangt.',
    day: 'Deze dag bestaat niet. Vul dag, maand en jaar in, zoals 16 5 2029.',
    reason: 'Schrijf waarom. Wie het certificaat leest, ziet dit.',
  },
  because: {
    'right-missing': 'U mag dit niet voor deze persoon.',
    'not-a-day': 'Deze dag bestaat niet. Vul dag, maand en jaar in, zoals 16 5 2029.',
    'period-wrong': `De laatste dag ligt voor de eerste, is al voorbij, of ligt meer dan ${mostDays} dagen verder.`,
    'reason-missing': 'Schrijf waarom. Wie het certificaat leest, ziet dit.',
    'unknown-staff': 'Deze persoon werkt hier niet meer. Kies iemand anders.',
    'nothing-to-deputise':
      'Deze persoon had bij de laatste aanmelding het recht niet om vrij te geven, dus er valt niets te vervangen.',
    'not-oneself': 'Niemand vervangt zichzelf, en niemand duidt zichzelf aan. Kies iemand anders.',
    'deputy-sees-nothing':
      'Deze persoon mag de brieven en de kiezers niet bekijken en kan dus niet weten wat vrijgegeven wordt. Kies iemand anders.',
    'number-in-text': frame.numberInText,
    'no-such-deputy': 'Deze vervanging was al beëindigd.',
  },
  told: {
    standIn: (absent: string, until: string) =>
      `U vervangt ${absent} tot en met ${until}: u mag brieven vrijgeven die iemand anders dan ${absent} of uzelf vroeg.`,
    stoodInFor: (deputy: string, until: string) =>
      `${deputy} vervangt u tot en met ${until}. Bent u terug, beëindig dat dan.`,
    link: 'Naar de vervangers',
  },
} as const
