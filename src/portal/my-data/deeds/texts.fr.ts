import type { Texts } from './texts.nl.ts'

const question = 'Pour traiter une question sur votre lettre électorale ou votre inscription.'
const enrolment = 'À la suite d’un signalement ou d’une décision concernant votre inscription.'
const returned = 'Votre lettre sur papier est revenue à la commune.'
const delivery = 'Pour vérifier si votre lettre est arrivée.'
const asked = 'Vous l’avez demandé.'
const composing = 'Pour composer les bureaux.'
const passedOn = 'Vous l’avez communiqué.'
const reaching = 'Pour vous dire ce que vous devez faire.'
const excuse = 'Pour traiter votre excuse.'
const answer = 'Pour y noter votre réponse.'
const paying = 'Pour vous payer votre service dans un bureau.'
const offered = 'Vous vous êtes proposé.'
const called = 'Pour savoir si vous êtes convoqué.'
const notSure = 'a constaté qu’il n’est pas certain que votre lettre soit arrivée dans votre e-Box'

export const fr: Texts = {
  deeds: {
    'audit.person-shown': {
      did: 'a demandé qui a consulté vos données',
      why: 'Pour vous répondre qui les a consultées.',
    },
    'bureaus.account-changed': { did: 'a modifié le numéro de compte pour votre indemnité', why: paying },
    'bureaus.absence-remarked': { did: 'a noté ce que quelqu’un a dit de votre absence' },
    'bureaus.absence-withdrawn': { did: 'a noté que votre motif est finalement accepté', why: excuse },
    'bureaus.withdrawal-downloaded': {
      did: 'a pris la lettre qui retire le signalement de votre absence',
      why: excuse,
    },
    'bureaus.withdrawal-made': {
      did: 'a fait la lettre qui retire le signalement de votre absence',
      why: excuse,
    },
    'bureaus.withdrawal-sent': { did: 'a noté que le signalement de votre absence est retiré', why: excuse },
    'bureaus.address-corrected': { did: 'a corrigé votre adresse pour les bureaux', why: composing },
    'bureaus.assignment-shown': { did: 'a consulté votre désignation pour un bureau', why: composing },
    'bureaus.assignment-stepped': {
      did: 'a noté quelque chose dans votre désignation pour un bureau',
      why: composing,
    },
    'bureaus.claim-noted': { did: 'a noté quelque chose pour votre indemnité', why: paying },
    'bureaus.claim-shown': { did: 'a consulté votre indemnité', why: paying },
    'bureaus.contact-given': { did: 'a noté comment vous joindre et vous payer', why: passedOn },
    'bureaus.evidence-added': { did: 'a ajouté un justificatif à votre excuse', why: passedOn },
    'bureaus.evidence-taken-back': { did: 'a repris un justificatif de votre excuse', why: passedOn },
    'bureaus.evidence-opened': { did: 'a ouvert un justificatif de votre excuse', why: excuse },
    'bureaus.evidence-refused': {
      did: 'a essayé d’ouvrir un justificatif de votre excuse avec une phrase secrète erronée',
      why: excuse,
    },
    'bureaus.excuse-answering-opened': { did: 'a ouvert votre convocation', why: answer },
    'bureaus.excuse-shown': { did: 'a consulté votre excuse', why: excuse },
    'bureaus.letter-opened': {
      did: 'a consulté une lettre qui vous est adressée au sujet d’un bureau',
      why: composing,
    },
    'bureaus.letter-proven': {
      did: 'a noté qu’une lettre au sujet d’un bureau vous est arrivée',
      why: called,
    },
    'bureaus.contact-shown': { did: 'a regardé comment vous joindre', why: reaching },
    'bureaus.message-bounced': { did: 'a noté qu’un message vers vous est revenu', why: reaching },
    'bureaus.message-previewed': { did: 'a regardé un message tel que vous le recevez', why: reaching },
    'bureaus.message-refused': { did: 'n’a pas pu vous remettre un message', why: reaching },
    'bureaus.message-sent': { did: 'vous a envoyé un message au sujet de votre bureau', why: reaching },
    'bureaus.phone-listed': { did: 'a regardé votre numéro de téléphone', why: reaching },
    'bureaus.reserve-phone-shown': { did: 'a regardé votre numéro de téléphone', why: reaching },
    'bureaus.reserve-phoned': {
      did: 'a noté un appel téléphonique avec vous au sujet d’un bureau',
      why: reaching,
    },
    'bureaus.proposal-not-allowed': {
      did: 'a voulu vous proposer pour un bureau, ce qui n’était pas permis',
      why: composing,
    },
    'bureaus.member-recorded': { did: 'vous a inscrit pour les bureaux', why: composing },
    'bureaus.reader-admitted': {
      did: 'a donné à un collègue l’accès aux preuves de votre excuse',
      why: excuse,
    },
    'bureaus.service-stated': { did: 'a établi une attestation de votre service dans un bureau', why: asked },
    'bureaus.training-attendance': { did: 'a noté si vous étiez à une formation' },
    'bureaus.training-certified': { did: 'a établi une attestation de votre formation', why: asked },
    'bureaus.training-enrolled': { did: 'vous a inscrit à une formation', why: asked },
    'bureaus.training-left': { did: 'vous a désinscrit d’une formation' },
    'bureaus.training-moved-up': {
      did: 'vous a donné une place dans une formation pour laquelle vous attendiez',
      why: asked,
    },
    'bureaus.training-phone-shown': {
      did: 'a consulté votre numéro de téléphone',
      why: 'Pour vous informer au sujet d’une formation.',
    },
    'bureaus.volunteer-confirmed': {
      did: 'a noté que votre offre comme volontaire est exacte',
      why: offered,
    },
    'bureaus.volunteer-decided': { did: 'a décidé de votre offre comme volontaire', why: offered },
    'bureaus.volunteer-mail-refused': {
      did: 'n’a pas pu vous remettre un e-mail sur votre offre comme volontaire',
      why: offered,
    },
    'bureaus.volunteer-mailed': {
      did: 'vous a envoyé un e-mail sur votre offre comme volontaire',
      why: offered,
    },
    'bureaus.volunteer-offered': { did: 'a reçu votre offre comme volontaire', why: offered },
    'bureaus.volunteer-recorded': { did: 'vous a inscrit comme volontaire pour un bureau', why: offered },
    'bureaus.volunteer-shown': { did: 'a consulté votre offre comme volontaire', why: composing },
    'bureaus.volunteer-withdrawn': { did: 'a reçu le retrait de votre offre comme volontaire', why: offered },
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
    'bureaus.account-changed': 'Vous avez modifié le numéro de compte pour votre indemnité.',
    'bureaus.assignment-stepped':
      'Vous avez répondu à votre convocation pour un bureau, ou demandé ou retiré une excuse.',
    'bureaus.contact-given': 'Vous avez fait savoir comment vous joindre et vous payer.',
    'bureaus.service-stated': 'Vous avez pris une attestation de votre service dans un bureau.',
    'bureaus.evidence-added': 'Vous avez envoyé un justificatif de votre excuse.',
    'bureaus.evidence-taken-back': 'Vous avez repris un justificatif de votre excuse.',
    'bureaus.training-enrolled': 'Vous vous êtes inscrit à une formation.',
    'bureaus.training-left': 'Vous vous êtes désinscrit d’une formation.',
    'bureaus.training-certified': 'Vous avez pris une attestation de votre formation.',
    'bureaus.volunteer-confirmed':
      'Votre offre comme volontaire a été confirmée avec le lien de notre e-mail.',
    'bureaus.volunteer-offered': 'Vous vous êtes proposé comme volontaire pour un bureau.',
    'bureaus.volunteer-withdrawn': 'Votre offre comme volontaire a été retirée avec le lien de notre e-mail.',
    'citizen.convocation-opened': 'Vous avez lu où vous êtes attendu comme membre d’un bureau.',
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
    struck: 'Vous avez été rayé de la liste des électeurs.',
    corrected: 'Vos données sur la liste des électeurs ont été corrigées.',
    'duplicaat aan het loket': 'Pour vous aider au guichet avec un duplicata.',
  },
}
