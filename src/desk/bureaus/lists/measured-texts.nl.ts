import type { Acceptance, Outcome } from '../../../bureaus/index.ts'
import type { Mark } from '../../../elections/index.ts'

/** From what follows how many names are needed. */
export const measured = {
  caption: 'Hoeveel van wie aangewezen is, ook komt',
  hint: 'Leeg: met wat hierboven staat.',
  role: 'Functie',
  percent: 'Van 100 komen er',
  from: 'Waar dat uit volgt',
  sources: {
    'this-election': 'gemeten in deze verkiezing',
    'earlier-too': 'gemeten in deze en vroegere verkiezingen',
    'all-roles': 'gemeten over alle functies: van deze alleen is nog te weinig bekend',
    rules: 'aangenomen: er is nog te weinig gemeten',
    typed: 'zelf ingevuld',
  } satisfies Record<Acceptance['from'], string>,
  marks: {
    L: 'gelezen in de wet',
    S: 'uit een openbare bron',
    'S-old': 'uit een oudere bron',
    I: 'afgeleid',
    M: 'niet nagekeken',
    NV: 'niet nagekeken',
  } satisfies Record<Mark, string>,
  outcomes: {
    came: 'Komt of kwam',
    excused: 'Veront\u00adschuldigd',
    revoked: 'Aanwijzing ingetrokken',
    undelivered: 'Brief kwam niet aan',
    absent: 'Bleef weg',
  } satisfies Record<Outcome, string>,
} as const
