import { holdsNationalNumber } from './national-number.ts'
import { type Refused, refused } from './result.ts'

/** A national number stands in a text that is kept for good. */
export type NumberInText = 'number-in-text'

/**
 * For every use case that keeps what somebody typed in the audit log, where nothing is ever changed or taken out: refuses texts in
 * which a national number stands; nothing when they may be kept. Asked first, before anything is looked up or done.
 */
export function refuseNumbers(...texts: readonly (string | undefined)[]): Refused<NumberInText> | undefined {
  return texts.some((text) => text !== undefined && holdsNationalNumber(text))
    ? refused('number-in-text')
    : undefined
}

/** For what may not wait until a text is mended: a text in which such a number stands loses all its digits. */
export function maskNumbers(text: string): string {
  return holdsNationalNumber(text) ? text.replace(/\d/g, '#') : text
}
