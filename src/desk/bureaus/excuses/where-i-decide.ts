import { electionsOfArea, loadBureauRules, mayAsAuthority, selectReaderKey } from '../../../bureaus/index.ts'
import { type Municipality, type Staff, staffInArea } from '../../../municipalities/index.ts'
import { mapWithLimit } from '../../../platform/concurrency.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import type { ElectionDesk } from '../../desk.ts'
import { narrowed } from '../../with-election.ts'

/** So many municipalities are asked at once, so that one page leaves connections to others. */
const atOnce = 4

/** Another municipality in which who is here decides on excuses, as they are known there. */
export interface DecidesThere {
  readonly municipality: Municipality
  readonly staff: Staff
  /** Absent: nobody can send them a document there. */
  readonly publicKey: Buffer | undefined
}

/** The other municipalities of the area in which who is here decides; none for who comes for no court or main bureau. */
export async function whereIDecide(desk: ElectionDesk): Promise<readonly DecidesThere[]> {
  const { deps, session } = desk
  const granted = session.authority ? await electionsOfArea(deps, session.authority) : []
  const deciding = granted.filter(
    ({ election, kind, municipality }) =>
      municipality.municipalityId !== desk.staff.municipalityId &&
      mayAsAuthority(loadBureauRules(election.ruleset), kind, 'decideExcuses'),
  )
  const each = [...Map.groupBy(deciding, ({ municipality }) => municipality.municipalityId)]
  const found = await mapWithLimit(each, atOnce, async ([municipalityId, [of]]) => {
    const known = of && (await staffInArea(deps, { session, municipalityId }))
    if (!of || !known) return []
    const staff = narrowed(known, of.election, of)
    const key = await deps.database.inScope(staffOf(municipalityId), (db) =>
      selectReaderKey(db, municipalityId, staff.staffId),
    )
    return [{ municipality: of.municipality, staff, publicKey: key && Buffer.from(key.publicKey) }]
  })
  return found.flat()
}
