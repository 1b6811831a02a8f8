import type { BureauRules } from '../bureau-rules.ts'

export interface NumberedMunicipality {
  readonly name: string
  /** The head municipality of the canton. */
  readonly isHead: boolean
  readonly pollingBureaus: number
}

/**
 * The number of the first polling bureau of each municipality of a canton, by its name. Where numbers go on within the canton, the
 * head municipality begins and the others follow by alphabet: with 16 in the head, the next begins at 17.
 */
export function firstNumbers(
  { numbering }: Pick<BureauRules, 'numbering'>,
  municipalities: readonly NumberedMunicipality[],
): ReadonlyMap<string, number> {
  if (numbering.value === 'by-municipality') return new Map(municipalities.map(({ name }) => [name, 1]))
  const inOrder = municipalities.toSorted(
    (a, b) => Number(b.isHead) - Number(a.isHead) || a.name.localeCompare(b.name, 'nl'),
  )
  let next = 1
  return new Map(
    inOrder.map(({ name, pollingBureaus }) => {
      const first = next
      next += pollingBureaus
      return [name, first] as const
    }),
  )
}
