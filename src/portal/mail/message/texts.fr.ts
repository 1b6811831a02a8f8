import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  from: 'Lettre électorale numérique',
  hello: 'Bonjour,',
  whyYou:
    'Vous recevez cet e-mail parce que vous l’avez demandé vous-même. Plus d’e-mails ? Arrêtez-les ici, sans vous connecter :',
  neverAsk:
    'Nous ne demandons jamais vos données ni un code par e-mail. Nous ne lisons pas les réponses à cet e-mail.',
  confirm: {
    subject: 'Confirmez votre adresse e-mail',
    lines: [
      'Quelqu’un a donné cette adresse e-mail pour recevoir des e-mails sur une lettre électorale. C’était vous ? Alors ouvrez ce lien, sur n’importe quel appareil :',
    ],
    until: (moment) => `Le lien fonctionne une seule fois, jusqu’au ${moment}.`,
    notMe:
      'Ce n’était pas vous ? Alors vous ne devez rien faire : vous ne recevrez pas d’autres e-mails. Avec ce lien, vous faites en sorte que personne ne puisse plus donner votre adresse :',
  },
  letter: {
    subject: 'Une lettre électorale vous attend',
    lines: [
      'Une lettre électorale est prête pour vous. Vous y lisez où et quand voter. Connectez-vous pour la lire :',
    ],
    after: 'Vous la trouvez aussi dans votre e-Box, si vous l’utilisez.',
  },
  'new-letter': {
    subject: 'Une nouvelle lettre électorale vous attend',
    lines: [
      'Votre lettre électorale a changé : la précédente n’est plus valable. Connectez-vous pour lire où et quand voter :',
    ],
    after: 'Vous trouvez aussi la nouvelle dans votre e-Box, si vous l’utilisez.',
  },
  reminder: {
    subject: 'Votre lettre électorale : pas encore ouverte',
    lines: [
      'Une élection a lieu bientôt, et vous n’avez pas encore ouvert votre lettre électorale ici. Connectez-vous pour lire où et quand voter :',
    ],
    after: 'Vous l’avez déjà lue dans votre e-Box ou sur papier ? Alors vous ne devez rien faire.',
  },
}
