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
  whyYou: {
    nl: 'Je krijgt dit bericht omdat je lid bent van een bureau bij de verkiezing.',
    fr: "Vous recevez ce message parce que vous êtes membre d'un bureau lors de l'élection.",
    de: 'Sie bekommen diese Nachricht, weil Sie Mitglied eines Vorstands bei der Wahl sind.',
    en: 'You get this message because you are a member of a polling or counting station at the election.',
  },
} as const
