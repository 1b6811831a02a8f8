import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { sectionsWithLetters } from '../letter-store.ts'

/** Letters name the room of their section: that may change, and then they are made again; the section has to stay. */
export async function keepSectionsWithLetters(
  db: Db,
  { municipalityId, electionId }: Election,
  sections: readonly number[],
): Promise<Refused | undefined> {
  const inUse = await sectionsWithLetters(db, municipalityId, electionId)
  const gone = inUse.filter((section) => !sections.includes(section))
  return gone.length > 0 ? refused('section-in-use', `sections ${gone.join(', ')}`) : undefined
}
