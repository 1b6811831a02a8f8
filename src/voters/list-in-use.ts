import type { Election } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import { listsOf, lockLists } from './list-store.ts'

/**
 * Whether a list of this election was accepted: its voters were then checked against the day and the rules of the
 * election. No list is accepted or closed meanwhile: the answer holds until the transaction ends.
 */
export async function hasListInUse(
  db: Db,
  { municipalityId, electionId }: Pick<Election, 'municipalityId' | 'electionId'>,
): Promise<boolean> {
  await lockLists(db, municipalityId, electionId)
  const lists = await listsOf(db, municipalityId, electionId)
  return lists.some(({ state }) => state !== 'imported')
}
