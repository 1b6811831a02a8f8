import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'E-mail about your election letter',
  link: 'Get an e-mail about this election',
  lead: 'Do you want to get an e-mail about this election? You don’t have to: you get your letter on paper and in your e-Box without it too.',
  get: 'You only get these e-mails:',
  kinds: {
    letter: 'one e-mail when there is a letter for you, or a new one if your letter changes',
    reminder: (day) => `one reminder on ${day}, if you have not opened your letter by then`,
  },
  nothingInIt: 'The e-mail says nothing about you: no name, no address and no polling room.',
  readElsewhere: 'Did you read your letter in your e-Box or on paper? Then we don’t always know.',
  address: 'Your e-mail address',
  addressHint: 'We first send an e-mail to check that this address is yours.',
  ask: 'Send me that e-mail',
  change: 'Use another address',
  kept: 'We keep your address encrypted, and only until the election is over or until you stop the e-mails.',
  refused: {
    'no-address': 'Write a complete e-mail address, such as name@example.be.',
    'too-many':
      'No e-mail can be sent to this address now. Check the address, and look in your spam folder. Otherwise try again tomorrow.',
  },
  pending: {
    title: 'You still have to confirm your address',
    text: (address) => `We are sending an e-mail to ${address}. Click on the link in that e-mail.`,
    until: (moment) => `The link works until ${moment}. You can open it on any device.`,
    late: 'The link in our e-mail no longer works. Ask for a new one.',
    nothing: 'No e-mail? Look in your spam folder, or check your address.',
    again: 'Send the e-mail again',
  },
  on: {
    title: 'E-mails are on',
    text: (address) => `You get e-mails at ${address}.`,
  },
  stopMine: 'Stop the e-mails',
  undeliverable: {
    title: 'We can’t e-mail you',
    text: (address) =>
      `The mail server of ${address} does not accept our e-mail. We send nothing more to this address. Check it, or give another one.`,
  },
  states: {
    off: 'off',
    on: 'on',
    pending: 'still to be confirmed',
    undeliverable: 'we can’t e-mail you',
  },
  confirm: {
    title: 'Confirm your e-mail address',
    text: 'With this button you confirm that this e-mail address is yours. After that you get the e-mails about your election letter that you asked for.',
    button: 'Yes, this is my address',
    done: 'Your address is confirmed',
    doneText:
      'You can close this window. You can always stop the e-mails: with the link in each e-mail, or after logging in.',
    gone: 'This link no longer works',
    goneText:
      'Perhaps you have used it already, it is too old, or you gave another address later. Log in to see whether you get e-mails, or to ask for a new link.',
    login: 'Log in',
  },
  stop: {
    title: 'No more e-mails?',
    text: 'With this button you stop the e-mails about your election letter. Your e-mail address is erased. Your letter itself does not change.',
    notMe:
      'With this button you get no e-mails from us, and nobody can give this address again for the next 90 days.',
    button: 'Stop the e-mails',
    done: 'The e-mails have been stopped',
    doneText: 'You get no more e-mails about your election letter. We have erased your e-mail address.',
    gone: 'There are no e-mails to stop',
    goneText: 'This link is no longer in use: the e-mails it is about have been stopped already.',
  },
}
