import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import type { SeatId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Reason } from '../assigning/seating.ts'
import { type HeldSeat, holdSeat } from '../assignments/assignment-store.ts'
import { upsertMember } from '../assignments/member-store.ts'
import { begun } from '../assignments/propose-member.ts'
import { openIn, type Refusal, type StepContext } from '../assignments/step-assignment.ts'
import type { SeatCandidate } from './seat-candidate.ts'

export interface ToPropose {
  readonly seatId: SeatId
  readonly who: SeatCandidate
  readonly because: readonly Reason[]
}

/** Proposes these people in the caller's transaction, each with why in the timeline; `empty` is told to the log. */
export async function writeProposals(
  db: Db,
  context: StepContext,
  all: readonly ToPropose[],
  { by, empty }: { readonly by: string; readonly empty: number },
): Promise<Result<object, Refusal>> {
  const seats = new Map<SeatId, HeldSeat>()
  for (const { seatId } of all) {
    const seat = await holdSeat(db, context.election, seatId)
    if (!seat) return refused('no-such-seat') // before anything is written
    seats.set(seatId, seat)
  }
  for (const one of all) await write(db, context, { ...one, seat: seats.get(one.seatId)! }, by)
  const { municipalityId, electionId } = context.election
  const event = { municipalityId, actor: by, action: 'bureaus.seating-proposed', subject: electionId }
  await recordAudit(db, { ...event, details: { seated: all.length, empty } })
  return { ok: true }
}

async function write(
  db: Db,
  context: StepContext,
  { seat, who: { member, origin, person }, because }: ToPropose & { readonly seat: HeldSeat },
  by: string,
): Promise<void> {
  const { election, now } = context
  const { municipalityId } = election
  const memberId = await upsertMember(db, election, member, now)
  await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId })
  const rank = origin === 'DRAW' && person.drawRank !== undefined ? { drawRank: person.drawRank } : {}
  const assignment = begun('propose', seat, { memberId, origin, ...rank })
  const details = { because: JSON.stringify(because) }
  await openIn(db, context, { by, authority: 'municipality', details }, { assignment, transition: 'propose' })
}
