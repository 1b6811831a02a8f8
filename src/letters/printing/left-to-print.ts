import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { countReleasedNotOnPaper } from '../letters-tally-overview.ts'
import { countingScope } from '../reconciling/reconcile-letters.ts'
import { sectionsToPrint } from './print-overview.ts'

/**
 * How many released letters are still to be put in a file for the printer; before the list is closed there are none. By the sums
 * that the database keeps. Where only those get paper to whom nothing was delivered, no sum says whose letters those are: they
 * are looked at one by one. No law asks that today.
 */
export async function lettersLeftToPrint(db: Db, election: Election): Promise<number> {
  const scope = await countingScope(db, election)
  if (!scope) return 0
  if (scope.policy === 'paper-for-all')
    return countReleasedNotOnPaper(db, election.municipalityId, election.electionId)
  const sections = await sectionsToPrint(db, scope)
  return sections.reduce((sum, { letters }) => sum + letters, 0)
}
