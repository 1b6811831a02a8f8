import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  product: 'Lettre électorale numérique',
  skip: 'Aller au contenu',
  practiceLabel: 'Environnement d’exercice',
  practice: 'Environnement d’exercice : tout ce qui se trouve sur cette page est inventé.',
  wrong: (title) => `Erreur : ${title}`,
  error: 'Erreur',
  notRightYet: 'Il reste quelque chose à corriger',
  languages: 'Langue',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  myData: 'Mes données',
  session: {
    label: 'Connexion',
    until: (hour: string) => `Si vous ne faites rien, vous serez déconnecté à ${hour}.`,
    stay: 'Rester connecté',
    warning:
      'Encore # min et vous serez déconnecté. Choisissez « Rester connecté » s’il vous faut plus de temps.',
    last: 'Encore # min et vous devrez vous reconnecter. Ce que vous envoyez encore après est gardé jusqu’à ce que vous soyez reconnecté.',
    ended: 'Vous êtes déconnecté. Ce que vous envoyez encore est gardé jusqu’à ce que vous soyez reconnecté.',
    again: 'Se reconnecter',
  },
  kept: {
    title: 'Pas encore envoyé',
    text: 'Vous avez dû vous reconnecter. Ce que vous aviez écrit est encore là. Vérifiez-le et envoyez-le à nouveau.',
  },
  footer: {
    privacy: 'Vie privée',
    accessibility: 'Accessibilité',
    letterCheck: 'Ma lettre est-elle authentique ?',
    openData: 'Données ouvertes',
  },
  start: {
    title: 'Votre lettre électorale',
    text: 'Connectez-vous pour lire où et quand voter.',
    beside:
      'La lettre numérique s’ajoute à la lettre sur papier. Vous la trouvez aussi dans votre e-Box et dans Mijn Burgerprofiel.',
    questions: 'Des questions ?',
    ask: 'Contactez votre commune. Ses coordonnées figurent sur votre lettre.',
  },
  notThere: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse n’a peut-être pas été recopiée en entier, ou la page a disparu.',
    back: 'Retour au début',
  },
  failed: {
    title: 'Quelque chose n’a pas fonctionné',
    kept: 'Cela ne vient pas de ce qui a été demandé ou rempli. Ce qui était déjà enregistré l’est toujours.',
    later: 'Réessayez dans quelques minutes.',
    help: 'Cela ne marche toujours pas et vous demandez de l’aide ? Donnez alors ce code :',
  },
  notMine: {
    title: 'Cette page n’existe pas',
    text: 'Il n’y a rien pour vous ici. L’adresse est peut-être incomplète.',
    back: 'Vers mes élections',
  },
}
