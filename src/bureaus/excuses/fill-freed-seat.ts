import type { Election } from '../../elections/index.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import type { Stepped } from '../assignments/step-assignment.ts'
import { proposeNext } from '../listing/propose-next.ts'

/**
 * Proposes whoever comes next by the lists for a seat that came free, and after them a volunteer: nobody chooses. Where there is nobody more,
 * or there are no lists, the seat stands open in the overview.
 */
export function fillFreedSeat(
  deps: Parameters<typeof proposeNext>[0],
  { election, freed }: { readonly election: Election; readonly freed: SeatedAssignment },
): Promise<Stepped> {
  const { seatId, assignmentId } = freed
  return proposeNext(deps, {
    ...{ election, seatId, replaces: assignmentId },
    ...{ by: 'program', authority: 'municipality' },
  })
}
