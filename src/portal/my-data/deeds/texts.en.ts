import type { Texts } from './texts.nl.ts'

const question = 'To deal with a question about your election letter or your registration.'
const enrolment = 'After a report or a decision about your registration.'
const returned = 'Your letter on paper came back to the municipality.'
const delivery = 'To find out whether your letter arrived.'
const asked = 'You asked for it.'
const composing = 'To put the bureaus together.'
const passedOn = 'You gave it.'
const reaching = 'To let you know what you have to do.'
const excuse = 'To deal with your excuse.'
const answer = 'To write down your answer.'
const paying = 'To pay you for your service in a bureau.'
const offered = 'You offered.'
const called = 'To know whether you have been called.'
const notSure = 'noticed that it is not certain that your letter reached your e-Box'

export const en: Texts = {
  deeds: {
    'audit.person-shown': {
      did: 'asked who looked at your data',
      why: 'To tell you who looked at them.',
    },
    'bureaus.account-changed': { did: 'changed the account number for your fee', why: paying },
    'bureaus.absence-remarked': { did: 'wrote down what somebody said about your absence' },
    'bureaus.absence-withdrawn': { did: 'noted that your reason was accepted after all', why: excuse },
    'bureaus.withdrawal-downloaded': {
      did: 'took the letter that withdraws the report of your absence',
      why: excuse,
    },
    'bureaus.withdrawal-made': {
      did: 'made the letter that withdraws the report of your absence',
      why: excuse,
    },
    'bureaus.withdrawal-sent': { did: 'noted that the report of your absence was withdrawn', why: excuse },
    'bureaus.address-corrected': { did: 'corrected your address for the bureaus', why: composing },
    'bureaus.assignment-shown': { did: 'looked at your designation for a bureau', why: composing },
    'bureaus.assignment-stepped': { did: 'noted something in your designation for a bureau', why: composing },
    'bureaus.claim-noted': { did: 'wrote something down for your fee', why: paying },
    'bureaus.claim-shown': { did: 'looked at your fee', why: paying },
    'bureaus.contact-given': { did: 'wrote down how to reach and pay you', why: passedOn },
    'bureaus.evidence-added': { did: 'added a document to your excuse', why: passedOn },
    'bureaus.evidence-taken-back': { did: 'took back a document of your excuse', why: passedOn },
    'bureaus.evidence-opened': { did: 'opened a document of your excuse', why: excuse },
    'bureaus.evidence-refused': {
      did: 'tried to open a document of your excuse with a wrong passphrase',
      why: excuse,
    },
    'bureaus.excuse-answering-opened': { did: 'opened your call', why: answer },
    'bureaus.excuse-shown': { did: 'looked at your excuse', why: excuse },
    'bureaus.letter-opened': { did: 'looked at a letter to you about a bureau', why: composing },
    'bureaus.letter-proven': { did: 'noted that a letter to you about a bureau arrived', why: called },
    'bureaus.contact-shown': { did: 'looked at how you can be reached', why: reaching },
    'bureaus.message-bounced': { did: 'noted that a message to you came back', why: reaching },
    'bureaus.message-previewed': { did: 'looked at a message as you get it', why: reaching },
    'bureaus.message-refused': { did: 'could not deliver a message to you', why: reaching },
    'bureaus.message-sent': { did: 'sent you a message about your bureau', why: reaching },
    'bureaus.phone-listed': { did: 'looked at your telephone number', why: reaching },
    'bureaus.reserve-phone-shown': { did: 'looked at your telephone number', why: reaching },
    'bureaus.reserve-phoned': {
      did: 'wrote down a telephone call with you about a polling office',
      why: reaching,
    },
    'bureaus.proposal-not-allowed': {
      did: 'wanted to propose you for a bureau, which was not allowed',
      why: composing,
    },
    'bureaus.member-recorded': { did: 'recorded you for the bureaus', why: composing },
    'bureaus.reader-admitted': { did: 'let a colleague in to the proofs of your excuse', why: excuse },
    'bureaus.service-stated': { did: 'made a statement of your service in a bureau', why: asked },
    'bureaus.training-attendance': { did: 'noted whether you were at a training' },
    'bureaus.training-certified': { did: 'made a certificate of your training', why: asked },
    'bureaus.training-enrolled': { did: 'enrolled you in a training', why: asked },
    'bureaus.training-left': { did: 'took you out of a training' },
    'bureaus.training-moved-up': {
      did: 'gave you a place in a training for which you were waiting',
      why: asked,
    },
    'bureaus.training-phone-shown': {
      did: 'looked at your telephone number',
      why: 'To tell you something about a training.',
    },
    'bureaus.volunteer-confirmed': { did: 'noted that your offer as a volunteer is right', why: offered },
    'bureaus.volunteer-decided': { did: 'decided on your offer as a volunteer', why: offered },
    'bureaus.volunteer-mail-refused': {
      did: 'could not deliver an e-mail about your offer as a volunteer',
      why: offered,
    },
    'bureaus.volunteer-mailed': { did: 'sent you an e-mail about your offer as a volunteer', why: offered },
    'bureaus.volunteer-offered': { did: 'received your offer as a volunteer', why: offered },
    'bureaus.volunteer-recorded': { did: 'wrote you down as a volunteer for a bureau', why: offered },
    'bureaus.volunteer-shown': { did: 'looked at your offer as a volunteer', why: composing },
    'bureaus.volunteer-withdrawn': {
      did: 'received that you took your offer as a volunteer back',
      why: offered,
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
    'bureaus.account-changed': 'You changed the account number for your fee.',
    'bureaus.assignment-stepped': 'You answered your call for a bureau, or asked for or took back an excuse.',
    'bureaus.contact-given': 'You let know how to reach and pay you.',
    'bureaus.service-stated': 'You took a statement of your service in a bureau.',
    'bureaus.evidence-added': 'You sent a document for your excuse.',
    'bureaus.evidence-taken-back': 'You took back a document of your excuse.',
    'bureaus.training-enrolled': 'You enrolled in a training.',
    'bureaus.training-left': 'You left a training.',
    'bureaus.training-certified': 'You took a certificate of your training.',
    'bureaus.volunteer-confirmed': 'Your offer as a volunteer was confirmed with the link in our e-mail.',
    'bureaus.volunteer-offered': 'You offered to sit in a bureau as a volunteer.',
    'bureaus.volunteer-withdrawn': 'Your offer as a volunteer was taken back with the link in our e-mail.',
    'citizen.convocation-opened': 'You read where you are expected as a member of a bureau.',
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
    struck: 'You were taken off the voters list.',
    corrected: 'Your data on the voters list were corrected.',
    'duplicaat aan het loket': 'To help you at the counter with a duplicate.',
  },
}
