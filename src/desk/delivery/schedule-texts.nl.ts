import { batchSize } from '../../delivery/index.ts'
import { countText } from '../../platform/http/components/index.ts'
import { lettersText } from './letters-text.ts'

/** What the page of the schedule says. */
export const texts = {
  title: 'Verzendschema',
  lead: 'Wanneer mogen brieven vertrekken? Een bericht ’s nachts maakt mensen wakker; gespreid over dagen krijgt het loket niet alle vragen op één dag.',
  now: 'Nu',
  always: 'Er is geen schema: brieven mogen dag en nacht vertrekken.',
  is: {
    from: 'Vanaf',
    hours: 'Uren',
    allDay: 'Dag en nacht',
    between: (from: string, until: string) => `Van ${from} tot ${until} uur`,
    perDay: 'Per dag',
    noLimit: 'Zonder grens',
    atMost: (count: number) => `Ongeveer ${lettersText(count)}`,
  },
  does: 'Wat dat doet',
  would: 'Wat dit schema zou doen',
  notSaved: 'Dit is nog niet bewaard. Er is niets veranderd.',
  effect: {
    nothing: 'Elke brief heeft al een uitkomst: een schema verandert niets meer.',
    toGo: (count: number) => `Nog te gaan: ${lettersText(count)}.`,
    atOnce: 'Er mag nu een brief vertrekken.',
    afterwards: 'Daarna mag er meteen een brief vertrekken.',
    from: (moment: string) => `De volgende brief mag vertrekken op ${moment}.`,
    end: (moment: string, days: number, pace: string) =>
      `De laatste vertrekt ten vroegste op ${moment}, ${
        days === 1 ? 'op één dag' : `gespreid over ${countText(days)} dagen`
      }. Dat is gerekend met ${pace} brieven per seconde, zonder storing bij de e-Box.`,
    never: 'Zo duurt het meer dan een jaar. Laat meer brieven per dag vertrekken.',
    stopped: 'Het versturen staat nu stil. Het schema telt zodra u verder verstuurt.',
    held: 'Alles wordt nu tegengehouden. Het schema telt zodra u een golf of alle brieven laat gaan.',
    wave: 'Nu mag alleen een golf vertrekken. Wat hier staat, gaat over die golf.',
    late: (day: string, article: string) =>
      `Dat is te laat: volgens de wet moeten de brieven weg zijn op ${day} (${article}). Kies meer uren, meer brieven per dag of een vroegere eerste dag.`,
  },
  change: 'Het schema kiezen',
  noRight: 'Wie de verzending leidt, kan dit schema veranderen.',
  kind: 'Wanneer mogen de brieven vertrekken?',
  kinds: {
    altijd: { label: 'Dag en nacht', hint: 'Zonder schema: alles vertrekt zo snel als de e-Box het aankan.' },
    schema: { label: 'Volgens een schema', hint: 'Vul hieronder in wat u wilt beperken.' },
  },
  startsOn: 'Vanaf welke dag?',
  startsOnHint: 'Mag leeg blijven: dan vanaf vandaag.',
  from: 'Vanaf welk uur?',
  fromHint: 'Bijvoorbeeld 8:00. Laat beide uren leeg voor dag en nacht.',
  until: 'Tot welk uur?',
  untilHint: 'Bijvoorbeeld 20:00. Op dat uur vertrekt er niets meer.',
  perDay: 'Hoeveel brieven per dag?',
  perDayHint: `Mag leeg blijven: dan is er geen grens. Brieven vertrekken in reeksen van ${countText(batchSize)}, dus een dag kan er een reeks meer of minder tellen.`,
  spread:
    'Tijdens het versturen telt wat al vertrok niet mee: de dagen worden geteld vanaf vandaag, voor wat nog te gaan is.',
  look: 'Bekijk wat dit doet',
  save: 'Bewaar dit schema',
  wrong: {
    kind: 'Kies of de brieven dag en nacht vertrekken, of volgens een schema.',
    nothing: 'Vul een dag, uren of een aantal in. Wilt u geen beperking, kies dan dag en nacht.',
    day: 'Deze dag bestaat niet. Vul dag, maand en jaar in, zoals 16 5 2029.',
    past: 'Deze dag is voorbij. Kies vandaag of later.',
    time: 'Vul een uur in, zoals 8:00 of 20:30.',
    backwards: 'Het tweede uur komt na het eerste, op dezelfde dag.',
    perDay: `Vul een getal in van ten minste ${countText(batchSize)}: zoveel brieven telt een reeks.`,
  },
} as const
