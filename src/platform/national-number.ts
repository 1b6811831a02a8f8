/**
 * The national register number (rijksregisternummer / INSZ / SSIN), a BIS number, or a TST number:
 * `YYMMDD CCC KK`. Public source of the checks: the Belgif person-identifier rules; TST numbers carry
 * month digits 61–72 and so can belong to nobody.
 */
export type NationalNumber = string & { readonly __nationalNumber: true }

export type NationalNumberFault = 'length' | 'check-digits' | 'date' | 'future' | 'counter' | 'test-number'

export interface NationalNumberRules {
  /** TST numbers: true in development and tests, false in production. */
  readonly allowTestNumbers: boolean
  /** Numbers that can belong to people: false where only invented people may enter. */
  readonly allowRealNumbers?: boolean
  readonly today: Date
}

/** Checks the eleven digits (spaces, dots and dashes of the display form are dropped). */
export function parseNationalNumber(
  text: string,
  rules: NationalNumberRules,
): { ok: true; number: NationalNumber } | { ok: false; because: NationalNumberFault } {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d{11}$/.test(digits)) return { ok: false, because: 'length' }
  const century = centuryOf(digits)
  if (century === undefined) return { ok: false, because: 'check-digits' }
  const month = Number(digits.slice(2, 4))
  const isTest = month >= 61 && month <= 72
  if (isTest ? !rules.allowTestNumbers : rules.allowRealNumbers === false)
    return { ok: false, because: 'test-number' }
  if (!isTest && !isBis(month) && month > 12) return { ok: false, because: 'date' }
  const dateFault = checkDate(
    century + Number(digits.slice(0, 2)),
    monthWithoutOffset(month),
    Number(digits.slice(4, 6)),
    rules,
  )
  if (dateFault) return { ok: false, because: dateFault }
  const counter = Number(digits.slice(6, 9))
  if (month <= 12 && (counter < 1 || counter > 998)) return { ok: false, because: 'counter' }
  return { ok: true, number: digits as NationalNumber }
}

/** Eleven digits in the parts of a national number, with or without anything but letters between the parts. */
const inItsForm =
  /(?<![\p{L}\d])\d{2}[^\p{L}\d]{0,3}\d{2}[^\p{L}\d]{0,3}\d{2}[^\p{L}\d]{0,3}\d{3}[^\p{L}\d]{0,3}\d{2}(?![\p{L}\d])/u
/** Digits with something else but letters between them, in any division. */
const digitGroups = /\d+(?:[^\p{L}\d]{1,3}\d+)*/gu

/**
 * Does a text hold a national number? In its own form also a mistyped one, which may still be somebody's; in any other division
 * eleven digits that have the check digits, so that a date with an hour is left alone.
 */
export function holdsNationalNumber(text: string): boolean {
  if (inItsForm.test(text)) return true
  return (text.match(digitGroups) ?? []).some((written) => {
    const groups = written.match(/\d+/g) ?? []
    return groups.some((_, first) => hasCheckDigits(elevenFrom(groups.slice(first))))
  })
}

/** The first groups, when they are eleven digits together. */
function elevenFrom(groups: readonly string[]): string {
  let digits = ''
  for (const group of groups) {
    digits += group
    if (digits.length >= 11) break
  }
  return digits
}

function hasCheckDigits(digits: string): boolean {
  return digits.length === 11 && centuryOf(digits) !== undefined
}

/** Check digits are 97 − (first nine mod 97), with a 2 before the nine for births from 2000 on: never both. */
function centuryOf(digits: string): 1900 | 2000 | undefined {
  const first = Number(digits.slice(0, 9))
  const check = Number(digits.slice(9))
  if (check === 97 - (first % 97)) return 1900
  if (check === 97 - ((2_000_000_000 + first) % 97)) return 2000
  return undefined
}

function isBis(month: number): boolean {
  return (month >= 20 && month <= 32) || (month >= 40 && month <= 52)
}

function monthWithoutOffset(month: number): number {
  return month >= 61 ? month - 60 : month % 20
}

/** Month 0 and day 0 mean "unknown"; what is known has to exist and to lie in the past. */
function checkDate(
  year: number,
  month: number,
  day: number,
  rules: NationalNumberRules,
): 'date' | 'future' | undefined {
  if (month > 12 || day > 31) return 'date'
  const thisYear = rules.today.getUTCFullYear()
  if (year > thisYear) return 'future'
  if (month === 0 || day === 0) return undefined
  if (day > daysIn(month, year)) return 'date'
  return year === thisYear && Date.UTC(year, month - 1, day) > rules.today.getTime() ? 'future' : undefined
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Between 1900 and 2100, where every fourth year but the first is a leap year. */
function daysIn(month: number, year: number): number {
  const isLeapYear = year % 4 === 0 && year !== 1900
  return month === 2 && isLeapYear ? 29 : monthLengths[month - 1]!
}

/** The check digits of a number under construction. `digits` are the first nine; `born` the full year. */
export function checkDigits(digits: string, born: number): string {
  const first = born >= 2000 ? 2_000_000_000 + Number(digits) : Number(digits)
  return String(97 - (first % 97)).padStart(2, '0')
}

/** `85.01.01-001.47`: as it stands on an identity card, and no number for a spreadsheet. */
export function dottedNumber(number: string): string {
  return number.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5')
}
