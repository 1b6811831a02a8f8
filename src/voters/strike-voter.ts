import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { VoterId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { insertAmendment, setStruck } from './amendment-store.ts'
import { currentList, lockLists } from './list-store.ts'
import type { StrikeGround } from './voter.ts'
import { getVoter } from './voter-store.ts'
import { mayUndergo } from './voters-list.ts'

export interface Strike {
  readonly election: Election
  readonly voterId: VoterId
  readonly ground: StrikeGround
  /** Reference of the message or decision it rests on; never the story behind it. */
  readonly source: string
  readonly by: string
}

/**
 * Takes a voter off a closed list (KWB art. 92, LPKD art. 17). The row stays, so that the sum of the certificate
 * can be made; the letter is withdrawn by whoever asked for this.
 */
export async function strikeVoter(
  { database, clock }: { database: Database; clock: Clock },
  { election, voterId, ground, source, by }: Strike,
): Promise<Result<object, 'not-closed' | 'not-on-list' | 'already-struck'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockLists(db, municipalityId, electionId)
    const list = await currentList(db, municipalityId, electionId)
    if (!list || !mayUndergo('amend', list.state)) return refused('not-closed')
    const voter = await getVoter(db, municipalityId, electionId, list.listId, voterId)
    if (!voter) return refused('not-on-list')
    if (voter.state === 'struck') return refused('already-struck')
    await setStruck(db, municipalityId, electionId, { listId: list.listId, voterId, struck: true })
    const amendment = { voterId, kind: 'struck', ground, source, at: clock.now(), by } as const
    await insertAmendment(db, municipalityId, electionId, amendment)
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'voters.struck',
      subject: voterId,
      details: { ground },
    })
    return { ok: true }
  })
}
