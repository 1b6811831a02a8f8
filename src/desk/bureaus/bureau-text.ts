import type { KeptBureau, KeptKind, MainBureau, Origin } from '../../bureaus/index.ts'
import { origins } from './assignment-texts.nl.ts'
import { texts } from './texts.nl.ts'

/** `Stembureau 12`, `Telbureau G3`, `Reserve RP`. */
export function bureauName({ kind, number }: { readonly kind: KeptKind; readonly number: string }): string {
  return `${texts.kinds[kind]} ${number}`
}

/** Where it sits, or what it counts when that is all that is known. */
export function whereText({ kind, code, place, room, counts }: Omit<KeptBureau, 'seats'>): string {
  if (kind === 'RESERVE') return texts.reserve[code] ?? ''
  const main = kind === 'MAIN' ? texts.mainBureaus[code as MainBureau] : undefined
  const where = [main, place, room].filter(Boolean).join(', ')
  if (!counts) return where || texts.noPlace
  return [where, texts.counts(counts)].filter(Boolean).join('; ')
}

export function seatName({ role, ordinal }: { role: keyof typeof texts.roles; ordinal: number }): string {
  return `${texts.roles[role]} ${ordinal}`
}

export function fullName({ lastName, firstNames }: { lastName: string; firstNames: string }): string {
  return [lastName, firstNames].filter(Boolean).join(' ')
}

export function originText(origin: Origin): string {
  if (origin === 'DRAW') return texts.assignment.drawn
  return origin === 'ON_THE_SPOT' ? texts.assignment.onTheSpot : origins[origin].label
}
