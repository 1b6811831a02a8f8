import { longDate } from '../../platform/dates.ts'

/** What the certificate of a training says. */
export const texts = {
  title: 'Bewijs van opleiding',
  declares: (municipality: string, name: string, day: string) =>
    `De gemeente ${municipality} verklaart dat ${name} op ${longDate(day, 'nl')} aanwezig was op een opleiding voor leden van de bureaus van de verkiezing.`,
  part: 'Welke opleiding',
  training: 'Opleiding',
  election: 'Verkiezing',
  day: 'Dag',
  hours: 'Van en tot',
  from: (from: string, until: string) => `${from} tot ${until}`,
  place: 'Plaats',
  online: 'Via internet',
  closing: ['Dit bewijs steunt op wie bij de opleiding als aanwezig is genoteerd.'],
} as const
