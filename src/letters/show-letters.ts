import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type LetterRow, lettersOfListNumber } from './letter-store.ts'

/** Every version of one voter's letter, newest first. It is about one person: who looked is written down. */
export function showLetters(
  { database }: { database: Database },
  { election, listNumber, by }: { election: Election; listNumber: number; by: string },
): Promise<LetterRow[]> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const versions = await lettersOfListNumber(db, municipalityId, electionId, listNumber)
    const subject = versions[0]?.voter_id
    if (subject) await recordAudit(db, { municipalityId, actor: by, action: 'letters.shown', subject })
    return versions
  })
}
