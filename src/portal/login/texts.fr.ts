import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  signIn: 'Se connecter',
  again: 'Réessayer',
  withoutThisPage:
    'Cela ne fonctionne pas ? Votre lettre électorale sur papier est valable aussi. Si vous n’avez pas reçu de lettre, demandez un duplicata à votre commune.',
  signedOut: {
    title: 'Vous êtes déconnecté',
    text: 'Vos données ne se trouvent plus sur cet appareil. Fermez la fenêtre si vous partagez cet appareil avec quelqu’un d’autre.',
  },
  trouble: {
    cancelled: {
      title: 'Vous n’êtes pas connecté',
      text: 'Vous avez interrompu la connexion.',
    },
    'not-accepted': {
      title: 'La connexion a échoué',
      text: 'Nous n’avons pas pu vérifier qui vous êtes. La connexion a peut-être duré trop longtemps, ou la page était restée ouverte.',
    },
    'not-fresh': {
      title: 'Connectez-vous de nouveau',
      text: 'Le service de connexion n’a pas pu confirmer que vous venez de vous connecter.',
    },
    'other-level': {
      title: 'Connectez-vous d’une autre manière',
      text: 'La manière dont vous vous êtes connecté ne suffit pas ici. Réessayez et choisissez-en une autre, comme itsme ou votre carte d’identité électronique (eID).',
    },
    'not-reached': {
      title: 'La connexion n’est pas possible pour le moment',
      text: 'Le service de connexion ne répond pas. Réessayez dans quelques minutes.',
    },
    'too-many': {
      title: 'Un peu de patience',
      text: 'Beaucoup de personnes se connectent en ce moment. Réessayez dans une minute.',
    },
    'not-set-up': {
      title: 'La connexion n’est pas possible ici',
      text: 'Votre commune n’utilise pas encore ces pages. Vous trouvez votre lettre électorale dans votre e-Box.',
    },
  },
}
