import type { Election } from '../../elections/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, MemberId, SeatId } from '../../platform/ids.ts'
import { refused } from '../../platform/result.ts'
import { holdSeat } from './assignment-store.ts'
import { isMember } from './member-store.ts'
import { begun } from './propose-member.ts'
import {
  type Act,
  type AssignmentDeps,
  inElection,
  openIn,
  type StepContext,
  type Stepped,
} from './step-assignment.ts'

export interface OnTheSpot extends Act {
  readonly election: Election
  readonly seatId: SeatId
  readonly memberId: MemberId
  readonly replaces?: AssignmentId
}

/** The chair completes the bureau with a voter who is there (KWB 103, LPKD 126 and 150). Only on polling day. */
export function appointOnTheSpot(deps: AssignmentDeps, appointed: OnTheSpot): Promise<Stepped> {
  return inElection(deps, appointed, (db, context) => appointIn(db, context, appointed))
}

/** The same in the caller's transaction. */
export async function appointIn(db: Db, context: StepContext, appointed: OnTheSpot): Promise<Stepped> {
  if (appointed.authority !== 'chair') return refused('not-in-your-power', appointed.authority)
  if (dayInBelgium(context.now) !== appointed.election.pollingDay) return refused('not-on-polling-day')
  const seat = await holdSeat(db, appointed.election, appointed.seatId)
  if (!seat) return refused('no-such-seat')
  if (!(await isMember(db, appointed.election, appointed.memberId))) return refused('no-such-member')
  const opened = begun('appoint-on-the-spot', seat, { ...appointed, origin: 'ON_THE_SPOT' })
  const assignment = { ...opened, designatedAt: context.now }
  await openIn(db, context, appointed, { assignment, transition: 'appoint-on-the-spot' })
  return { ok: true, assignment }
}
