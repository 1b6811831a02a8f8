import { showTimeline, type Timeline } from '../../delivery/index.ts'
import { type LetterRow, releasesOf, showLetters } from '../../letters/index.ts'
import type { DocumentId } from '../../platform/ids.ts'
import type { VoterFact } from '../../voters/index.ts'
import { type ElectionDesk, inOwnScope } from '../desk.ts'

export interface LetterOfVoter {
  readonly letter: LetterRow
  /** Absent: it was not handed over for delivery. */
  readonly delivery?: Timeline | undefined
}

/** The versions of one voter's letter, newest first, each with what happened to it on its way. */
export async function lettersOfVoter(desk: ElectionDesk, voter: VoterFact): Promise<LetterOfVoter[]> {
  const { deps, election, staff } = desk
  const { municipalityId, electionId } = election
  const by = staff.staffId
  const versions = await showLetters(deps, { election, listNumber: voter.listNumber, by })
  const releases = await inOwnScope(desk, (db) => releasesOf(db, municipalityId, electionId))
  const own = versions.filter((letter) => letter.voter_id === voter.voterId)
  return Promise.all(
    own.map(async (letter) => {
      const documentId = letter.letter_id as unknown as DocumentId
      for (const { campaignId } of releases) {
        const asked = campaignId && { municipalityId, campaignId, documentId, by }
        const delivery = asked && (await showTimeline(deps, asked))
        if (delivery) return { letter, delivery }
      }
      return { letter }
    }),
  )
}
