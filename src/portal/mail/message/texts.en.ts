import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  from: 'Digital election letter',
  hello: 'Hello,',
  whyYou:
    'You get this e-mail because you asked for it yourself. No more e-mails? Stop them here, without logging in:',
  neverAsk: 'We never ask for your data or a code in an e-mail. We don’t read answers to this e-mail.',
  confirm: {
    subject: 'Confirm your e-mail address',
    lines: [
      'Somebody gave this e-mail address to get e-mails about an election letter. Was that you? Then open this link, on any device:',
    ],
    until: (moment) => `The link works once, until ${moment}.`,
    notMe:
      'Was that not you? Then you don’t have to do anything: you will get no other e-mails. With this link you make sure that nobody can give your address again:',
  },
  letter: {
    subject: 'There is an election letter for you',
    lines: [
      'An election letter is ready for you. In it you read where and when you vote. Log in to read it:',
    ],
    after: 'You also find it in your e-Box, if you use that.',
  },
  'new-letter': {
    subject: 'There is a new election letter for you',
    lines: [
      'Your election letter has changed: the one before is no longer valid. Log in to read where and when you vote:',
    ],
    after: 'You also find the new one in your e-Box, if you use that.',
  },
  reminder: {
    subject: 'Your election letter: not opened yet',
    lines: [
      'There is an election soon, and you have not opened your election letter here yet. Log in to read where and when you vote:',
    ],
    after: 'Did you read it in your e-Box or on paper already? Then you don’t have to do anything.',
  },
}
