import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'How to get there',
  route: 'Look up your route in the maps of your device:',
  means: { walking: 'On foot', cycling: 'By bicycle', transit: 'By public transport' },
  anyApp: 'Open in another maps app',
  leaves: 'These links open another app or site, which then knows where you want to go.',
  map: {
    show: 'Show the map',
    label: (place) => `Map with ${place}`,
    withoutBackground: 'This map shows no streets. The address is above.',
    fromElsewhere: (whose) =>
      `The map comes from ${whose}, which sees the internet address of your device only once you show the map.`,
    somebody: 'another site',
  },
}
