import type { Desk } from '../../desk.ts'
import { type WishName, wishNames } from './texts.nl.ts'

/** In metres that are travelled more for it. Nobody verified these: they are to be argued about, and stand on the page. */
export const wishWorth = { experience: 2000, household: 5000, lastChair: 3000 } as const satisfies Record<
  WishName,
  number
>

/** The wishes that were ticked, with what they are worth. */
export function tickedWishes(form: Desk['form']): Readonly<Partial<Record<WishName, number>>> {
  const ticked = new Set(form.all('wens'))
  return Object.fromEntries(
    wishNames.filter((name) => ticked.has(name)).map((name) => [name, wishWorth[name]]),
  )
}
