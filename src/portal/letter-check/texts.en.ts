import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'Is this election letter real?',
  lead: 'The code on your letter says which municipality made it. There is nothing about you in it. Your device checks the code itself: what is in it goes nowhere.',
  noScript: 'Your browser can’t check the code, because no scripts may run. Use the steps below.',
  busy: 'We are checking the code …',
  paste: {
    title: 'Check a letter',
    text: 'Scan the code on your letter with the camera of your phone. Or paste the text of the code here.',
    label: 'Text of the code',
    button: 'Check',
    empty: 'Paste the text of the code, or scan the code on your letter.',
  },
  answers: {
    genuine: {
      title: 'The code is real',
      text: 'This letter was made and sent by your municipality. It is not on its list of letters that were replaced or withdrawn.',
      next: 'Somebody can stick a real code on a false letter. So compare what the letter says: log in and read your election letter here.',
    },
    superseded: {
      title: 'This letter was replaced',
      text: 'Your municipality made this letter, and later sent a new one that says something else.',
      next: 'Use the new letter. You don’t have it? Log in, or ask your municipality for it.',
    },
    withdrawn: {
      title: 'This letter was withdrawn',
      text: 'Your municipality made this letter, but it is no longer valid.',
      next: 'Often a new letter follows, for example when your polling place moves. Log in to read where you vote, or ask your municipality.',
    },
    unreleased: {
      title: 'This letter was not sent',
      text: 'Your municipality made this letter, but has not released it yet. Nobody can have received it already.',
      next: 'Do not trust this letter yet. Ask your municipality.',
    },
    signed: {
      title: 'The code is real, but not fully checked',
      text: 'This letter was made by the municipality. We could not check whether it was replaced or withdrawn since: that needs network.',
      next: 'Open this page again when you have network.',
    },
    'no-election': {
      title: 'We can no longer check this letter',
      text: 'The signature of the code is real, but there are no letters of this election here. Perhaps it was over long ago.',
      next: 'Did you get the letter just now? Then do not trust it, and ask your municipality.',
    },
    'unknown-key': {
      title: 'We don’t know this code',
      text: 'The code was not made by a municipality that makes its letters here.',
      next: 'Do not trust the letter until your municipality confirms it.',
    },
    'not-genuine': {
      title: 'This code is not real',
      text: 'Something in the code was changed after it was made, or it was copied.',
      next: 'Do not trust the letter. First scan the code once more: it may also be a stain or a fold.',
    },
    unreadable: {
      title: 'This is not the code of an election letter',
      text: 'We could not read what it says. Perhaps the code was not scanned completely.',
      next: 'Scan the code again, with the whole square in view.',
    },
    'no-keys': {
      title: 'We could not check the code',
      text: 'There is no network, and this device has not kept what is needed to check this code.',
      next: 'Open this page again when you have network.',
    },
    failed: {
      title: 'Your browser can’t check the code',
      text: 'It did not work. That says nothing about your letter.',
      next: 'Use a newer browser, or the steps below.',
    },
  },
  about: { municipality: 'Municipality', election: 'Election', day: 'Day', issuer: 'Enterprise number' },
  notes: {
    notChecked: 'Not checked since',
    notCheckedNext: 'We don’t know what changed after that. Open this page again when you have network.',
    listOf: 'Checked with the list of',
    listOfNext: 'There is no network now: we don’t know what changed after that.',
    playedBack:
      'Just now we got an older list of letters than this device already had. We kept the newest. If this happens again, tell your municipality.',
    over: 'This election is over.',
  },
  mine: 'Show my election letter',
  doubt: 'Still in doubt?',
  signs: [
    'A real election letter never asks for money, a PIN code or a password.',
    'Look at the address at the top of your browser. A false letter can send you to a copied page. So find the website of your municipality yourself, and start there.',
    'See whether the same letter is in your e-Box or in Mijn Burgerprofiel.',
    'Call your municipality. Look up the number yourself, do not use the one on the letter.',
  ],
  suspicious: (address) =>
    `Did you get a suspicious message or a false letter? Send a photo of it to ${address}, and tell your municipality.`,
  noLetter: 'No letter at hand?',
  go: 'Go and vote all the same, with your identity card. The polling station can let you vote if you are on the voters list.',
}
