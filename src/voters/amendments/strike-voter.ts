import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { ListId, VoterId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { StrikeGround } from '../voter.ts'
import { getVoter } from '../voter-store.ts'
import { insertAmendment, setStruck } from './amendment-store.ts'
import { lockListToAmend } from './lock-list-to-amend.ts'

export interface Strike {
  readonly election: Election
  readonly voterId: VoterId
  readonly ground: StrikeGround
  /** Reference of the message or decision it rests on; never the story behind it. */
  readonly source: string
  /** Day of the message or decision, as 2029-04-12. */
  readonly decidedOn: string
  readonly by: string
}

/**
 * Takes a voter off a closed list (KWB art. 92, LPKD art. 17). The row stays, so that the sum of the certificate
 * can be made; the letter is withdrawn by whoever asked for this.
 */
export async function strikeVoter(
  { database, clock }: { database: Database; clock: Clock },
  strike: Strike,
): Promise<Result<object, 'not-closed' | 'not-on-list' | 'already-struck'>> {
  const { municipalityId, electionId } = strike.election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await lockListToAmend(db, strike.election)
    if (!list) return refused('not-closed')
    const voter = await getVoter(db, municipalityId, electionId, list.listId, strike.voterId)
    if (!voter) return refused('not-on-list')
    if (voter.state === 'struck') return refused('already-struck')
    await strikeFrom(db, list.listId, strike, clock.now())
    return { ok: true }
  })
}

/** The same in the caller's transaction, for a voter who is known to be on the list. */
export async function strikeFrom(db: Db, listId: ListId, strike: Strike, at: Date): Promise<void> {
  const { election, voterId, ground, source, decidedOn, by } = strike
  const { municipalityId, electionId } = election
  await setStruck(db, municipalityId, electionId, { listId, voterId, struck: true })
  const amendment = { voterId, kind: 'struck', ground, source, decidedOn, at, by } as const
  await insertAmendment(db, municipalityId, electionId, amendment)
  const event = { municipalityId, actor: by, action: 'voters.struck', subject: voterId }
  await recordAudit(db, { ...event, details: { ground } })
}
