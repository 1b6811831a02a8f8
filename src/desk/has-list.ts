import { currentList } from '../voters/index.ts'
import { type ElectionDesk, inOwnScope } from './desk.ts'

/** Whether the election has any voters list: before, nobody is found in it. */
export async function hasVotersList(desk: ElectionDesk): Promise<boolean> {
  const { municipalityId, electionId } = desk.election
  return (await inOwnScope(desk, (db) => currentList(db, municipalityId, electionId))) !== undefined
}
