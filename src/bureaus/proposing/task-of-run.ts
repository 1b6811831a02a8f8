import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault.ts'
import { candidatesOfLists } from './candidates-of-lists.ts'
import { seatingChoices } from './seating-choice-store.ts'
import type { SeatingRun } from './seating-run-store.ts'
import { divisionOf } from './seating-seat-store.ts'
import { type SeatingTask, seatingTask } from './seating-task.ts'

/** What this run is computed from, as it is now. */
export async function taskOf(
  db: Db,
  election: Election,
  vault: Pick<Vault, 'open'>,
  { wishes, staysWith }: Pick<SeatingRun, 'wishes' | 'staysWith'>,
): Promise<SeatingTask> {
  const candidates = await candidatesOfLists(db, election, vault)
  const choices = await seatingChoices(db, election)
  if (!staysWith) return seatingTask(db, { election, candidates, choices, wishes })
  const seats = await divisionOf(db, election, staysWith)
  const before = new Map(seats.flatMap(({ seatId, person }) => (person ? [[seatId, person]] : [])))
  return seatingTask(db, { election, candidates, choices, wishes, before })
}
