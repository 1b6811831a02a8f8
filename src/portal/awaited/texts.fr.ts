import type { Texts } from './texts.nl.ts'

export const fr: Texts = {
  title: 'Votre lettre électorale est en cours de correction',
  because: {
    'taken-back': 'Votre commune a retiré votre lettre précédente : ce qui y figurait n’est plus exact.',
    'other-room': 'Votre lettre précédente indique un autre local de vote que celui d’aujourd’hui.',
    'not-sent': 'Votre commune ne vous a pas encore envoyé de lettre.',
  },
  onList: 'Vous figurez sur la liste des électeurs. Vous recevrez une nouvelle lettre.',
  now: 'Vous lisez ici où et quand vous votez maintenant. Ceci n’est ni une lettre électorale ni un duplicata.',
  bring:
    'Prenez votre carte d’identité, et votre ancienne lettre si vous l’avez. Le bureau de vote consulte la liste des électeurs et décide.',
  noDuplicate:
    'Un duplicata de votre ancienne lettre n’est pas possible. Un duplicata de la nouvelle le sera dès qu’elle sera là.',
  toElection: 'Où et quand vous votez',
  replaced: 'Un écran était déjà conservé sur cet appareil ? Celui-ci le remplace.',
  first: {
    title: 'Votre lettre électorale viendra plus tard',
    onList: 'Vous figurez sur la liste des électeurs. Vous recevrez votre lettre plus tard.',
    bring: 'Prenez votre carte d’identité, et votre lettre dès que vous l’avez.',
    noDuplicate: 'Il n’y a pas encore de lettre à lire, et donc pas de duplicata. Elle viendra.',
  },
}
