import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'Montrez ceci au bureau de vote',
  link: 'Montrer ceci au local de vote',
  name: 'Nom',
  listNumber: 'Numéro sur la liste des électeurs',
  room: 'Bureau de vote',
  code: 'Code avec le numéro sur la liste des électeurs',
  fetched: (moment) => `Récupéré le ${moment}.`,
  notOnPhone:
    'Prenez aussi votre lettre sur papier, ou seulement votre carte d’identité. Il n’est pas encore confirmé que cet écran suffit.',
  paper: 'Si vous votez par procuration, il vous faut la lettre sur papier.',
  print: 'Faire une lettre à imprimer',
  over: (day) => `L’élection du ${day} est passée. Cet écran n’est plus nécessaire et n’est plus conservé.`,
  copy: {
    title: 'Vous regardez la copie sur cet appareil',
    text: 'Il n’y a pas de réseau, ou il est trop lent. Quelque chose a pu changer depuis cette copie.',
    again: 'Récupérer l’écran de nouveau',
  },
  keeping: {
    title: 'Sans réseau',
    kept: (day) =>
      `Cet écran se trouve maintenant sur cet appareil. Il s’ouvre aussi sans réseau, jusqu’au ${day} inclus. Ouvrez-le encore une fois le jour même, avant de partir.`,
    shared:
      'Toute personne qui utilise cet appareil peut l’ouvrir aussi. Vous le partagez ? Effacez l’écran, ou déconnectez-vous.',
    wipe: 'L’effacer de cet appareil',
    wiped: 'L’écran ne se trouve plus sur cet appareil. Il ne s’ouvre donc pas sans réseau.',
    keep: 'Le conserver sur cet appareil',
    failed:
      'Cet appareil ne peut pas conserver l’écran. Il ne s’ouvre donc pas sans réseau : prenez votre lettre sur papier.',
  },
  closed: {
    title: 'Cet écran a été effacé',
    text: 'L’élection est passée. Ce qui était écrit ici à votre sujet ne se trouve plus sur cet appareil.',
  },
}
