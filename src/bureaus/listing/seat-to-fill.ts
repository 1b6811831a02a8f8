import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { BureauId } from '../../platform/ids.ts'
import { bureauForLists } from '../assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { kindForRules } from '../kind-for-rules.ts'
import type { SeatToFill } from './next-in-queue.ts'

interface HeldSeat {
  readonly bureauId: BureauId
  readonly kind: KeptKind
  readonly role: SeatRole
}

/** What the lists have to know of a seat; nothing for one that no list fills, as in a main bureau. */
export async function seatToFill(
  db: Db,
  election: Election,
  { bureauId, kind: kept, role }: HeldSeat,
): Promise<SeatToFill | undefined> {
  const { section, code } = await bureauForLists(db, election, bureauId)
  const kind = kindForRules({ kind: kept, code })
  return kind && { kind, role, section }
}
