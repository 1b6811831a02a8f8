import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { ListId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { refuseGoneSections } from './importing/row-rules.ts'
import { listsOf, lockLists, markAccepted, replaceLists } from './list-store.ts'
import { indexForSearch } from './searching/search-store.ts'
import { deleteUploads } from './uploads/upload-store.ts'
import { mayUndergo } from './voters-list.ts'

/**
 * The clerk has read the report and takes the imported list into use; an accepted list before it is replaced.
 * From here on its voters are searched, which takes an index: some seconds for 400 000. Refused when a section it names has gone since the import.
 */
export async function acceptList(
  { database, clock }: { database: Database; clock: Clock },
  { election, by }: { election: Election; by: string },
): Promise<Result<{ listId: ListId; voters: number }, 'nothing-to-accept' | 'list-closed' | 'section-gone'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockLists(db, municipalityId, electionId)
    const lists = await listsOf(db, municipalityId, electionId)
    if (lists.some(({ state }) => state === 'closed')) return refused('list-closed')
    const list = lists.find(({ state }) => mayUndergo('accept', state))
    if (!list) return refused('nothing-to-accept')
    const gone = await refuseGoneSections(db, election, list.listId)
    if (gone) return gone
    await indexForSearch(db, municipalityId, list.listId)
    await replaceLists(db, municipalityId, electionId, 'accepted')
    await deleteUploads(db, { municipalityId, electionId })
    await markAccepted(db, municipalityId, electionId, { listId: list.listId, at: clock.now(), by })
    const details = { voters: list.voterCount }
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'voters.accepted',
      subject: list.listId,
      details,
    })
    return { ok: true, listId: list.listId, voters: list.voterCount }
  })
}
