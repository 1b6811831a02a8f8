import type { BureauRules } from '../bureau-rules.ts'
import type { FirstNumbers } from './kept-numbers.ts'

export interface NumberedMunicipality {
  readonly name: string
  /** The head municipality of the canton. */
  readonly isHead: boolean
  readonly pollingBureaus: number
  /** Of one kind: each kind is numbered by itself. */
  readonly countingBureaus: number
}

/**
 * Where the numbers of each municipality of a canton begin, by its name and in the order in which they are counted. Where numbers go on
 * within the canton, the head municipality begins and the others follow by alphabet: with 16 in the head, the next begins at 17.
 */
export function firstNumbers(
  { numbering }: Pick<BureauRules, 'numbering'>,
  municipalities: readonly NumberedMunicipality[],
): ReadonlyMap<string, FirstNumbers> {
  const goesOn = numbering.value === 'by-canton'
  const inOrder = municipalities.toSorted(
    (a, b) => Number(b.isHead) - Number(a.isHead) || a.name.localeCompare(b.name, 'nl'),
  )
  let next = { firstNumber: 1, firstCounting: 1 }
  return new Map(
    inOrder.map(({ name, pollingBureaus, countingBureaus }) => {
      const first = next
      if (goesOn)
        next = {
          firstNumber: first.firstNumber + pollingBureaus,
          firstCounting: first.firstCounting + countingBureaus,
        }
      return [name, first] as const
    }),
  )
}
