import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'E-mails sur votre lettre électorale',
  link: 'Recevoir un e-mail sur cette élection',
  lead: 'Voulez-vous recevoir un e-mail sur cette élection ? Ce n’est pas obligatoire : vous recevez votre lettre sur papier et dans votre e-Box même sans cela.',
  get: 'Vous recevez seulement ces e-mails :',
  kinds: {
    letter: 'un e-mail quand une lettre est prête pour vous, ou une nouvelle lettre si la vôtre change',
    reminder: (day) => `un rappel le ${day}, si vous n’avez pas encore ouvert votre lettre à ce moment-là`,
  },
  nothingInIt: 'L’e-mail ne dit rien sur vous : ni nom, ni adresse, ni local de vote.',
  readElsewhere: 'Vous avez lu votre lettre dans votre e-Box ou sur papier ? Nous ne le savons pas toujours.',
  address: 'Votre adresse e-mail',
  addressHint: 'Nous envoyons d’abord un e-mail pour vérifier que cette adresse est bien la vôtre.',
  ask: 'Envoyez-moi cet e-mail',
  change: 'Utiliser une autre adresse',
  kept: 'Nous gardons votre adresse chiffrée, et seulement jusqu’à la fin de l’élection ou jusqu’à ce que vous arrêtiez les e-mails.',
  refused: {
    'no-address': 'Écrivez une adresse e-mail complète, comme nom@exemple.be.',
    'too-many':
      'Aucun e-mail ne peut partir vers cette adresse pour le moment. Vérifiez l’adresse, et regardez dans vos e-mails indésirables. Sinon, réessayez demain.',
  },
  pending: {
    title: 'Confirmez encore votre adresse',
    text: (address) => `Nous envoyons un e-mail à ${address}. Cliquez sur le lien dans cet e-mail.`,
    until: (moment) =>
      `Le lien fonctionne jusqu’au ${moment}. Vous pouvez l’ouvrir sur n’importe quel appareil.`,
    late: 'Le lien dans notre e-mail ne fonctionne plus. Demandez-en un nouveau.',
    nothing: 'Pas reçu d’e-mail ? Regardez dans vos e-mails indésirables, ou vérifiez votre adresse.',
    again: 'Renvoyer l’e-mail',
  },
  on: {
    title: 'Les e-mails sont activés',
    text: (address) => `Vous recevez les e-mails à l’adresse ${address}.`,
  },
  stopMine: 'Arrêter les e-mails',
  undeliverable: {
    title: 'Nous ne pouvons pas vous envoyer d’e-mail',
    text: (address) =>
      `Le serveur de messagerie de ${address} n’accepte pas notre e-mail. Nous n’envoyons plus rien à cette adresse. Vérifiez-la, ou donnez-en une autre.`,
  },
  states: {
    off: 'pas d’e-mails',
    on: 'e-mails activés',
    pending: 'adresse à confirmer',
    undeliverable: 'nous ne pouvons pas vous envoyer d’e-mail',
  },
  confirm: {
    title: 'Confirmez votre adresse e-mail',
    text: 'Avec ce bouton, vous confirmez que cette adresse e-mail est la vôtre. Ensuite, vous recevez les e-mails sur votre lettre électorale que vous avez demandés.',
    button: 'Oui, c’est mon adresse',
    done: 'Votre adresse est confirmée',
    doneText:
      'Vous pouvez fermer cette fenêtre. Vous pouvez toujours arrêter les e-mails : par le lien dans chaque e-mail, ou après connexion.',
    gone: 'Ce lien ne fonctionne plus',
    goneText:
      'Vous l’avez peut-être déjà utilisé, il est trop ancien, ou vous avez donné ensuite une autre adresse. Connectez-vous pour voir si vous recevez des e-mails, ou pour demander un nouveau lien.',
    login: 'Se connecter',
  },
  stop: {
    title: 'Plus d’e-mails ?',
    text: 'Avec ce bouton, vous arrêtez les e-mails sur votre lettre électorale. Votre adresse e-mail est effacée. Votre lettre elle-même ne change pas.',
    notMe:
      'Avec ce bouton, vous ne recevez pas d’e-mails de notre part, et personne ne peut plus donner cette adresse pendant les 90 prochains jours.',
    button: 'Arrêter les e-mails',
    done: 'Les e-mails sont arrêtés',
    doneText:
      'Vous ne recevez plus d’e-mails sur votre lettre électorale. Nous avons effacé votre adresse e-mail.',
    gone: 'Il n’y a pas d’e-mails à arrêter',
    goneText: 'Ce lien n’est plus utilisé : les e-mails dont il s’agit sont déjà arrêtés.',
  },
}
