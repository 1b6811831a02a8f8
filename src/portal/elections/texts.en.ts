import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'My elections',
  where: 'Where',
  bureau: (bureau) => `Polling station ${bureau}`,
  when: 'When',
  hours: (opens, closes) => `from ${opens} to ${closes}`,
  bring: 'What to bring',
  bringItems: ['your election letter', 'your identity card'],
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
    title: 'Your polling room was checked',
    text: 'You were sent another letter before. This one replaces it: go to the polling room that is shown here.',
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
