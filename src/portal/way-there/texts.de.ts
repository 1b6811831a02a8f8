import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'So kommen Sie hin',
  route: 'Suchen Sie Ihren Weg in den Karten Ihres Geräts:',
  means: { walking: 'Zu Fuß', cycling: 'Mit dem Fahrrad', transit: 'Mit öffentlichen Verkehrsmitteln' },
  anyApp: 'In einer anderen Karten-App öffnen',
  leaves: 'Diese Links öffnen eine andere App oder Website. Sie weiß dann, wohin Sie wollen.',
  map: {
    show: 'Karte zeigen',
    label: (place) => `Karte mit ${place}`,
    withoutBackground: 'Diese Karte zeigt keine Straßen. Die Adresse steht oben.',
    fromElsewhere: (whose) =>
      `Die Karte kommt von ${whose}. Die Internetadresse Ihres Geräts ist dort erst zu sehen, wenn Sie die Karte zeigen.`,
    somebody: 'einer anderen Website',
  },
}
