import type { VoterCategory } from '../../elections/index.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import type { FindingCode } from './import-finding.ts'

const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const writtenDate = /^\d{4}-\d\d-\d\d$/

/** Written as 1985-01-31, and no day that exists. */
export function isNoDay(text: string): boolean {
  return writtenDate.test(text) && !isDate(text)
}

/** A day that exists, written as 1985-01-31. */
export function isDate(text: string): boolean {
  if (!writtenDate.test(text)) return false
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (monthLengths[month - 1] ?? 0) && (month !== 2 || day < 29 || isLeap)
}

/** In whole years, on polling day. */
export interface AgeBounds {
  readonly from: number
  readonly to?: number | undefined
}

export interface AgeRules {
  readonly pollingDay: string
  readonly birthdayOn29February: '28 February' | '1 March'
  /** Of the categories that have a vote, as the ruleset has it. */
  readonly ages: Readonly<Partial<Record<VoterCategory, AgeBounds>>>
  /** Somebody may be older; a century that was read wrongly is likelier. */
  readonly oldestAge: number
}

/**
 * Compares the birth date with the number and, on polling day, with the age that the category takes: who is younger
 * has no vote. A list without birth dates is not judged: a date derived from a national number is not proof of anything.
 */
export function ageFindings(
  voter: { readonly birth_date: string; readonly category: string },
  number: NationalNumber | undefined,
  { pollingDay, birthdayOn29February: leapDay, ages, oldestAge }: AgeRules,
): FindingCode[] {
  const found: FindingCode[] = []
  const inNumber = number && dateInNumber(number)
  if (inNumber && inNumber !== voter.birth_date.slice(2).replaceAll('-', '')) found.push('birth-date-differs')
  const age = ageOn(pollingDay, voter.birth_date, leapDay)
  const voting = ages[voter.category as VoterCategory]
  if (voting && age < voting.from) found.push('below-voting-age')
  else if (voting?.to !== undefined && age > voting.to) found.push('age-against-category')
  if (age >= oldestAge) found.push('very-old')
  return found
}

/** In whole years. Where 29 February counts as 1 March, a birthday of `-02-29` comes after `-02-28` by itself. */
function ageOn(day: string, birthDate: string, leapDay: AgeRules['birthdayOn29February']): number {
  const isEarly = leapDay === '28 February' && birthDate.endsWith('-02-29') && day.endsWith('-02-28')
  const isReached = birthDate.slice(4) <= day.slice(4) || (isEarly && !isDate(`${day.slice(0, 4)}-02-29`))
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (isReached ? 0 : 1)
}

/** `YYMMDD` of a register or test number whose day and month are known; a BIS number proves nothing here. */
function dateInNumber(number: NationalNumber): string | undefined {
  const digits = Number(number.slice(2, 4))
  const month = digits > 60 ? digits - 60 : digits
  const day = number.slice(4, 6)
  if (month === 0 || month > 12 || day === '00') return undefined
  return number.slice(0, 2) + String(month).padStart(2, '0') + day
}
