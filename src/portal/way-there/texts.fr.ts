import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'Comment y aller',
  route: 'Cherchez votre itinéraire dans les cartes de votre appareil :',
  means: { walking: 'À pied', cycling: 'À vélo', transit: 'En transports en commun' },
  anyApp: 'Ouvrir dans une autre application de cartes',
  leaves: 'Ces liens ouvrent une autre application ou un autre site, qui sait alors où vous voulez aller.',
  map: {
    show: 'Montrer la carte',
    label: (place) => `Carte avec ${place}`,
    withoutBackground: 'Cette carte ne montre pas de rues. L’adresse se trouve ci-dessus.',
    fromElsewhere: (whose) =>
      `La carte vient de ${whose}, qui ne voit l’adresse internet de votre appareil que si vous montrez la carte.`,
    somebody: 'un autre site',
  },
}
