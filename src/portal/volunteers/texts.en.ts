import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  start: {
    title: 'Would you like to help at the elections?',
    text: 'Your municipality is looking for people to sit in a polling station or counting station.',
  },
  title: 'Sit in a polling station or counting station',
  lead: 'Would you like to help on election day? Fill in this form. The municipality checks whether you may sit in a station, and lets you know.',
  order: 'The law says who is called first. Volunteers come next, if somebody is still needed.',
  closed: {
    title: 'No volunteers needed',
    text: 'Your municipality is not looking for volunteers for this election now. Would you still like to help? Ask your municipality.',
  },
  who: 'Who are you?',
  lastName: 'Family name',
  firstNames: 'First names',
  birthDate: 'Date of birth',
  birthDateHint: 'For example 27 3 1985',
  dateParts: ['Day', 'Month', 'Year'],
  nationalNumber: 'National register number',
  nationalNumberHint:
    'The eleven digits on your identity card. We use them only to check whether you may sit in a station.',
  reach: 'How do we reach you?',
  email: 'E-mail address',
  emailHint: 'We send you an e-mail with a link. With it you confirm your offer.',
  emailHintNoMail: 'May be left empty.',
  phone: 'Telephone number',
  phoneHint: 'No e-mail address? Then the municipality calls you to confirm your offer.',
  what: 'What would you like to do?',
  functions: 'Choose what you would like to do',
  functionsHint: 'You may choose more than one.',
  functionNames: {
    POLLING_MEMBER: 'Assessor in a polling station: receive voters',
    COUNTING_MEMBER: 'Assessor in a counting station: count votes',
    CHAIR: 'Chair',
    RESERVE: 'Reserve: step in where somebody is missing',
  },
  wish: 'Where would you like to sit? (may be left empty)',
  wishHint: 'A neighbourhood, a school or a village. The municipality looks whether it is possible.',
  satBefore: 'Have you sat in a station before?',
  yes: 'Yes',
  no: 'No',
  training: 'When can you come to a training? (may be left empty)',
  trainingTimes: { DAY: 'Weekdays during the day', EVENING: 'Weekday evenings', WEEKEND: 'At the weekend' },
  used: 'What do we do with your data?',
  usedText:
    'The municipality uses them only to staff the stations of this election. Your national register number and how we reach you are kept encrypted.',
  kept: (until) =>
    `We keep your offer no longer than the lists of this election (${until}). If you do not confirm it, we erase it after some days.`,
  keptUntil: (days) => `${days} days after the election is declared valid`,
  send: 'Send my offer',
  faults: {
    nationalNumber: 'Check your national register number: it has eleven digits.',
    lastName: 'Write your family name.',
    birthDate: 'Write your date of birth: day, month and year.',
    email: 'Write a complete e-mail address, like name@example.be.',
    phone: 'Check your telephone number.',
    reach: 'Give an e-mail address or a telephone number.',
    reachPhone: 'Give a telephone number.',
    wish: 'Do not write a national register number here.',
    functions: 'Choose what you would like to do.',
    satBefore: 'Choose yes or no.',
  },
  tooMany: 'Too many forms came from this address. Wait a minute and send it again.',
  elsewhere: 'This form did not come from our page. Check it and send it again.',
  sent: {
    title: 'We received your form',
    mail: 'Did you give an e-mail address? Open the e-mail you get from us, and confirm your offer with the link in it. Without it your offer does not count.',
    phone: 'No e-mail address? Then the municipality calls you.',
    nothing: 'Nothing after an hour? Look in your spam folder, or ask your municipality.',
  },
  confirm: {
    title: 'Confirm your offer',
    text: 'With this button you confirm that it was you who offered to help at the elections.',
    button: 'Yes, this is my offer',
    done: 'Your offer is confirmed',
    doneText:
      'The municipality checks whether you may sit in a station. You will get an e-mail. You may close this window.',
    gone: 'This link does not work any more',
    goneText:
      'Maybe you used it already, or it is too old. Fill in the form again if you still want to help.',
  },
  offer: {
    title: 'Your offer as a volunteer',
    states: {
      NEW: 'Your offer is not confirmed yet.',
      CONFIRMED: 'Your offer is confirmed. The municipality still has to check it.',
      ACCEPTED:
        'The municipality accepts your offer. If somebody is needed, it proposes you and you get a letter.',
      REFUSED: 'The municipality does not accept your offer.',
      WITHDRAWN: 'You took your offer back. How to reach you is erased.',
    },
    reason: 'Why:',
    withdrawText:
      'Changed your mind? Then take your offer back, and we erase how to reach you. Were you called already? Then you are still called.',
    button: 'Take my offer back',
    gone: 'This link does not work any more',
    goneText: 'Maybe your offer is erased already.',
  },
  mail: {
    hello: 'Hello,',
    confirm: {
      subject: 'Confirm your offer as a volunteer',
      lines: [
        'Somebody gave this e-mail address to help at the elections. Was it you? Then open this link, on any device:',
      ],
      until: (moment) => `The link works once, until ${moment}.`,
      after: 'Was it not you? Take the offer back here:',
    },
    accepted: {
      subject: 'Your offer as a volunteer is accepted',
      lines: [
        'The municipality accepts your offer to help at the elections. If somebody is needed, you get a letter that says where and when.',
      ],
      after: 'See here how it stands, or take your offer back:',
    },
    refused: {
      subject: 'Your offer as a volunteer',
      lines: ['The municipality checked your offer to help at the elections, and does not accept it.'],
      after: 'Read here why:',
    },
  },
}
