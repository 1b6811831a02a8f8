import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Result, refused } from '../platform/result.ts'
import type { SeatedAssignment } from './assignments/assignment.ts'
import { isLive } from './assignments/axes.ts'
import { type Member, membersById } from './assignments/member-store.ts'
import { selectAssignments } from './bureau-overview.ts'
import { keptBureaus } from './planning/bureau-store.ts'
import type { KeptBureau, KeptSeat } from './planning/wanted-bureau.ts'

export interface ShownSeat extends KeptSeat {
  /** Who is proposed or designated for it, and who was there and left: one who stayed away and one who came instead. */
  readonly people: readonly { readonly assignment: SeatedAssignment; readonly member: Member }[]
}

interface Asked {
  readonly election: Election
  readonly number: string
  readonly by: string
  /** Whether who asks may open this one; one that they may not is not found. */
  readonly isShown?: (bureau: KeptBureau) => boolean
}

/** A bureau with who sits in it. Whoever looks at people leaves a trace. */
export function showBureau(
  { database }: { readonly database: Database },
  { election, number, by, isShown = () => true }: Asked,
): Promise<Result<{ bureau: KeptBureau; seats: readonly ShownSeat[] }, 'no-such-bureau'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const bureau = (await keptBureaus(db, election)).find((one) => one.number === number)
    if (!bureau || !isShown(bureau)) return refused('no-such-bureau', number)
    const assignments = await selectAssignments(db, election, { bureaus: [bureau.bureauId] })
    const live = assignments.filter(({ axes }) => isLive(axes))
    const members = await membersById(
      db,
      election,
      live.map(({ memberId }) => memberId),
    )
    const seats = bureau.seats.map((seat) => ({
      ...seat,
      people: live
        .filter(({ seatId }) => seatId === seat.seatId)
        .map((assignment) => ({ assignment, member: members.get(assignment.memberId)! })),
    }))
    await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.shown', subject: bureau.bureauId })
    return { ok: true, bureau, seats }
  })
}
