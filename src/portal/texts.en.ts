import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  product: 'Digital election letter',
  skip: 'Skip to the content',
  practiceLabel: 'Practice site',
  practice: 'Practice site: everything on this page is made up.',
  wrong: (title) => `Error: ${title}`,
  error: 'Error',
  notRightYet: 'Something still has to be put right',
  languages: 'Language',
  signIn: 'Log in',
  signOut: 'Log out',
  myData: 'My data',
  session: {
    label: 'Your login',
    until: (hour: string) => `If you do nothing, you will be logged out at ${hour}.`,
    stay: 'Stay logged in',
    warning: '# min. left before you are logged out. Choose ‘Stay logged in’ if you need more time.',
    last: '# min. left before you have to log in again. What you send after that is kept until you are logged in again.',
    ended: 'You are logged out. What you still send is kept until you are logged in again.',
    again: 'Log in again',
  },
  kept: {
    title: 'Not sent yet',
    text: 'You had to log in again. What you filled in is still there. Check it and send it again.',
  },
  footer: {
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    letterCheck: 'Is my letter real?',
    openData: 'Open data',
  },
  start: {
    title: 'Your election letter',
    text: 'Log in to read where and when you vote.',
    beside:
      'The digital letter comes on top of the letter on paper. You also find it in your e-Box and in Mijn Burgerprofiel.',
    questions: 'Questions?',
    ask: 'Ask your municipality. Its phone number and e-mail address are on your letter.',
  },
  notThere: {
    title: 'There is no such page',
    text: 'Perhaps the address was not copied in full, or the page is no longer there.',
    back: 'To the start',
  },
  failed: {
    title: 'Something went wrong',
    kept: 'It is not because of what was asked or filled in. What was already saved is still saved.',
    later: 'Please try again in a few minutes.',
    help: 'Does it still not work and do you ask for help? Then give this code:',
  },
  notMine: {
    title: 'There is no such page',
    text: 'There is nothing for you here. Perhaps the address is not complete.',
    back: 'To my elections',
  },
}
