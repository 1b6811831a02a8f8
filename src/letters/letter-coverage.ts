import { type Election, getSections, withoutBallot } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { ListId } from '../platform/ids.ts'
import { type LetterCoverage, letterCoverage } from './letter-overview.ts'

/** Do the letters there are and the voters of the list as it is now meet one to one? */
export async function coverageNow(db: Db, election: Election, listId: ListId): Promise<LetterCoverage> {
  const { municipalityId, electionId } = election
  const nothingToVoteFor = withoutBallot(election, await getSections(db, municipalityId, electionId))
  return letterCoverage(db, municipalityId, electionId, listId, nothingToVoteFor)
}

/** In the words of a refusal; nothing when they do. */
export function coverageFault({
  votersWithoutLetter,
  lettersWithoutVoter,
}: LetterCoverage): string | undefined {
  if (votersWithoutLetter + lettersWithoutVoter === 0) return undefined
  return `${votersWithoutLetter} voters without letter, ${lettersWithoutVoter} letters without voter`
}
