import type { AreaElection } from '../../../bureaus/index.ts'
import { type Staff, staffInArea } from '../../../municipalities/index.ts'
import { mapWithLimit } from '../../../platform/concurrency.ts'
import type { ElectionId } from '../../../platform/ids.ts'
import { narrowed } from '../../with-election.ts'
import type { AreaDesk } from './with-area.ts'

/** So many municipalities are asked at once, so that one page leaves connections to others. */
const atOnce = 4

/**
 * Does something in each municipality of which there is something here, as somebody of that municipality, so that it is written down
 * there. One that is not granted any more is left out.
 */
export async function inEachMunicipality<Item extends { readonly electionId: ElectionId }, Outcome>(
  desk: AreaDesk,
  items: readonly Item[],
  work: (of: AreaElection, staff: Staff, items: readonly Item[]) => Promise<Outcome>,
): Promise<Outcome[]> {
  const byElection = [...Map.groupBy(items, ({ electionId }) => electionId)]
  const outcomes = await mapWithLimit(byElection, atOnce, async ([electionId, some]) => {
    const of = desk.coming.find(({ election }) => election.electionId === electionId)
    const municipalityId = of?.election.municipalityId
    const staff = municipalityId && (await staffInArea(desk.deps, { session: desk.session, municipalityId }))
    return of && staff ? [await work(of, narrowed(staff, of.election, of), some)] : []
  })
  return outcomes.flat()
}
