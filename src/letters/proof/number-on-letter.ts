import { parseNationalNumber } from '../../platform/national-number.ts'

/** Eleven digits as a national number is written, also as a regular expression of PostgreSQL. */
export const elevenDigits =
  '(?<![0-9])[0-9]{2}[. ]?[0-9]{2}[. ]?[0-9]{2}[-. ]?[0-9]{3}[-. ]?[0-9]{2}(?![0-9])'

export const numberForm = new RegExp(elevenDigits, 'g')

/** Digits of another thing seldom have the check digits of a national number. */
export function isNationalNumber(digits: string | null, today: Date): boolean {
  return digits !== null && parseNationalNumber(digits, { allowTestNumbers: true, today }).ok
}
