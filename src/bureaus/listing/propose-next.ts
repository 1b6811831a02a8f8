import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, SeatId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { holdSeat } from '../assignments/assignment-store.ts'
import { upsertMember } from '../assignments/member-store.ts'
import { begun } from '../assignments/propose-member.ts'
import {
  type Act,
  type AssignmentDeps,
  inElection,
  openIn,
  type Refusal,
  type StepContext,
} from '../assignments/step-assignment.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import { carryContact } from '../volunteers/carry-contact.ts'
import { nextVolunteer } from '../volunteers/next-volunteer.ts'
import { nextInQueue } from './next-in-queue.ts'
import { seatToFill } from './seat-to-fill.ts'

export interface NextProposal extends Act {
  readonly election: Election
  readonly seatId: SeatId
  /** The assignment that left this seat free. */
  readonly replaces?: AssignmentId
}

export type ProposedNext = Result<{ assignment: SeatedAssignment }, Refusal>

/** Proposes whoever comes next by the lists for a free seat, or a volunteer where these have nobody left: nobody chooses. */
export function proposeNext(
  deps: AssignmentDeps & { readonly vault: Vault },
  proposal: NextProposal,
): Promise<ProposedNext> {
  return inElection(deps, proposal, (db, context) => proposeNextIn(db, { ...deps, context }, proposal))
}

/**
 * The same in the caller's transaction. What it refuses it refuses before anything is written. Whoever proposes from the same list waits from
 * here until the end of that transaction: do what takes long before. A unique key that another took throws, as `takenMeanwhile` reads it.
 */
export async function proposeNextIn(
  db: Db,
  { context, vault }: { readonly context: StepContext; readonly vault: Vault },
  proposal: NextProposal,
): Promise<ProposedNext> {
  const { election, by, replaces } = proposal
  if (proposal.authority !== 'municipality') return refused('not-in-your-power', proposal.authority)
  const seat = await holdSeat(db, election, proposal.seatId)
  if (!seat) return refused('no-such-seat')
  if (isFilledByChair(context.rules, seat.kind, seat.role)) return refused('chosen-by-chair', seat.role)
  const toFill = await seatToFill(db, election, seat)
  const next =
    toFill && ((await nextInQueue(db, election, toFill)) ?? (await nextVolunteer(db, election, toFill)))
  if (!next) return refused('queue-empty')
  const { origin, drawRank, member, contactSealed } = next
  const memberId = await upsertMember(db, election, member, context.now)
  if (contactSealed) await carryContact(db, { vault }, election, { memberId, contactSealed, at: context.now })
  const { municipalityId } = election
  await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId })
  const assignment = begun('propose', seat, {
    ...{ memberId, origin },
    ...(drawRank !== undefined && { drawRank }),
    ...(replaces && { replaces }),
  })
  await openIn(db, context, proposal, { assignment, transition: 'propose' })
  return { ok: true, assignment }
}
