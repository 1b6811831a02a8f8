import type { Texts } from './texts.nl.ts'

const question = 'Pour traiter une question sur votre lettre électorale ou votre inscription.'
const enrolment = 'À la suite d’un signalement ou d’une décision concernant votre inscription.'
const returned = 'Votre lettre sur papier est revenue à la commune.'
const delivery = 'Pour vérifier si votre lettre est arrivée.'
const asked = 'Vous l’avez demandé.'
const notSure = 'a constaté qu’il n’est pas certain que votre lettre soit arrivée dans votre e-Box'

export const fr: Texts = {
  deeds: {
    'audit.person-shown': {
      did: 'a demandé qui a consulté vos données',
      why: 'Pour vous répondre qui les a consultées.',
    },
    'citizen.mail-refused': {
      did: 'n’a pas pu vous envoyer d’e-mail',
      why: 'Votre adresse n’accepte pas nos e-mails.',
    },
    'citizen.mailed': { did: 'vous a envoyé un e-mail sur votre lettre électorale', why: asked },
    'delivery.key-clash': { did: notSure, why: delivery },
    'delivery.receipt-repeated': { did: notSure, why: delivery },
    'delivery.settled': { did: 'a décidé, après vérification, si votre lettre est arrivée', why: delivery },
    'delivery.timeline-shown': {
      did: 'a consulté comment s’est passé l’envoi de votre lettre',
      why: delivery,
    },
    'letters.duplicate-opened': {
      did: 'a ouvert un duplicata de votre lettre électorale',
      why: 'Pour l’imprimer.',
    },
    'letters.duplicated': { did: 'a donné un duplicata de votre lettre électorale', why: asked },
    'letters.duplicated-offline': {
      did: 'a donné un duplicata de votre lettre électorale à un guichet sans réseau',
      why: asked,
    },
    'letters.rendered': { did: 'a ouvert votre lettre électorale', why: question },
    'letters.return-followed-up': {
      did: 'a fait le nécessaire pour votre lettre revenue à la commune',
      why: returned,
    },
    'letters.shown': { did: 'a consulté votre lettre électorale', why: question },
    'letters.withdrawn': { did: 'a retiré une de vos lettres électorales' },
    'offline.issue-settled': {
      did: 'a pris une décision sur un duplicata que vous avez reçu à un guichet sans réseau',
      why: 'Pour vérifier les duplicatas donnés deux fois.',
    },
    'proof.letter-shown': {
      did: 'a consulté votre lettre électorale dans un échantillon',
      why: 'L’ordinateur a choisi votre lettre. Avant l’envoi des lettres, la commune en vérifie quelques-unes.',
    },
    'voters.added': { did: 'vous a mis sur la liste des électeurs', why: enrolment },
    'voters.corrected': { did: 'a corrigé vos données sur la liste des électeurs', why: enrolment },
    'voters.looked-up': { did: 'vous a recherché avec votre numéro de registre national', why: question },
    'voters.opened': { did: 'a consulté vos données sur la liste des électeurs', why: question },
    'voters.opened-offline': {
      did: 'a consulté vos données à un guichet sans réseau',
      why: 'Pour vous aider à ce guichet.',
    },
    'voters.searched': { did: 'vous a recherché dans la liste des électeurs', why: question },
    'voters.struck': { did: 'vous a rayé de la liste des électeurs', why: enrolment },
  },
  ownDeeds: {
    'citizen.data-opened': 'Vous avez consulté cette page.',
    'citizen.duplicate-opened': 'Vous avez ouvert la page de votre duplicata.',
    'citizen.duplicate-read': 'Vous avez ouvert un duplicata.',
    'citizen.election-opened': 'Vous avez lu où et quand voter.',
    'citizen.elections-opened': 'Vous avez ouvert vos élections.',
    'citizen.letter-opened': 'Vous avez ouvert la page de votre lettre.',
    'citizen.letter-read': 'Vous avez lu votre lettre.',
    'citizen.mail-asked': 'Vous avez demandé des e-mails sur votre lettre électorale.',
    'citizen.mail-confirmed': 'Votre adresse e-mail a été confirmée par le lien dans notre e-mail.',
    'citizen.mail-opened': 'Vous avez ouvert la page sur les e-mails.',
    'citizen.mail-stopped': 'Les e-mails ont été arrêtés.',
    'citizen.polling-desk-kept': 'Un appareil a gardé votre écran pour le bureau de vote.',
    'citizen.polling-desk-opened': 'Vous avez ouvert l’écran pour le bureau de vote.',
    'letters.duplicated': 'Vous avez fait un duplicata de votre lettre.',
  },
  reasons: {
    'not-received': 'La lettre n’était pas arrivée.',
    lost: 'La lettre était perdue.',
  },
}
