import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  link: 'Ajouter à Apple Wallet',
  labels: { number: 'Numéro', day: 'Jour', hours: 'Heures', place: 'Lieu', room: 'Bureau de vote' },
  back: {
    address: 'Adresse',
    bring: 'À apporter',
    changes: {
      title: 'Si quelque chose change',
      text: 'Cette carte ne change pas d’elle-même. Vous recevez une nouvelle lettre ? Prenez aussi une nouvelle carte.',
    },
    page: 'Tout sur cette élection',
  },
}
