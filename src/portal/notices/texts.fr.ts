import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  notChecked: ' (pas encore vérifié par un juriste)',
  choose: 'Choisissez votre commune :',
  none: 'Aucune commune n’utilise encore ces pages.',
  accessibility: {
    title: 'Accessibilité',
    pageTitle: (municipality) => `Accessibilité : ${municipality}`,
    lead: (law) =>
      `La commune veut que chacun puisse utiliser ces pages. La loi le demande aussi : ${law}. Cette déclaration d’accessibilité vaut pour les pages de votre lettre électorale numérique sur`,
    status: 'Ces pages sont-elles conformes ?',
    statuses: {
      full: (norm) => `Oui. Ces pages sont entièrement conformes à ${norm}.`,
      partial: (norm) =>
        `Ces pages sont partiellement conformes à ${norm}. Ce qui ne l’est pas encore est indiqué ci-dessous.`,
      none: (norm) => `Non. Ces pages ne sont pas conformes à ${norm}.`,
    },
    notAssessed: (norm) =>
      `Ces pages sont faites selon ${norm}. La commune n’a pas encore fait vérifier si elles sont entièrement conformes.`,
    limits: 'Ce qui n’est pas encore en ordre',
    noLimits: 'La commune ne connaît pas d’éléments qui ne sont pas en ordre.',
    otherWays: 'D’autres façons de lire votre lettre',
    others: [
      'Votre lettre existe en page web, en PDF qu’un lecteur d’écran peut lire, et en grands caractères.',
      'Vous recevez aussi toujours une lettre sur papier.',
      'Cela ne fonctionne pas ? Appelez la commune ou écrivez-lui un e-mail : elle vous dit où et quand voter.',
    ],
    about: 'À propos de cette déclaration',
    written: (day) => `Cette déclaration a été établie le ${day}.`,
    assessed: {
      self: (day) => `La commune a évalué les pages elle-même, le ${day}.`,
      others: (day) => `Une personne extérieure à la commune a évalué les pages, le ${day}.`,
    },
    form: (form) => `Cette déclaration suit le modèle de ${form}.`,
    feedback: 'Vous avez remarqué quelque chose ?',
    feedbackText:
      'Quelque chose n’est pas accessible, ou vous avez besoin d’informations sous une autre forme ? Dites-le-nous :',
    complaint: 'La réponse ne vous convient pas ?',
    complaintText: (where) =>
      `Introduisez d’abord une plainte auprès de la commune. Si cela n’aide pas, vous pouvez contacter ${where}.`,
  },
  privacy: {
    title: 'Vie privée',
    pageTitle: (municipality) => `Ce que ${municipality} fait de vos données`,
    lead: (law) =>
      `Ceci concerne votre lettre électorale numérique. La commune doit vous le dire selon ${law}.`,
    who: 'Qui est responsable',
    controller: (controller, municipality) => `${controller} de ${municipality}.`,
    officer: 'Des questions sur vos données ? Écrivez au délégué à la protection des données :',
    noOfficer:
      'Des questions sur vos données ? Demandez au service ci-dessus. Le nom du délégué à la protection des données n’est pas encore indiqué ici.',
    what: 'Quelles données, et d’où elles viennent',
    data: [
      'Votre nom, votre adresse, votre numéro de registre national, votre date de naissance et votre nationalité, votre numéro sur la liste des électeurs et votre bureau de vote. Ils viennent de la liste des électeurs, qui est établie à partir du Registre national.',
      'Votre langue, si vous avez demandé une lettre dans une autre langue.',
      'Quand votre lettre a été envoyée, si elle est arrivée, et si vous avez demandé un duplicata.',
      'Qui a ouvert vos données, et pourquoi. Aussi quand c’était vous-même.',
    ],
    protected:
      'Votre numéro de registre national est chiffré. Il ne figure jamais dans une adresse, un journal ou un cookie.',
    why: 'Pourquoi',
    whyText: (basis) =>
      `Pour vous envoyer une lettre électorale, et pour vous montrer où et quand voter. La base est ${basis}. Aucune décision à votre sujet n’est prise par un ordinateur seul.`,
    recipients: 'Qui les reçoit',
    recipientList: [
      'Votre e-Box, si vous en avez une, pour remettre la lettre.',
      'Ceux qui impriment et distribuent les lettres sur papier.',
      'Le service de connexion des autorités, si vous vous connectez. Il sait alors que vous étiez ici.',
      'Le président de votre bureau de vote : la liste des électeurs.',
      'Ceux qui font fonctionner ces pages pour la commune, et seulement pour cela.',
    ],
    mail: 'Par e-mail, si vous l’avez demandé',
    mailText: (basis) =>
      `Vous pouvez demander à recevoir des e-mails sur votre lettre. Nous gardons alors votre adresse e-mail, chiffrée, et la langue des e-mails, jusqu’à la fin de l’élection. Le fondement est ${basis}. Vous pouvez toujours arrêter : par le lien dans chaque e-mail, ou après connexion. Celui qui envoie nos e-mails reçoit votre adresse e-mail et rien d’autre sur vous.`,
    howLong: 'Combien de temps',
    howLongText: 'Cela dépend de l’élection. Ensuite, elles sont effacées.',
    noElection: 'Il n’y a pas d’élection dont les lettres ont été envoyées pour le moment.',
    until: (data, until, article) => `${data} : ${until}${article}.`,
    retention: {
      'fps-data': {
        data: 'La liste des électeurs',
        until: 'jusqu’au lendemain de la validation de l’élection',
      },
      'bureau-copy': {
        data: 'La liste dans le bureau de vote',
        until: 'jusqu’à la validation ou l’annulation de l’élection',
      },
      'honour-declarations': {
        data: 'Les déclarations sur l’honneur pour une procuration',
        until: 'jusqu’à six mois après l’élection',
      },
      'voters-list': {
        data: 'La liste des électeurs',
        until: 'jusqu’à la validation de l’élection, ou la fin d’un recours',
      },
      'digital-letter': {
        data: 'Votre lettre numérique',
        until: 'au moins jusqu’à 90 jours après l’élection',
      },
    },
    bureaus: {
      title: 'Si vous siégez dans un bureau',
      text: 'La commune doit composer des bureaux. Si vous siégez dans un bureau de vote ou de dépouillement, ou si elle vous y a convoqué, elle garde aussi ceci :',
      data: [
        'Votre nom, votre adresse, votre date de naissance et votre numéro de registre national, de la liste des électeurs ou de la personne qui vous a proposé. Votre numéro de registre national est chiffré.',
        'Pour quel bureau vous êtes convoqué, quand cette lettre est arrivée, et ce que vous avez répondu.',
        'Votre numéro de téléphone, et votre adresse e-mail et votre numéro de compte si vous les avez donnés : chiffrés.',
        'Pourquoi vous ne pouvez pas venir, si vous l’avez signalé. Seule la personne qui en décide peut ouvrir un justificatif : personne à la commune.',
        'À quelle formation vous vous êtes inscrit, et si vous y étiez.',
        'Si vous étiez présent, et si vous avez été payé.',
      ],
      recipients:
        'Celui qui décide qui siège dans un bureau (la justice de paix ou un bureau principal) voit les personnes de ses bureaux. Celui qui paie votre indemnité reçoit ce qu’il faut pour cela.',
      howLong: 'Combien de temps, par élection :',
      retention: {
        'bureau-lists': {
          data: 'Qui peut être convoqué',
          until: 'jusqu’à deux jours après la validation de l’élection',
        },
        'bureau-composition': {
          data: 'La liste de qui siège dans quel bureau',
          until: 'au moins jusqu’au lendemain de l’élection',
        },
        'bureau-payment': {
          data: 'Ce qu’il faut pour vous payer',
          until: 'jusqu’à douze mois après l’élection',
        },
        'bureau-service': {
          data: 'Combien de fois vous avez siégé dans un bureau, comme extrait du registre de la population',
          until: 'treize ans après l’élection',
        },
        'bureau-evidence': {
          data: 'Votre convocation, votre excuse avec justificatif, et si vous étiez présent',
          until: 'au moins jusqu’à six mois après l’élection',
        },
      },
    },
    rights: 'Vos droits',
    rightsText:
      'Vous pouvez demander quelles données la commune a sur vous et qui les a ouvertes, et les faire corriger si elles sont fausses. Les faire effacer ou s’y opposer n’est pas possible tant que la loi oblige la commune à vous envoyer une lettre.',
    complaint: (authority) =>
      `Vous trouvez que quelque chose ne va pas ? Vous pouvez introduire une plainte auprès de : ${authority}.`,
    device: 'Ce qui se trouve sur votre appareil',
    deviceText: 'Pas de cookies pour vous suivre, et rien d’autres entreprises. Mais bien :',
    cookies: {
      session: 'que vous êtes connecté, jusqu’à ce que vous vous déconnectiez ou fermiez votre navigateur',
      framedSession: 'la même chose, sur le site de quelqu’un d’autre qui montre ces pages',
      app: 'qu’une application montre ces pages, jusqu’à ce que vous la fermiez, au plus aussi longtemps que vous restez connecté',
      login: 'que vous êtes en train de vous connecter, quelques minutes',
      chair:
        'que ce téléphone est celui de qui préside un bureau, jusqu’au midi qui suit le jour de l’élection',
      copyOwner:
        'à qui est l’écran pour le bureau de vote sur cet appareil, jusqu’à ce que l’élection soit passée',
      keptForm:
        'ce que vous avez envoyé quand vous n’étiez plus connecté, chiffré, jusqu’à ce que vous soyez reconnecté, au plus une demi-heure',
      language: 'dans quelle langue vous lisez ces pages, un an, si vous en avez choisi une',
      notKept:
        'que l’écran pour le bureau de vote ne peut pas rester sur cet appareil, un an, si vous l’avez effacé',
      browser:
        'que quelqu’un s’est déjà connecté avec ce navigateur, six mois : un nombre, qui ne dit pas qui',
    },
    kept: [
      'Qui siège dans votre bureau et ce que vous y avez noté : uniquement sur le téléphone de qui le préside, jusqu’au midi qui suit le jour de l’élection.',
      'L’écran pour le bureau de vote, si vous l’avez ouvert : jusqu’à ce que vous vous déconnectiez, que vous l’effaciez ou que l’élection soit passée.',
      'La page qui vérifie si une lettre est authentique. Elle ne contient rien sur vous.',
    ],
  },
  contact: { phone: 'Téléphone', email: 'Adresse e-mail' },
}
