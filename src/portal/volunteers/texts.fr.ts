import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  start: {
    title: 'Vous voulez aider aux élections ?',
    text: 'Votre commune cherche des personnes qui veulent siéger dans un bureau de vote ou de dépouillement.',
  },
  title: 'Siéger dans un bureau de vote ou de dépouillement',
  lead: 'Vous voulez aider le jour des élections ? Remplissez ce formulaire. La commune vérifie si vous pouvez siéger dans un bureau et vous le fait savoir.',
  order: 'La loi dit qui est convoqué d’abord. Les volontaires viennent ensuite, s’il faut encore quelqu’un.',
  closed: {
    title: 'Pas de volontaires recherchés',
    text: 'Votre commune ne cherche pas de volontaires pour cette élection en ce moment. Vous voulez quand même aider ? Demandez-le à votre commune.',
  },
  who: 'Qui êtes-vous ?',
  lastName: 'Nom de famille',
  firstNames: 'Prénoms',
  birthDate: 'Date de naissance',
  birthDateHint: 'Par exemple 27 3 1985',
  dateParts: ['Jour', 'Mois', 'Année'],
  nationalNumber: 'Numéro de registre national',
  nationalNumberHint:
    'Les onze chiffres sur votre carte d’identité. Ils servent seulement à vérifier si vous pouvez siéger dans un bureau.',
  reach: 'Comment vous joindre ?',
  email: 'Adresse e-mail',
  emailHint: 'Nous vous envoyons un e-mail avec un lien. Avec ce lien, vous confirmez votre offre.',
  emailHintNoMail: 'Peut rester vide.',
  phone: 'Numéro de téléphone',
  phoneHint: 'Vous ne donnez pas d’adresse e-mail ? La commune vous appelle pour confirmer votre offre.',
  what: 'Que voulez-vous faire ?',
  functions: 'Choisissez ce que vous voulez faire',
  functionsHint: 'Vous pouvez choisir plusieurs réponses.',
  functionNames: {
    POLLING_MEMBER: 'Assesseur dans un bureau de vote : accueillir les électeurs',
    COUNTING_MEMBER: 'Assesseur dans un bureau de dépouillement : compter les votes',
    CHAIR: 'Président',
    RESERVE: 'Réserve : remplacer là où il manque quelqu’un',
  },
  wish: 'Où préférez-vous siéger ? (peut rester vide)',
  wishHint: 'Un quartier, une école ou un village. La commune regarde si c’est possible.',
  satBefore: 'Avez-vous déjà siégé dans un bureau ?',
  yes: 'Oui',
  no: 'Non',
  training: 'Quand pouvez-vous venir à une formation ? (peut rester vide)',
  trainingTimes: { DAY: 'La journée en semaine', EVENING: 'Le soir en semaine', WEEKEND: 'Le week-end' },
  used: 'Que faisons-nous de vos données ?',
  usedText:
    'La commune les utilise seulement pour composer les bureaux de cette élection. Votre numéro de registre national et vos coordonnées sont conservés chiffrés.',
  kept: (until) =>
    `Nous ne gardons pas votre offre plus longtemps que les listes de cette élection (${until}). Si vous ne la confirmez pas, nous l’effaçons après quelques jours.`,
  keptUntil: (days) => `${days} jours après que l’élection est déclarée valable`,
  send: 'Envoyer mon offre',
  faults: {
    nationalNumber: 'Vérifiez votre numéro de registre national : il a onze chiffres.',
    lastName: 'Écrivez votre nom de famille.',
    birthDate: 'Écrivez votre date de naissance : jour, mois et année.',
    email: 'Écrivez une adresse e-mail complète, comme nom@exemple.be.',
    phone: 'Vérifiez votre numéro de téléphone.',
    reach: 'Donnez une adresse e-mail ou un numéro de téléphone.',
    reachPhone: 'Donnez un numéro de téléphone.',
    wish: 'N’écrivez pas de numéro de registre national ici.',
    functions: 'Choisissez ce que vous voulez faire.',
    satBefore: 'Choisissez oui ou non.',
  },
  tooMany: 'Trop de formulaires sont venus de cette adresse. Attendez une minute et envoyez-le à nouveau.',
  elsewhere: 'Ce formulaire ne venait pas de notre page. Vérifiez-le et envoyez-le à nouveau.',
  sent: {
    title: 'Nous avons reçu votre formulaire',
    mail: 'Vous avez donné une adresse e-mail ? Ouvrez l’e-mail que vous recevez de nous et confirmez votre offre avec le lien. Sans cette confirmation, elle ne compte pas.',
    phone: 'Vous n’avez pas donné d’adresse e-mail ? La commune vous appelle.',
    nothing:
      'Rien reçu après une heure ? Regardez dans vos courriers indésirables ou demandez à votre commune.',
  },
  confirm: {
    title: 'Confirmez votre offre',
    text: 'Avec ce bouton, vous confirmez que c’est vous qui vous êtes proposé comme volontaire pour les élections.',
    button: 'Oui, c’est mon offre',
    done: 'Votre offre est confirmée',
    doneText:
      'La commune vérifie si vous pouvez siéger dans un bureau. Vous recevrez un e-mail. Vous pouvez fermer cette fenêtre.',
    gone: 'Ce lien ne fonctionne plus',
    goneText:
      'Vous l’avez peut-être déjà utilisé, ou il est trop ancien. Remplissez à nouveau le formulaire si vous voulez encore aider.',
  },
  offer: {
    title: 'Votre offre comme volontaire',
    states: {
      NEW: 'Votre offre n’est pas encore confirmée.',
      CONFIRMED: 'Votre offre est confirmée. La commune doit encore la vérifier.',
      ACCEPTED:
        'La commune accepte votre offre. S’il faut quelqu’un, elle vous propose et vous recevez une lettre.',
      REFUSED: 'La commune n’accepte pas votre offre.',
      WITHDRAWN: 'Vous avez retiré votre offre. Vos coordonnées sont effacées.',
    },
    reason: 'Pourquoi :',
    withdrawText:
      'Vous ne voulez plus ? Retirez votre offre et nous effaçons vos coordonnées. Vous avez déjà reçu une convocation ? Elle reste valable.',
    button: 'Retirer mon offre',
    gone: 'Ce lien ne fonctionne plus',
    goneText: 'Votre offre est peut-être déjà effacée.',
  },
  mail: {
    hello: 'Bonjour,',
    confirm: {
      subject: 'Confirmez votre offre comme volontaire',
      lines: [
        'Quelqu’un a donné cette adresse e-mail pour aider aux élections. C’était vous ? Ouvrez ce lien, sur n’importe quel appareil :',
      ],
      until: (moment) => `Le lien fonctionne une seule fois, jusqu’au ${moment}.`,
      after: 'Ce n’était pas vous ? Retirez l’offre ici :',
    },
    accepted: {
      subject: 'Votre offre comme volontaire est acceptée',
      lines: [
        'La commune accepte votre offre d’aider aux élections. S’il faut quelqu’un, vous recevez une lettre qui dit où et quand.',
      ],
      after: 'Regardez ici où en est votre offre, ou retirez-la :',
    },
    refused: {
      subject: 'Votre offre comme volontaire',
      lines: ['La commune a vérifié votre offre d’aider aux élections et ne l’accepte pas.'],
      after: 'Lisez ici pourquoi :',
    },
  },
}
