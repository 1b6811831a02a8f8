import type { Description, Question } from '../../voters/index.ts'

/** A name with street and number, or what a scanner reads off a letter, which is shorter. */
export const longestTyped = 400
const mostListDigits = 7
const date = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/

/**
 * What a clerk means by what stands in the one search box: a list number, a national number with or without its points,
 * or a name, with a birth date (`3/4/1980`) and behind a comma a street and number where they know them.
 */
export function typedQuestion(typed: string): Question {
  const digits = typed.replaceAll(/[\s.-]/g, '')
  if (/^\d+$/.test(digits) && !date.test(typed))
    return digits.length <= mostListDigits ? { listNumber: Number(digits) } : { nationalNumber: typed }
  const [day, rest] = withoutDay(typed)
  const [name = '', ...place] = rest.split(',')
  return { name: name.trim(), birthDate: day, ...placeTyped(place.join(' ').trim()) }
}

/** What a scanner typed: an address, which nobody looks for by hand. */
export function isCode(typed: string): boolean {
  return /^https?:\/\/\S*$/i.test(typed)
}

function withoutDay(typed: string): [day: string | undefined, rest: string] {
  const found = date.exec(typed)
  if (!found) return [undefined, typed]
  const [whole, day, month, year] = found
  const iso = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return [iso, typed.replace(whole, ' ')]
}

function placeTyped(place: string): Pick<Description, 'street' | 'houseNumber'> {
  const [, street, houseNumber] = /^(.*?)\s+(\d\S*)$/.exec(place) ?? []
  return street ? { street, houseNumber } : { street: place }
}
