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
  print: 'Imprimer votre lettre (PDF)',
  duplicate: {
    'not-received': 'Vous n’avez pas reçu de lettre ? Demandez un duplicata.',
    lost: 'Vous n’avez pas reçu de lettre, ou vous l’avez perdue ? Demandez un duplicata.',
  },
  over: (day) => `L’élection du ${day} est passée. Cet écran n’est plus nécessaire et n’est plus conservé.`,
  copy: {
    title: 'Vous regardez la copie sur cet appareil',
    text: 'Il n’y a pas de réseau, il est trop lent, ou vous n’êtes plus connecté. Quelque chose a pu changer depuis cette copie.',
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
    notInFrame:
      'À l’intérieur de ce site, votre appareil ne garde pas l’écran. Sans réseau, il ne s’ouvre donc pas : emportez votre lettre sur papier.',
    failed:
      'Cet appareil ne peut pas conserver l’écran. Il ne s’ouvre donc pas sans réseau : prenez votre lettre sur papier.',
  },
  door: {
    title: 'Vous n’êtes plus connecté',
    text: 'Votre écran pour le bureau de vote se trouve encore sur cet appareil. Vous pouvez le montrer tel quel. Connectez-vous si vous voulez savoir si quelque chose a changé entre-temps.',
    show: 'Montrer l’écran de cet appareil',
    signIn: 'Se connecter',
    others:
      'C’est l’appareil de quelqu’un d’autre ? Connectez-vous : ce qu’il garde de cette personne est alors effacé.',
  },
  closed: {
    title: 'Cet écran a été effacé',
    text: 'L’élection est passée. Ce qui était écrit ici à votre sujet ne se trouve plus sur cet appareil.',
  },
}
