import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'Cette lettre électorale est-elle authentique ?',
  lead: 'Le code sur votre lettre dit quelle commune l’a faite. Il ne contient aucune donnée sur vous. Votre appareil vérifie le code lui-même : ce qu’il contient n’est envoyé nulle part.',
  noScript:
    'Votre navigateur ne peut pas vérifier le code, parce qu’aucun script n’est autorisé. Suivez les étapes ci-dessous.',
  busy: 'Nous vérifions le code …',
  paste: {
    title: 'Vérifier une lettre',
    text: 'Scannez le code sur votre lettre avec l’appareil photo de votre téléphone. Ou collez ici le texte du code.',
    label: 'Texte du code',
    button: 'Vérifier',
    empty: 'Collez le texte du code, ou scannez le code sur votre lettre.',
  },
  answers: {
    genuine: {
      title: 'Le code est authentique',
      text: 'Cette lettre a été faite et envoyée par votre commune. Elle n’est pas sur sa liste de lettres remplacées ou retirées.',
      next: 'Quelqu’un peut coller un code authentique sur une fausse lettre. Comparez donc ce que dit la lettre : connectez-vous et lisez votre lettre électorale ici.',
    },
    superseded: {
      title: 'Cette lettre a été remplacée',
      text: 'Votre commune a fait cette lettre, puis en a envoyé une nouvelle avec d’autres données.',
      next: 'Utilisez la nouvelle lettre. Vous ne l’avez pas ? Connectez-vous, ou demandez-la à votre commune.',
    },
    withdrawn: {
      title: 'Cette lettre a été retirée',
      text: 'Votre commune a fait cette lettre, mais elle n’est plus valable.',
      next: 'Souvent, une nouvelle lettre suit, par exemple si votre bureau de vote déménage. Identifiez-vous pour lire où voter, ou demandez-le à votre commune.',
    },
    unreleased: {
      title: 'Cette lettre n’a pas été envoyée',
      text: 'Votre commune a fait cette lettre, mais ne l’a pas encore libérée. Personne ne peut déjà l’avoir reçue.',
      next: 'Ne faites pas encore confiance à cette lettre. Demandez à votre commune.',
    },
    signed: {
      title: 'Le code est authentique, mais n’est pas entièrement vérifié',
      text: 'Cette lettre a été faite par la commune. Nous n’avons pas pu vérifier si elle a été remplacée ou retirée depuis : il faut un réseau pour cela.',
      next: 'Ouvrez cette page de nouveau quand vous avez du réseau.',
    },
    'no-election': {
      title: 'Nous ne pouvons plus vérifier cette lettre',
      text: 'Le code est bien signé, mais il n’y a pas de lettres de cette élection ici. Elle est peut-être passée depuis longtemps.',
      next: 'Vous venez de recevoir la lettre ? Ne lui faites pas confiance, et demandez à votre commune.',
    },
    'unknown-key': {
      title: 'Nous ne connaissons pas ce code',
      text: 'Le code n’a pas été fait par une commune qui fait ses lettres ici.',
      next: 'Ne faites pas confiance à la lettre avant que votre commune la confirme.',
    },
    'not-genuine': {
      title: 'Ce code n’est pas authentique',
      text: 'Le code a été modifié après avoir été fait, ou il a été imité.',
      next: 'Ne faites pas confiance à la lettre. Scannez d’abord le code encore une fois : une tache ou un pli peut aussi en être la cause.',
    },
    unreadable: {
      title: 'Ceci n’est pas le code d’une lettre électorale',
      text: 'Nous n’avons pas pu lire ce code. Il n’a peut-être pas été scanné en entier.',
      next: 'Scannez le code encore une fois, avec le carré entier dans l’image.',
    },
    'no-keys': {
      title: 'Nous n’avons pas pu vérifier le code',
      text: 'Il n’y a pas de réseau, et cet appareil n’a pas conservé ce qu’il faut pour vérifier ce code.',
      next: 'Ouvrez cette page de nouveau quand vous avez du réseau.',
    },
    failed: {
      title: 'Votre navigateur ne peut pas vérifier le code',
      text: 'Cela n’a pas fonctionné. Cela ne dit rien de votre lettre.',
      next: 'Utilisez un navigateur plus récent, ou les étapes ci-dessous.',
    },
  },
  about: { municipality: 'Commune', election: 'Élection', day: 'Jour', issuer: 'Numéro d’entreprise' },
  notes: {
    notChecked: 'Pas vérifié depuis le',
    notCheckedNext:
      'Nous ne savons pas ce qui a changé après. Ouvrez cette page de nouveau quand vous avez du réseau.',
    listOf: 'Vérifié avec la liste du',
    listOfNext: 'Il n’y a pas de réseau pour le moment : nous ne savons pas ce qui a changé après.',
    playedBack:
      'Nous venons de recevoir une liste de lettres plus ancienne que celle de cet appareil. Nous avons gardé la plus récente. Si cela se reproduit, dites-le à votre commune.',
    over: 'Cette élection est passée.',
  },
  mine: 'Montrer ma lettre électorale',
  doubt: 'Vous avez encore un doute ?',
  signs: [
    'Une vraie lettre électorale ne demande jamais d’argent, de code PIN ou de mot de passe.',
    'Regardez l’adresse en haut de votre navigateur. Une fausse lettre peut vous envoyer vers une page imitée. Cherchez donc vous-même le site web de votre commune, et commencez là.',
    'Regardez si la même lettre se trouve dans votre e-Box ou dans Mijn Burgerprofiel.',
    'Appelez votre commune. Cherchez le numéro vous-même, n’utilisez pas celui de la lettre.',
  ],
  suspicious: (address) =>
    `Vous avez reçu un message suspect ou une fausse lettre ? Envoyez-en une photo à ${address}, et prévenez votre commune.`,
  noLetter: 'Pas de lettre sous la main ?',
  go: 'Allez quand même voter, avec votre carte d’identité. Le bureau de vote peut vous admettre si vous êtes sur la liste des électeurs.',
}
