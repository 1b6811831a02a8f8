import { type FirstNumbers, mainBureaus, type TypedForPlan } from '../../bureaus/index.ts'
import type { FieldErrors } from '../../platform/http/components/index.ts'
import { texts } from './plan-texts.nl.ts'

/** What somebody typed for the plan, checked; what is not typed is the number of now, and seats that are not known. */
export function typedPlan(
  field: (name: string) => string,
  councils: readonly string[],
  now: FirstNumbers,
  main?: readonly string[] | undefined,
): { asked: TypedForPlan; errors: FieldErrors; fields: Readonly<Record<string, string>> } {
  const first = field('eerste').trim() || String(now.firstNumber)
  const counting = field('eerste-tel').trim() || String(now.firstCounting)
  const seats = councils.map((kind) => [kind, field(`zetels-${kind}`).trim()] as const)
  const wrong = seats.filter(([, typed]) => typed !== '' && whole(typed, 200) === undefined)
  const known = seats.flatMap(([kind, typed]) => {
    const number = whole(typed, 200)
    return number === undefined ? [] : [[kind, number] as const]
  })
  return {
    asked: {
      firstNumber: whole(first, 99_999) ?? now.firstNumber,
      firstCounting: whole(counting, 99_999) ?? now.firstCounting,
      seatsToFill: Object.fromEntries(known),
      mainBureaus: main && mainBureaus.filter((key) => main.includes(key)),
    },
    errors: {
      ...(whole(first, 99_999) === undefined && { eerste: texts.form.notANumber }),
      ...(whole(counting, 99_999) === undefined && { 'eerste-tel': texts.form.notANumber }),
      ...Object.fromEntries(wrong.map(([kind]) => [`zetels-${kind}`, texts.form.noSeats])),
    },
    fields: {
      eerste: first,
      'eerste-tel': counting,
      ...(main && { hoofdbureaus: main.join(' ') }),
      ...Object.fromEntries(seats.map(([kind, typed]) => [`zetels-${kind}`, typed])),
    },
  }
}

/** A whole number from 1. */
function whole(typed: string, most: number): number | undefined {
  const number = Number(typed)
  return /^\d{1,5}$/.test(typed) && number >= 1 && number <= most ? number : undefined
}
