import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  back: { election: 'Back to this election', elections: 'Back to my elections' },
  signIn: {
    title: 'Log in to see your election letter',
    text: 'You cannot log in within this page. It is done in a new window, where you also see your election letter.',
    link: 'Log in in a new window',
  },
  signedOut: 'Your election letter is no longer on this page.',
}
