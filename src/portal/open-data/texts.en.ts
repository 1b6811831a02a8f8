import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'Open data: the polling places',
  lead: 'Anybody may use where people vote: to make a map, an app or an article. There are no people in it. The data is in Dutch.',
  none: 'There are no elections at the moment of which the letters were sent.',
  licence: 'You may use this data under this licence:',
  catalogueLink: 'The catalogue of all data (DCAT, JSON-LD)',
}
