import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  notChecked: ' (not checked by a lawyer yet)',
  choose: 'Choose your municipality:',
  none: 'No municipality uses these pages yet.',
  accessibility: {
    title: 'Accessibility',
    pageTitle: (municipality) => `Accessibility: ${municipality}`,
    lead: (law) =>
      `The municipality wants everybody to be able to use these pages. The law asks it too: ${law}. This accessibility statement applies to the pages with your digital election letter at`,
    status: 'Do the pages meet the standard?',
    statuses: {
      full: (norm) => `Yes. These pages fully meet ${norm}.`,
      partial: (norm) => `These pages partly meet ${norm}. Below is what is not right yet.`,
      none: (norm) => `No. These pages do not meet ${norm}.`,
    },
    notAssessed: (norm) =>
      `These pages were made to meet ${norm}. The municipality has not had it checked yet whether they fully do.`,
    limits: 'What is not right yet',
    noLimits: 'The municipality knows of no parts that are not right.',
    otherWays: 'Other ways to read your letter',
    others: [
      'Your letter is there as a web page, as a PDF that a screen reader can read out, and in large print.',
      'You always get a letter on paper as well.',
      'Does it not work? Call or e-mail the municipality: it tells you where and when you vote.',
    ],
    about: 'About this statement',
    written: (day) => `This statement was prepared on ${day}.`,
    assessed: {
      self: (day) => `The municipality assessed the pages itself, on ${day}.`,
      others: (day) => `Somebody from outside the municipality assessed the pages, on ${day}.`,
    },
    form: (form) => `The statement follows the model of ${form}.`,
    feedback: 'Noticed something?',
    feedbackText:
      'Is something not accessible, or do you need information in another form? Let the municipality know:',
    complaint: 'Not satisfied with the answer?',
    complaintText: (where) =>
      `Then first complain to the municipality. If that does not help, you can go to ${where}.`,
  },
  privacy: {
    title: 'Privacy',
    pageTitle: (municipality) => `What ${municipality} does with your details`,
    lead: (law) =>
      `This is about your digital election letter. The municipality has to tell you this under ${law}.`,
    who: 'Who is responsible',
    controller: (controller, municipality) => `${controller} of ${municipality}.`,
    officer: 'Questions about your details? E-mail the data protection officer:',
    noOfficer:
      'Questions about your details? Ask the department above. Who the data protection officer is has not been filled in here yet.',
    what: 'Which details, and where from',
    data: [
      'Your name, your address, your national register number, your date of birth and your nationality, your number on the voters list and your polling station. They come from the voters list, which is made from the National Register.',
      'Your language, if you asked for a letter in another language.',
      'When your letter was sent, whether it arrived, and whether you asked for a duplicate.',
      'Who opened your details, and why. Also when it was you.',
    ],
    protected: 'Your national register number is encrypted. It is never in an address, a log or a cookie.',
    why: 'Why',
    whyText: (basis) =>
      `To send you an election letter, and to show you where and when you vote. The ground is ${basis}. Nothing about you is decided by a computer alone.`,
    recipients: 'Who gets them',
    recipientList: [
      'Your e-Box, if you have one, to deliver the letter.',
      'Whoever prints and delivers the letters on paper.',
      'The login service of the government, if you log in. It then knows that you were here.',
      'The chair of your polling station: the voters list.',
      'Whoever runs these pages for the municipality, and only for that.',
    ],
    mail: 'E-mail, if you asked for it',
    mailText: (basis) =>
      `You can ask for e-mail about your letter. We then keep your e-mail address, encrypted, and the language of the e-mails, until the election is over. The legal basis is ${basis}. You can always stop it: with the link in each e-mail, or after logging in. Whoever sends our e-mails gets your e-mail address and nothing else about you.`,
    howLong: 'How long',
    howLongText: 'That differs per election. After that they are erased.',
    noElection: 'There is no election at the moment of which the letters were sent.',
    until: (data, until, article) => `${data}: until ${until}${article}.`,
    retention: {
      'fps-data': { data: 'The voters list', until: 'the day after the election is declared valid' },
      'bureau-copy': {
        data: 'The list in the polling station',
        until: 'the election is declared valid or void',
      },
      'honour-declarations': {
        data: 'Declarations on honour for a proxy',
        until: 'six months after the election',
      },
      'voters-list': {
        data: 'The voters list',
        until: 'the election is declared valid, or the end of an appeal',
      },
      'digital-letter': { data: 'Your digital letter', until: 'at least 90 days after the election' },
    },
    bureaus: {
      title: 'If you sit in a bureau',
      text: 'The municipality has to put bureaus together. If you sit in a polling or counting bureau, or were called for one, it also keeps this:',
      data: [
        'Your name, your address, your date of birth and your national register number, from the voters list or from whoever named you. Your national register number is encrypted.',
        'For which bureau you are called, when that letter arrived, and what you answered.',
        'Your telephone number, and your e-mail address and account number if you gave them: encrypted.',
        'Why you cannot come, if you said so. A document can be opened only by who decides about it: nobody at the municipality.',
        'In which training you enrolled, and whether you were there.',
        'Whether you were there, and whether you were paid.',
      ],
      recipients:
        'Whoever decides who sits in a bureau (the justice of the peace or a main bureau) sees the people of its bureaus. Whoever pays you gets what is needed for that.',
      howLong: 'How long, per election:',
      retention: {
        'bureau-lists': { data: 'Who can be called', until: 'two days after the election is declared valid' },
        'bureau-composition': {
          data: 'The list of who sits in which bureau',
          until: 'at least the day after the election',
        },
        'bureau-payment': { data: 'What is needed to pay you', until: 'twelve months after the election' },
        'bureau-service': {
          data: 'How often you served in a bureau, as an extract of the population register',
          until: 'thirteen years after the election',
        },
        'bureau-evidence': {
          data: 'Your call, your excuse with documents, and whether you were there',
          until: 'at least six months after the election',
        },
      },
    },
    rights: 'Your rights',
    rightsText:
      'You may ask which details the municipality has of you and who opened them, and have them corrected if they are wrong. You can’t have them erased or object as long as the law obliges the municipality to send you a letter.',
    complaint: (authority) => `Do you think something is wrong? Then you can complain to ${authority}.`,
    device: 'What is on your device',
    deviceText: 'No cookies to follow you, and nothing from other companies. But:',
    cookies: {
      session: 'that you are logged in, until you log out or close your browser',
      framedSession: 'the same, on the site of somebody else that shows these pages',
      app: 'that an app shows these pages, until you close the app, at most for as long as you stay logged in',
      login: 'that you are logging in, a few minutes',
      chair:
        'that this is the phone of who chairs a polling bureau, until noon of the day after the election',
      copyOwner: 'whose screen for the polling station is on this device, until the election is over',
      keptForm:
        'what you sent when you were no longer logged in, encrypted, until you are logged in again, at most half an hour',
      language: 'in which language you read these pages, a year, if you chose one',
      notKept: 'that the screen for the polling station must not be on this device, a year, if you wiped it',
      browser:
        'that somebody logged in with this browser before, half a year: a number that does not say who',
    },
    kept: [
      'Who sits in your bureau and what you noted there: only on the phone of who chairs it, until noon of the day after the election.',
      'The screen for the polling station, if you opened it: until you log out, wipe it, or the election is over.',
      'The page that checks whether a letter is real. There is nothing about you in it.',
    ],
  },
  contact: { phone: 'Phone', email: 'E-mail address' },
}
