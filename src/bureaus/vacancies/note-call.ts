import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type CallOutcome, insertReserveCall } from './reserve-call-store.ts'
import { volunteersInReserve } from './reserve-of-volunteers.ts'
import { reserveMembers } from './reserves-overview.ts'
import { keyOf } from './show-phone-list.ts'

interface Call {
  readonly election: Election
  /** An assignment of a member, or the offer of a volunteer. */
  readonly who: string
  readonly outcome: CallOutcome
  readonly by: string
}

/** Writes down what a call came to, and who made it. It gives nobody a seat. */
export function noteReserveCall(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { election, who, outcome, by }: Call,
): Promise<Result<object, 'not-in-reserve'>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const all = [...(await reserveMembers(db, election)), ...(await volunteersInReserve(db, election))]
    const found = all.find((one) => keyOf(one) === who)
    if (!found) return refused('not-in-reserve')
    const called = 'assignmentId' in found ? { memberId: found.memberId } : { volunteerId: found.volunteerId }
    const call = { callId: newId<string>(), outcome, calledAt: clock.now(), calledBy: by }
    await insertReserveCall(db, election, { ...call, ...called })
    const event = { municipalityId, actor: by, action: 'bureaus.reserve-phoned', subject: who }
    await recordAudit(db, { ...event, details: { outcome } })
    return { ok: true }
  })
}
