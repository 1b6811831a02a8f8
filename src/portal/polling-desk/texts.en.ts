import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'Show this at the polling station',
  link: 'Show this in the polling room',
  name: 'Name',
  listNumber: 'Number on the voters list',
  room: 'Polling station',
  code: 'Code with the number on the voters list',
  fetched: (moment) => `Fetched on ${moment}.`,
  notOnPhone:
    'Bring your letter on paper too, or only your identity card. It has not been confirmed yet that this screen is enough.',
  paper: 'If you vote by proxy, you need the letter on paper.',
  print: 'Print your letter (PDF)',
  duplicate: {
    'not-received': 'Did you get no letter? Ask for a duplicate.',
    lost: 'Did you get no letter, or have you lost it? Ask for a duplicate.',
  },
  over: (day) => `The election of ${day} is over. This screen is no longer needed, and no longer kept.`,
  copy: {
    title: 'You are looking at the copy on this device',
    text: 'There is no network now, it is too slow, or you are no longer logged in. Something may have changed since the copy.',
    again: 'Fetch the screen again',
  },
  keeping: {
    title: 'Without network',
    kept: (day) =>
      `This screen is now on this device. It also opens without network, up to and including ${day}. Open it once more on the day itself, before you leave.`,
    shared:
      'Whoever uses this device can then open it too. Do you share it with someone? Wipe the screen, or log out.',
    wipe: 'Wipe it from this device',
    wiped: 'The screen is no longer on this device. So it does not open without network.',
    keep: 'Keep it on this device',
    notInFrame:
      'Within this site your device does not keep the screen. So it does not open without network: bring your letter on paper.',
    failed:
      'This device can’t keep the screen. So it does not open without network: bring your letter on paper.',
  },
  door: {
    title: 'You are no longer logged in',
    text: 'Your screen for the polling station is still on this device. You can show it as it is. Log in if you want to know whether anything has changed meanwhile.',
    show: 'Show the screen on this device',
    signIn: 'Log in',
    others: 'Is this somebody else’s device? Log in: what it keeps of that person is then wiped.',
  },
  closed: {
    title: 'This screen has been wiped',
    text: 'The election is over. What it said about you is no longer on this device.',
  },
}
