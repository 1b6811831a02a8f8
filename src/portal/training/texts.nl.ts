import type { EnrolRefusal, LeaveRefusal } from '../../bureaus/index.ts'

/** Words of trainings for who sits in a bureau. */
export const nl = {
  title: 'Opleiding',
  open: 'Bekijk de opleidingen',
  lead: 'Hier leer je wat je doet in je bureau.',
  none: 'Er is nu geen opleiding voor je functie.',
  when: 'Wanneer',
  hours: (from: string, until: string) => `van ${from} tot ${until}`,
  where: 'Waar',
  online: 'Via internet',
  link: 'Ga naar de opleiding op internet',
  left: { one: 'Nog 1 plaats vrij.', more: (places: number) => `Nog ${places} plaatsen vrij.` },
  full: 'Alles is volzet. Je kan op de wachtlijst.',
  until: (day: string) => `Inschrijven kan tot en met ${day}.`,
  closed: 'Inschrijven kan niet meer.',
  over: 'Deze opleiding is voorbij.',
  cancelled: 'Deze opleiding gaat niet door.',
  moved: (moment: string) =>
    `Let op: de dag, het uur of de plaats veranderde op ${moment}. Kijk goed na wat hierboven staat.`,
  hasPlace: 'Je bent ingeschreven. Je hebt een plaats.',
  waits: (turn: number) =>
    `Je staat op de wachtlijst, op plaats ${turn}. Komt er een plaats vrij, dan schuif je vanzelf op. Kijk hier dan opnieuw.`,
  movedUp: (moment: string) => `Op ${moment} kwam er een plaats vrij voor jou.`,
  enrol: 'Schrijf me in',
  wait: 'Zet me op de wachtlijst',
  leave: 'Schrijf me uit',
  calendar: 'Zet in mijn agenda',
  was: 'Je was op deze opleiding.',
  wasNot: 'Je was niet op deze opleiding.',
  certificate: 'Download je bewijs (PDF)',
  certificateWhat: 'Het bewijs is in het Nederlands.',
  refused: {
    'no-such-training': 'Deze opleiding is er niet meer.',
    cancelled: 'Deze opleiding gaat niet door.',
    'enrolment-closed': 'Inschrijven kan niet meer. Bel je gemeente.',
    'not-for-this-function': 'Deze opleiding is niet voor je functie.',
    'already-enrolled': 'Je bent al ingeschreven.',
    'not-enrolled': 'Je bent niet meer ingeschreven.',
    'has-begun': 'De opleiding is al begonnen. Bel je gemeente.',
    'attendance-noted': 'De opleiding is voorbij.',
  } satisfies Record<EnrolRefusal | LeaveRefusal, string>,
}

export type Texts = typeof nl
