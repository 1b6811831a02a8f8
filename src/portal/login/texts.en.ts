import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  signIn: 'Log in',
  again: 'Try again',
  withoutThisPage:
    'Does it not work? Your election letter on paper is valid too. If you received no letter, ask your municipality for a duplicate.',
  signedOut: {
    title: 'You are logged out',
    text: 'Your details are no longer on this device. Close the window if you share this device with someone else.',
  },
  trouble: {
    cancelled: {
      title: 'You are not logged in',
      text: 'You broke off logging in.',
    },
    'not-accepted': {
      title: 'Logging in did not work',
      text: 'We could not check who you are. Perhaps logging in took too long, or the page was still open from before.',
    },
    'not-fresh': {
      title: 'Log in again',
      text: 'The login service could not confirm that you logged in just now.',
    },
    'other-level': {
      title: 'Log in in another way',
      text: 'The way in which you logged in is not enough here. Try again and choose another one, such as itsme or your electronic identity card (eID).',
    },
    'not-reached': {
      title: 'You can’t log in at the moment',
      text: 'The login service does not answer. Try again in a few minutes.',
    },
    'too-many': {
      title: 'One moment, please',
      text: 'Many people are logging in at the same time. Try again in a minute.',
    },
    'not-set-up': {
      title: 'You can’t log in here',
      text: 'Your municipality does not use these pages yet. You find your election letter in your e-Box.',
    },
  },
}
