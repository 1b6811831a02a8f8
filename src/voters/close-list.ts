import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { ListId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import type { Vault } from '../platform/vault.ts'
import { refuseGoneSections } from './importing/row-rules.ts'
import { hashFrozenList } from './list-hash.ts'
import { listsOf, lockLists, markClosed, replaceLists } from './list-store.ts'
import { deleteUploads } from './uploads/upload-store.ts'
import { mayUndergo } from './voters-list.ts'

/**
 * Closes the accepted list and freezes it by the hash of its content. From here on it changes by amendments
 * only; an import that was not accepted is let go.
 */
export async function closeList(
  { database, vault, clock }: { database: Database; vault: Vault; clock: Clock },
  { election, by }: { election: Election; by: string },
): Promise<
  Result<{ listId: ListId; voters: number; sha256: Buffer }, 'not-accepted' | 'list-closed' | 'section-gone'>
> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockLists(db, municipalityId, electionId)
    const lists = await listsOf(db, municipalityId, electionId)
    if (lists.some(({ state }) => state === 'closed')) return refused('list-closed')
    const list = lists.find(({ state }) => mayUndergo('close', state))
    if (!list) return refused('not-accepted')
    const { listId } = list
    const gone = await refuseGoneSections(db, election, listId)
    if (gone) return gone
    const { sha256, voters } = await hashFrozenList(db, vault, election, listId)
    if (voters !== list.voterCount) throw new Error(`the list has ${voters} voters, not ${list.voterCount}`)
    await replaceLists(db, municipalityId, electionId, 'imported')
    await deleteUploads(db, { municipalityId, electionId })
    await markClosed(db, municipalityId, electionId, { listId, at: clock.now(), by, sha256 })
    const details = { voters, sha256: sha256.toString('hex') }
    await recordAudit(db, { municipalityId, actor: by, action: 'voters.closed', subject: listId, details })
    return { ok: true, listId, voters, sha256 }
  })
}
