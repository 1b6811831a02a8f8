import type { AwaitedBecause } from '../../letters/index.ts'

const because: Readonly<Record<AwaitedBecause, string>> = {
  'taken-back': 'Je gemeente heeft je vorige brief ingetrokken: wat erin stond, klopt niet meer.',
  'other-room': 'Je vorige brief noemt een ander stemlokaal dan nu geldt.',
  'not-sent': 'Je gemeente heeft je nog geen brief gestuurd.',
}

/** Words of the pages of who is on the list, and whose letter is made again. */
export const nl = {
  title: 'Je kiesbrief wordt verbeterd',
  because,
  onList: 'Je staat op de kiezerslijst. Je krijgt een nieuwe brief.',
  now: 'Hier lees je waar en wanneer je nu stemt. Dit is geen kiesbrief en geen duplicaat.',
  bring:
    'Breng je identiteitskaart mee, en je oude brief als je die hebt. Het stembureau kijkt op de kiezerslijst en beslist.',
  noDuplicate: 'Van je oude brief kan je geen duplicaat krijgen. Van je nieuwe brief wel, zodra die er is.',
  toElection: 'Waar en wanneer je stemt',
  /** On the screen that a phone keeps. */
  replaced: 'Stond er eerder een scherm op dit toestel? Dit scherm komt in de plaats.',
  /** To who was sent no letter yet. */
  first: {
    title: 'Je kiesbrief komt nog',
    onList: 'Je staat op de kiezerslijst. Je krijgt je kiesbrief later.',
    bring: 'Breng je identiteitskaart mee, en je kiesbrief zodra je die hebt.',
    noDuplicate: 'Er is nog geen kiesbrief om te lezen, en dus ook geen duplicaat. Die komt nog.',
  },
}

export type Texts = typeof nl
