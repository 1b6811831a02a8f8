import type { KeptKind } from '../bureau-rules.ts'

/** What fills a field when it is filled by words of ours, and not by a fact as it stands. */
export const texts = {
  bureau: {
    POLLING: (number: string) => `stembureau ${number}`,
    COUNTING: (number: string) => `telbureau ${number}`,
    MAIN: (number: string) => `hoofdbureau ${number}`,
    RESERVE: () => 'de reserve van de gemeente',
  } satisfies Record<KeptKind, (number: string) => string>,
  hour: (time: string) => {
    const [hours, minutes] = time.split(':')
    return minutes === '00' ? `${Number(hours)} uur` : `${Number(hours)}.${minutes} uur`
  },
  noHour: 'het uur in je brief',
  noPlace: 'de plaats in je brief',
  noAddress: 'Het adres staat in je brief.',
  /** Under every mail, so that nobody answers to an address that nobody reads. */
  whyYou: 'Je krijgt dit bericht omdat je lid bent van een bureau bij de verkiezing.',
} as const
