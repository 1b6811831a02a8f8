import type { DeliveryState } from '../../delivery/index.ts'
import { counted } from '../../platform/counted.ts'
import { countText } from '../../platform/http/components/index.ts'
import { lettersText } from './letters-text.ts'
import type { Doing } from './live-facts.ts'

const states: Readonly<Record<Doing, { tag: string; text: string }>> = {
  sending: { tag: 'Bezig', text: 'De brieven vertrekken vanzelf. U hoeft hier niet te blijven.' },
  'held-back': { tag: 'Tegengehouden', text: 'Er vertrekt niets tot u een golf of alle brieven laat gaan.' },
  scheduled: { tag: 'Wacht op het uur', text: 'Volgens het verzendschema gaat het verder op' },
  stopped: { tag: 'Gestopt', text: 'Er vertrekt geen enkele brief.' },
  finished: { tag: 'Klaar', text: 'Elke brief heeft een uitkomst. De laatste kwam op' },
}

/** Glossary words, as a clerk reads them. */
const outcomes: Readonly<Record<DeliveryState, string>> = {
  waiting: 'Wacht',
  attempting: 'Onderweg',
  delivered: 'Bezorgd',
  inactive: 'In een niet-geactiveerde e-Box',
  unreachable: 'Onbereikbaar',
  refused: 'Geweigerd',
  unconfirmed: 'Onbevestigd',
  cancelled: 'Geannuleerd',
}

export const texts = {
  title: 'Verzending',
  elections: 'Verkiezingen',
  parts: {
    progress: 'Voortgang',
    waves: 'In golven',
    schedule: 'Verzendschema',
    troubles: 'Wat misliep',
    figures: 'Cijfers',
    readStatus: 'Geopend',
    oneLetter: 'Eén brief',
    print: 'Drukbestanden',
    returned: 'Teruggekeerde post',
  },
  outcomes,
  progress: {
    title: 'Voortgang',
    nothingReleased:
      'Er is nog niets vrijgegeven, dus er is niets om te versturen. Twee personen geven de brieven vrij nadat ze de proef bekeken.',
    states,
    toWaves: 'Laat een eerste golf gaan',
    label: 'Brieven met een uitkomst',
    delivered: 'Bezorgd',
    inactive: 'Niet-geactiveerde e-Box',
    inactiveNote: 'De brief ligt klaar; de e-Box is nog nooit geopend.',
    toGo: 'Nog te gaan',
    trouble: 'Vraagt aandacht',
    troubleNote: 'Geweigerd of onbevestigd.',
    perSecond: (pace: string) => `Tempo: ${pace} per seconde.`,
    noPace: 'Er vertrekt nu niets.',
    eta: (time: string) => `Nog ${time}.`,
    noEta: '',
    tooEarly: 'Hoe lang nog, is te zeggen als er meer vertrokken zijn.',
    minute: 'minder dan een minuut',
    minutes: (count: string) => `ongeveer ${counted(count, 'minuut', 'minuten')}`,
    hours: (count: string) => `ongeveer ${count} uur`,
    countedAt: (time: string) => `Geteld om ${time}.`,
    said: (done: string, total: string) =>
      `Met een uitkomst: ${done} van ${counted(total, 'brief', 'brieven')}.`,
    pause: 'Cijfers stilzetten',
    goOn: 'Cijfers laten meelopen',
    changed: 'De toestand is veranderd. Herlaad de pagina om te zien wat u nu kunt doen.',
    lookAgain: 'Toestand veranderd: herlaad de pagina',
    refresh: 'Cijfers vernieuwen',
    refreshItself: 'Elke 20 seconden vanzelf vernieuwen',
    noRefresh: 'Niet meer vanzelf vernieuwen',
    others: 'Andere verzendingen van deze verkiezing',
    other: (moment: string, letters: number) => `Vrijgegeven op ${moment}: ${lettersText(letters)}`,
  },
  stop: {
    title: 'Twijfelt u? Stop.',
    means:
      'Binnen een seconde vertrekt er niets meer. Een brief die al onderweg is, komt nog aan. Niets gaat verloren: u kunt altijd verder versturen.',
    why: 'Waarom (mag leeg blijven)',
    whyHint: 'Zonder namen of nummers van personen. Uw collega’s lezen dit.',
    warning: 'Wat al in een e-Box ligt, kan niemand terughalen.',
    stop: 'Stop het versturen',
    noReason: 'Gestopt door een medewerker, zonder reden.',
    stoppedTitle: 'Het versturen staat stil',
    resume: 'Verder versturen',
  },
  causes: {
    title: 'Oorzaken, en wat u doet',
    none: 'Er is niets misgelopen.',
    of: (count: number, state: string) =>
      `${countText(count)} × ${state.charAt(0).toLowerCase()}${state.slice(1)}.`,
    todo: 'Wat u doet:',
    code: 'code:',
    more: 'Groepen opnieuw versturen en onbevestigde brieven afhandelen',
  },
} as const
