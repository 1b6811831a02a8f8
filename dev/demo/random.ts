/** Numbers that look random and are the same for the same seed (mulberry32), so that a demo can be told again. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number
  /** A whole number from 0 up to, not including, `sides`. */
  below(sides: number): number
  pick<T>(items: readonly T[]): T
}

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (sides: number) => Math.floor(roll() * sides)
  return { roll, below, pick: (items) => items[below(items.length)]! }
}
