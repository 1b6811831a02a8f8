import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'Mes données',
  lead: 'Ici, vous lisez qui a consulté vos données, votre lettre électorale ou votre convocation pour un bureau, et combien de temps nous les gardons.',
  none: {
    title: 'Nous n’avons pas de données sur vous pour le moment',
    text: 'Vous ne figurez sur aucune liste des électeurs gardée ici, et vous n’avez pas de lettre électorale ni de convocation pour un bureau ici. Après une élection, les données sont effacées.',
  },
  log: {
    title: 'Qui a consulté vos données',
    lead: 'Le plus récent d’abord. Vous lisez dans quel rôle une personne a agi, pour quelle commune et pourquoi.',
    nobody: 'Jusqu’à présent, personne n’a consulté séparément vos données ou votre lettre.',
    own: (count) => `Ce que vous avez fait ici vous-même (${count})`,
    why: 'Pourquoi :',
    most: (count) => `Seules les ${count} dernières actions sont montrées ici.`,
    wholeLists:
      'Ne figure pas ici : ce que la commune a fait pour tous les électeurs ensemble, comme préparer, envoyer et imprimer les lettres, ou établir la liste pour le bureau de vote. Ni : qui a regardé qui siège dans un bureau.',
    names:
      'Les noms des membres du personnel ne figurent pas ici. Vous pensez que quelqu’un a consulté vos données sans bonne raison ? Demandez des explications à votre commune :',
  },
  operator: 'Gestion technique',
  program: 'Le programme lui-même',
  roles: {
    lezer: 'Agent de la commune',
    medewerker: 'Agent du service des élections',
    vrijgever: 'Agent qui autorise l’envoi des lettres',
    loket: 'Agent au guichet',
    stembureaus: 'Agent chargé des bureaux de vote',
    griffier: 'Greffier',
    magistraat: 'Juge de paix ou président d’un bureau principal',
    beheerder: 'Agent qui gère l’application à la commune',
    uitbater: 'Gestion technique',
  },
  noRole: 'Agent de la commune',
  did: 'a utilisé vos données',
  kept: {
    title: 'Ce que nous gardons, et combien de temps',
    until: (until) => `Durée : ${until}.`,
    untilDay: (until, day) => `Durée : ${until} (${day}).`,
    article: (article) => `Règle : ${article}`,
    notChecked: 'Cette règle n’a pas encore été vérifiée par un juriste.',
    more: [
      [
        'Envoi et duplicatas',
        'Si votre lettre a été envoyée et est arrivée, et quels duplicatas existent : aussi longtemps que la liste des électeurs.',
      ],
      [
        'Votre adresse e-mail, si vous avez demandé des e-mails',
        'Jusqu’à la fin de l’élection, ou jusqu’à ce que vous arrêtiez les e-mails. La date d’envoi d’un e-mail : aussi longtemps que la liste des électeurs.',
      ],
      [
        'Qui a consulté vos données',
        'Reste dans le journal de la commune. Une fois la liste des électeurs effacée, plus personne ne peut y retrouver votre nom.',
      ],
    ],
    hold: 'Un recours ou une enquête est en cours ? Cela peut alors durer plus longtemps.',
  },
  rights: {
    title: 'Vos droits',
    privacy: (municipality) =>
      `Lire ce que ${municipality} fait de vos données, et ce que vous pouvez demander`,
  },
}
