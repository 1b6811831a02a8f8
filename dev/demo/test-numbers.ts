import { checkDigits } from '../../src/platform/national-number.ts'
import type { Dice } from './random.ts'

export interface Birth {
  /** `yyyy-mm-dd`; day `00` when it is not known. */
  readonly date: string
  readonly woman: boolean
}

const perDay = 499 // counters 001 to 998, odd for men and even for women

/**
 * Gives out TST numbers, each once: month digits 61–72 can belong to nobody. Counters start anywhere in a day,
 * so that their last digits are spread evenly.
 */
export function testNumbers(dice: Dice): (birth: Birth) => string {
  const given = new Map<string, { readonly start: number; count: number }>()
  return ({ date, woman }) => {
    const key = `${date}${woman}`
    const day = given.get(key) ?? { start: dice.below(perDay), count: 0 }
    given.set(key, day)
    if (day.count === perDay) throw new Error(`no more test numbers for ${date}`)
    const counter = 2 * ((day.start + day.count++) % perDay) + (woman ? 2 : 1)
    const month = String(Number(date.slice(5, 7)) + 60)
    const digits = date.slice(2, 4) + month + date.slice(8) + String(counter).padStart(3, '0')
    return digits + checkDigits(digits, Number(date.slice(0, 4)))
  }
}
