import { sql } from 'kysely'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { type Refusal, type StepContext, takenMeanwhile } from '../assignments/step-assignment.ts'
import { type ProposedNext, proposeNextIn } from '../listing/propose-next.ts'

/** Why nobody is proposed: the lists have nobody more (or are not made), the chair names whom they want, or polling day is over. */
export type NobodyProposed = 'queue-empty' | 'chosen-by-chair' | 'over' | 'no-such-seat'

/** Who was proposed for a seat that came free, or why nobody. */
export type Replacement =
  | { readonly proposed: SeatedAssignment }
  | { readonly proposed?: undefined; readonly because: NobodyProposed }

/** So often another may take the person who came next before somebody has to ask again. */
const patience = 5

/**
 * Proposes whoever comes next by the lists for a seat that came free, and after them a volunteer: nobody chooses. In the transaction that
 * freed it, so that no seat is free for which nobody was asked; where there is nobody the seat stays open, and that is answered.
 */
export async function fillFreedSeat(
  db: Db,
  deps: { readonly context: StepContext; readonly vault: Vault },
  { seatId, assignmentId }: SeatedAssignment,
): Promise<Replacement> {
  const { election, now } = deps.context
  if (dayInBelgium(now) > election.pollingDay) return { because: 'over' }
  const act = { by: 'program', authority: 'municipality' } as const
  const proposal = { election, seatId, replaces: assignmentId, ...act }
  for (let left = patience; ; left--) {
    const done = await apart(db, () => proposeNextIn(db, deps, proposal))
    if (done.ok) return { proposed: done.assignment }
    if (isNobody(done.because)) return { because: done.because }
    // Somebody else proposed this person by hand at this moment: whoever comes after them is next.
    if (done.because !== 'person-has-seat' || left <= 1) throw new Error(`no replacement: ${done.because}`)
  }
}

function isNobody(because: Refusal): because is NobodyProposed & Refusal {
  return because === 'queue-empty' || because === 'chosen-by-chair' || because === 'no-such-seat'
}

/** What another took first undoes this part, and not the decision that it follows from. */
async function apart(db: Db, work: () => Promise<ProposedNext>): Promise<ProposedNext> {
  await sql`savepoint replacement`.execute(db)
  try {
    const done = await work()
    await sql`release savepoint replacement`.execute(db)
    return done
  } catch (error) {
    const taken = takenMeanwhile(error)
    if (!taken) throw error
    await sql`rollback to savepoint replacement`.execute(db)
    return taken
  }
}
