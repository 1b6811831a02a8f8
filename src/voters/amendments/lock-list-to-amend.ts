import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList, lockLists } from '../list-store.ts'
import { mayUndergo, type VotersList } from '../voters-list.ts'

/** The closed list of an election, held until the transaction ends; nothing when none is closed. */
export async function lockListToAmend(
  db: Db,
  { municipalityId, electionId }: Election,
): Promise<VotersList | undefined> {
  await lockLists(db, municipalityId, electionId)
  const list = await currentList(db, municipalityId, electionId)
  return list && mayUndergo('amend', list.state) ? list : undefined
}
