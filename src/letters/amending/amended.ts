import type { Mutation } from '../../voters/index.ts'

/** What was amended, by list number, and what it meant for the letters. */
export interface Amended {
  readonly struck: readonly number[]
  readonly added: readonly number[]
  readonly corrected: readonly number[]
  readonly grounds: readonly CountOfGround[]
  /** Letters that were taken back. */
  readonly withdrawn: number
  /** Of those: how many nobody had got, for they were not released; and how many had left already. */
  readonly notReleased: number
  readonly sent: number
  /** Corrections of what stands on no letter: the letter stays. */
  readonly notOnLetter: number
  /** Voters who have to get a letter now: added, or corrected in what the letter shows. */
  readonly toMake: number
}

export interface CountOfGround {
  readonly kind: Mutation['kind']
  readonly ground: Mutation['ground']
  readonly count: number
}

/** How often each ground is given, by what is done on it. */
export function countGrounds(mutations: readonly Mutation[]): CountOfGround[] {
  const counts = new Map<string, CountOfGround>()
  for (const { kind, ground } of mutations) {
    const key = `${kind} ${ground}`
    counts.set(key, { kind, ground, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
