import type { WhyNot } from './why-not-called.ts'

/** Why somebody on a list is not called, after their name. */
export const whyNotInDutch = {
  candidate: 'is kandidaat bij de verkiezing',
  'no-voter': 'staat niet op de kiezerslijst van deze gemeente',
  struck: 'is geschrapt van de kiezerslijst',
  nationality: 'is geen Belg',
  age: 'is te jong op de dag van de verkiezing',
} as const satisfies Record<WhyNot, string>
