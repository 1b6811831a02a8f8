import { validate } from 'uuid'

/** What was typed cannot be meant. The program ends with 2, as for an option that does not exist. */
export class WrongUse extends Error {}

const mostListNumber = 9_999_999

/** A whole number from 1 to `most`. */
export function wholeNumber(text: unknown, name: string, most = mostListNumber): number {
  const number = Number(text)
  if (typeof text !== 'string' || !Number.isSafeInteger(number) || number < 1 || number > most)
    throw new WrongUse(`${name} is a whole number from 1 to ${most}`)
  return number
}

/** An id as another command printed it. */
export function idFrom<Id extends string>(text: unknown, name: string): Id {
  if (typeof text !== 'string' || !validate(text))
    throw new WrongUse(`${name} is an id of 36 characters, such as 5b0c4f0e-18c5-5c32-8d6e-4f3f2a1b0c9d`)
  return text as Id
}
