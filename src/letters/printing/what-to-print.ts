import type { Election } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { countReleasedNotOnPaper, wasAnythingReleased } from '../letters-tally-overview.ts'
import { countingScope } from '../reconciling/reconcile-letters.ts'
import { lettersUnderWay, sectionsToPrint } from './print-overview.ts'

/** What a print run would find now, as far as can be known before it runs. */
export type WhatToPrint =
  | { readonly is: 'list-not-closed' | 'nothing-released' | 'nothing-left' }
  /** `letters` have no outcome in the mailbox yet, and who gets paper follows from that. */
  | { readonly is: 'still-sending'; readonly letters: number }
  | { readonly is: 'ready'; readonly letters: number }

/** Whether there is anything to print, so that no page offers what nothing would come of. `printLetters` judges for itself. */
export async function whatToPrint(
  { database }: { database: Database },
  { election }: { election: Election },
): Promise<WhatToPrint> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const scope = await countingScope(db, election)
    if (!scope) return { is: 'list-not-closed' }
    if (!(await wasAnythingReleased(db, municipalityId, electionId))) return { is: 'nothing-released' }
    const isForTheRest = scope.policy === 'paper-for-the-rest'
    const underWay = isForTheRest ? await lettersUnderWay(db, scope) : 0
    if (underWay > 0) return { is: 'still-sending', letters: underWay }
    const notOnPaper = await countReleasedNotOnPaper(db, municipalityId, electionId)
    const letters =
      isForTheRest && notOnPaper > 0
        ? (await sectionsToPrint(db, scope)).reduce((sum, section) => sum + section.letters, 0)
        : notOnPaper
    return letters > 0 ? { is: 'ready', letters } : { is: 'nothing-left' }
  })
}
