import {
  type KeptBureau,
  type KeptSeat,
  kindForRules,
  listsComeFirst,
  type ShownVolunteer,
  volunteersFor,
} from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import type { Db } from '../../../platform/db/database.ts'

interface OfSeat {
  readonly bureau: KeptBureau
  readonly seat: KeptSeat
}

/** Accepted volunteers who offered what this seat asks; `undefined`: the lists come first. */
export async function volunteersOfSeat(
  db: Db,
  election: Election,
  { bureau, seat }: OfSeat,
): Promise<readonly ShownVolunteer[] | undefined> {
  const kind = kindForRules(bureau)
  if (!kind) return []
  const toFill = { kind, role: seat.role, section: bureau.section }
  const able = await volunteersFor(db, election, toFill)
  if (able.length === 0) return []
  return (await listsComeFirst(db, election, toFill)) ? undefined : able
}
