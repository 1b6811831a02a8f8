import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'My elections',
  where: 'Where',
  bureau: (bureau) => `Polling station ${bureau}`,
  when: 'When',
  hours: (opens, closes) => `from ${opens} to ${closes}`,
  bring: 'What to bring',
  bringItems: ['your election letter', 'your identity card'],
  advised: {
    title: 'Suggested time',
    between: (from, until) => `between ${from} and ${until}`,
    free: 'That way you wait less. You may also come at another time, as long as the polling station is open.',
    /** For a calendar. */
    inShort: (from, until) =>
      `Suggested time: between ${from} and ${until}. You may also come at another time.`,
  },
  listNumber: 'Your number on the voters list',
  youElect: 'You vote for',
  access: 'How to get in',
  stepFree: 'Can be reached without a step or threshold',
  notStepFree: 'There is a step or a threshold',
  facilities: 'Facilities',
  more: 'All about',
  openLetter: 'Read your election letter',
  appointment: {
    link: 'Add to my calendar',
    title: (election) => `Voting: ${election}`,
    bring: 'Bring your election letter and your identity card.',
  },
  changed: {
    title: 'Your election letter was corrected',
    text: 'You were sent another letter before. This one replaces it: go to the polling room that is shown here.',
  },
  cannotGo: {
    title: 'Can’t you go and vote?',
    text: 'Sometimes another voter may vote for you, with a proxy on an official form.',
    how: 'Read when that is allowed and how it works',
    toForm: (site) => `Go to the form on ${site}`,
    ask: 'Or ask your municipality for the form:',
  },
  none: {
    title: 'You have no election letter here at the moment',
    text: 'There may be several reasons:',
    reasons: [
      'Your municipality has not sent the letters yet.',
      'Your municipality does not use these pages. Your letter on paper is always valid.',
      'You are not on the voters list.',
    ],
    ask: 'If you expected a letter, ask the civil affairs department of your municipality.',
  },
}
