/**
 * The languages in which a citizen can read about an election. What the letter itself may be written in says the law: that is
 * `LetterLanguage`, and is less.
 */
export const languages = ['nl', 'fr', 'de', 'en'] as const
export type Language = (typeof languages)[number]

export type InEachLanguage<T> = Readonly<Record<Language, T>>

/** How days, hours and numbers are written in it, in Belgium. */
export const localeOf: InEachLanguage<string> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  de: 'de-BE',
  en: 'en-GB',
}

export function isLanguage(text: string | undefined): text is Language {
  return languages.some((one) => one === text)
}
