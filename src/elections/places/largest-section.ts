import type { Election } from '../election.ts'
import type { Section } from './section.ts'

/** How many voters this section may have at most; nothing where the law sets no bound. */
export function largestSection(
  { ruleset, votingMode }: Pick<Election, 'ruleset' | 'votingMode'>,
  { sizeLeave }: Pick<Section, 'sizeLeave'>,
): number | undefined {
  const { largest, largestDigital, largestByLeave } = ruleset.sectionSizes.value
  const usual = votingMode === 'DIGITAL' ? (largestDigital ?? largest) : largest
  if (usual === undefined || !sizeLeave || largestByLeave === undefined) return usual
  return Math.max(usual, largestByLeave)
}
