import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  back: { election: 'Retour à cette élection', elections: 'Retour à mes élections' },
  signIn: {
    title: 'Connectez-vous pour voir votre lettre électorale',
    text: 'Vous ne pouvez pas vous connecter dans cette page. Cela se fait dans une nouvelle fenêtre, où vous voyez aussi votre lettre électorale.',
    link: 'Se connecter dans une nouvelle fenêtre',
  },
  signedOut: 'Votre lettre électorale n’est plus sur cette page.',
}
