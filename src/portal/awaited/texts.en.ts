import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'Your election letter is being corrected',
  because: {
    'taken-back': 'Your municipality withdrew your previous letter: what it said is not right any more.',
    'other-room': 'Your previous letter names another polling room than holds now.',
    'not-sent': 'Your municipality has not sent you a letter yet.',
  },
  onList: 'You are on the voters list. You will get a new letter.',
  now: 'Here you read where and when you vote now. This is not an election letter and not a duplicate.',
  bring:
    'Bring your identity card, and your old letter if you have it. The polling station looks at the voters list and decides.',
  noDuplicate: 'You can’t get a duplicate of your old letter. You can of your new letter, once it is there.',
  toElection: 'Where and when you vote',
  replaced: 'Was a screen kept on this device before? This one takes its place.',
  first: {
    title: 'Your election letter will come later',
    onList: 'You are on the voters list. You will get your letter later.',
    bring: 'Bring your identity card, and your letter once you have it.',
    noDuplicate: 'There is no letter to read yet, and so no duplicate. It will come.',
  },
}
