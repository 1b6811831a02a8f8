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
  print: 'Make a letter to print',
  over: (day) => `The election of ${day} is over. This screen is no longer needed, and no longer kept.`,
  copy: {
    title: 'You are looking at the copy on this device',
    text: 'There is no network now, or it is too slow. Something may have changed since the copy.',
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
    failed:
      'This device can’t keep the screen. So it does not open without network: bring your letter on paper.',
  },
  closed: {
    title: 'This screen has been wiped',
    text: 'The election is over. What it said about you is no longer on this device.',
  },
}
