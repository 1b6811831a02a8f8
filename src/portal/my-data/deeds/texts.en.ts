import type { Texts } from './texts.nl.ts'

const question = 'To deal with a question about your election letter or your registration.'
const enrolment = 'After a report or a decision about your registration.'
const returned = 'Your letter on paper came back to the municipality.'
const delivery = 'To find out whether your letter arrived.'
const asked = 'You asked for it.'
const notSure = 'noticed that it is not certain that your letter reached your e-Box'

export const en: Texts = {
  deeds: {
    'audit.person-shown': {
      did: 'asked who looked at your data',
      why: 'To tell you who looked at them.',
    },
    'citizen.mail-refused': {
      did: 'could not deliver an e-mail to you',
      why: 'Your address does not accept our e-mail.',
    },
    'citizen.mailed': { did: 'sent you an e-mail about your election letter', why: asked },
    'delivery.key-clash': { did: notSure, why: delivery },
    'delivery.receipt-repeated': { did: notSure, why: delivery },
    'delivery.settled': { did: 'decided after a check whether your letter arrived', why: delivery },
    'delivery.timeline-shown': { did: 'looked at how the sending of your letter went', why: delivery },
    'letters.duplicate-opened': { did: 'opened a duplicate of your election letter', why: 'To print it.' },
    'letters.duplicated': { did: 'handed out a duplicate of your election letter', why: asked },
    'letters.duplicated-offline': {
      did: 'handed out a duplicate of your election letter at a counter without network',
      why: asked,
    },
    'letters.rendered': { did: 'opened your election letter', why: question },
    'letters.return-followed-up': { did: 'followed up your letter that came back', why: returned },
    'letters.shown': { did: 'looked at your election letter', why: question },
    'letters.withdrawn': { did: 'withdrew an election letter of yours' },
    'offline.issue-settled': {
      did: 'decided about a duplicate that you got at a counter without network',
      why: 'To check duplicates that were handed out twice.',
    },
    'proof.letter-shown': {
      did: 'looked at your election letter in a sample',
      why: 'The computer picked your letter. Before the letters leave, the municipality checks a few of them.',
    },
    'voters.added': { did: 'put you on the voters list', why: enrolment },
    'voters.corrected': { did: 'corrected your data on the voters list', why: enrolment },
    'voters.looked-up': { did: 'looked you up by your national register number', why: question },
    'voters.opened': { did: 'looked at your data on the voters list', why: question },
    'voters.opened-offline': {
      did: 'looked at your data at a counter without network',
      why: 'To help you at that counter.',
    },
    'voters.searched': { did: 'looked you up in the voters list', why: question },
    'voters.struck': { did: 'struck you off the voters list', why: enrolment },
  },
  ownDeeds: {
    'citizen.data-opened': 'You looked at this page.',
    'citizen.duplicate-opened': 'You opened the page of your duplicate.',
    'citizen.duplicate-read': 'You opened a duplicate.',
    'citizen.election-opened': 'You read where and when you vote.',
    'citizen.elections-opened': 'You opened your elections.',
    'citizen.letter-opened': 'You opened the page of your letter.',
    'citizen.letter-read': 'You read your letter.',
    'citizen.mail-asked': 'You asked for e-mail about your election letter.',
    'citizen.mail-confirmed': 'Your e-mail address was confirmed with the link in our e-mail.',
    'citizen.mail-opened': 'You opened the page about e-mail.',
    'citizen.mail-stopped': 'The e-mails were stopped.',
    'citizen.polling-desk-kept': 'A device kept your screen for the polling station.',
    'citizen.polling-desk-opened': 'You opened the screen for the polling station.',
    'letters.duplicated': 'You made a duplicate of your letter.',
  },
  reasons: {
    'not-received': 'The letter had not arrived.',
    lost: 'The letter was lost.',
  },
}
