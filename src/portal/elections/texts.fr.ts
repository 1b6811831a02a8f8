import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'Mes élections',
  where: 'Où',
  bureau: (bureau) => `Bureau de vote ${bureau}`,
  when: 'Quand',
  hours: (opens, closes) => `de ${opens} à ${closes}`,
  bring: 'À apporter',
  bringItems: ['votre lettre électorale', 'votre carte d’identité'],
  advised: {
    title: 'Heure conseillée',
    between: (from, until) => `entre ${from} et ${until}`,
    free: 'Vous attendrez ainsi moins longtemps. Vous pouvez aussi venir à une autre heure, tant que le bureau de vote est ouvert.',
    /** For a calendar. */
    inShort: (from, until) =>
      `Heure conseillée : entre ${from} et ${until}. Vous pouvez aussi venir à une autre heure.`,
  },
  listNumber: 'Votre numéro sur la liste des électeurs',
  youElect: 'Vous votez pour',
  access: 'Comment y entrer',
  stepFree: 'Accessible sans marche ni seuil',
  notStepFree: 'Il y a une marche ou un seuil',
  facilities: 'Équipements',
  more: 'Tout sur',
  openLetter: 'Lire votre lettre électorale',
  appointment: {
    link: 'Ajouter à mon agenda',
    title: (election) => `Voter : ${election}`,
    bring: 'Apportez votre lettre électorale et votre carte d’identité.',
  },
  changed: {
    title: 'Votre lettre électorale a été corrigée',
    text: 'Vous aviez reçu une autre lettre. Celle-ci la remplace : allez au local de vote indiqué ici.',
  },
  cannotGo: {
    title: 'Vous ne pouvez pas aller voter ?',
    text: 'Un autre électeur peut parfois voter pour vous, avec une procuration sur un formulaire officiel.',
    how: 'Lire quand c’est permis et comment faire',
    toForm: (site) => `Aller au formulaire sur ${site}`,
    ask: 'Ou demandez le formulaire à votre commune :',
  },
  none: {
    title: 'Vous n’avez pas de lettre électorale ici pour le moment',
    text: 'Il peut y avoir plusieurs raisons :',
    reasons: [
      'Votre commune n’a pas encore envoyé les lettres.',
      'Votre commune n’utilise pas ces pages. Votre lettre sur papier est toujours valable.',
      'Vous n’êtes pas sur la liste des électeurs.',
    ],
    ask: 'Si vous attendiez une lettre, demandez au service population de votre commune.',
  },
}
