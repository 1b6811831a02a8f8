import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { LetterId } from '../platform/ids.ts'
import type { LetterForm } from './letter-forms/letter-form.ts'
import { storedForm } from './letter-forms/render-form.ts'
import { type LetterRow, lettersById } from './letter-store.ts'
import type { SampleContents } from './proof/take-sample.ts'
import { latestSample } from './releasing/release-store.ts'

export interface SeenLetter {
  readonly letter: LetterRow
  readonly form: LetterForm
}

interface Look {
  readonly election: Election
  readonly letterId: LetterId
  readonly by: string
  /** It is part of a look that was written down a moment ago: its second page. */
  readonly isNoted?: boolean
}

/**
 * One voter's letter, for somebody of the staff to look at. It is about one person, so who looked is written down; a letter
 * of the sample apart, because the program chose it and the person did not. Nothing when there is no such letter.
 */
export function lookAtLetter(
  { database }: { database: Database },
  { election, letterId, by, isNoted = false }: Look,
): Promise<SeenLetter | undefined> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const [letter] = await lettersById(db, municipalityId, electionId, [letterId])
    if (!letter) return undefined
    if (!isNoted) {
      const sample = await latestSample(db, municipalityId, electionId)
      const sampled = (sample?.contents as SampleContents | undefined)?.letters ?? []
      const isSampled = sampled.some((one) => one.letterId === letterId)
      const action = isSampled ? 'proof.letter-shown' : 'letters.shown'
      await recordAudit(db, { municipalityId, actor: by, action, subject: letter.voter_id })
    }
    return { letter, form: await storedForm(db, election, letterId) }
  })
}
