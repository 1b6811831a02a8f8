import { getSections, type Section } from '../../elections/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'

/** The section of that number of this election, with its room and building as they are now. */
export async function sectionOf(desk: ElectionDesk, number: number): Promise<Section | undefined> {
  const { municipalityId, electionId } = desk.election
  const sections = await inOwnScope(desk, (db) => getSections(db, municipalityId, electionId))
  return sections.find(({ section }) => section === number)
}
