import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import type { SeatId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Reason } from '../assigning/seating.ts'
import { type HeldSeat, holdSeat } from '../assignments/assignment-store.ts'
import { upsertMember } from '../assignments/member-store.ts'
import { begun } from '../assignments/propose-member.ts'
import { openIn, type Refusal, type StepContext } from '../assignments/step-assignment.ts'
import { seatToFill } from '../listing/seat-to-fill.ts'
import type { ProposalRemark } from './judge-proposal.ts'
import { passedOver } from './propose-by-hand.ts'
import type { SeatCandidate } from './seat-candidate.ts'

export interface ToPropose {
  readonly seatId: SeatId
  readonly who: SeatCandidate
  readonly because: readonly Reason[]
}

/**
 * Proposes these people in the caller's transaction, each with why in the timeline; `empty` is told to the log. Of people whom somebody
 * chose (`chosen`) it is told too who comes before the lists or before their turn, as of one who is proposed by hand.
 */
export async function writeProposals(
  db: Db,
  context: StepContext,
  all: readonly ToPropose[],
  { by, empty, chosen = false }: { readonly by: string; readonly empty: number; readonly chosen?: boolean },
): Promise<Result<object, Refusal>> {
  const seats = new Map<SeatId, HeldSeat>()
  for (const { seatId } of all) {
    const seat = await holdSeat(db, context.election, seatId)
    if (!seat) return refused('no-such-seat') // before anything is written
    seats.set(seatId, seat)
  }
  for (const one of all) {
    const seat = seats.get(one.seatId)!
    const remarks = chosen ? await remarksOf(db, context, seat, one.who) : []
    await write(db, context, { ...one, seat, remarks }, by)
  }
  const { municipalityId, electionId } = context.election
  const event = { municipalityId, actor: by, action: 'bureaus.seating-proposed', subject: electionId }
  await recordAudit(db, { ...event, details: { seated: all.length, empty } })
  return { ok: true }
}

async function remarksOf(
  db: Db,
  { election }: StepContext,
  held: HeldSeat,
  { origin, member, remarks = [] }: SeatCandidate,
): Promise<readonly ProposalRemark[]> {
  const seat = await seatToFill(db, election, held)
  const by = origin === 'CATEGORY' || origin === 'DRAW' ? origin : 'OTHER'
  return [...remarks, ...(await passedOver(db, election, seat, { origin: by }, member.nrnIndex))]
}

interface ToWrite extends ToPropose {
  readonly seat: HeldSeat
  readonly remarks: readonly ProposalRemark[]
}

async function write(
  db: Db,
  context: StepContext,
  { seat, who: { member, origin, person }, because, remarks }: ToWrite,
  by: string,
): Promise<void> {
  const { election, now } = context
  const { municipalityId } = election
  const memberId = await upsertMember(db, election, member, now)
  await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId })
  const rank = origin === 'DRAW' && person.drawRank !== undefined ? { drawRank: person.drawRank } : {}
  const assignment = begun('propose', seat, { memberId, origin, ...rank })
  const told = remarks.length > 0 ? { remarks: remarks.join(' ') } : {}
  const details = { because: JSON.stringify(because), ...told }
  await openIn(db, context, { by, authority: 'municipality', details }, { assignment, transition: 'propose' })
}
