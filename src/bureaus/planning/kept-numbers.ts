import type { KeptBureau } from './wanted-bureau.ts'

/** Where the numbers of a municipality begin. */
export interface FirstNumbers {
  readonly firstNumber: number
  /** Of the counting bureaus of each kind: A7, B7. */
  readonly firstCounting: number
}

/** The numbers with which the bureaus that are kept begin, and 1 where there are none: a later plan goes on with them. */
export function keptFirstNumbers(kept: readonly Pick<KeptBureau, 'kind' | 'number'>[]): FirstNumbers {
  return { firstNumber: lowest(kept, 'POLLING'), firstCounting: lowest(kept, 'COUNTING') }
}

function lowest(kept: readonly Pick<KeptBureau, 'kind' | 'number'>[], kind: KeptBureau['kind']): number {
  const numbers = kept
    .filter((one) => one.kind === kind)
    .map(({ number }) => Number(/\d+$/.exec(number)?.[0]))
    .filter((number) => number > 0)
  return numbers.length > 0 ? Math.min(...numbers) : 1
}
