import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { countingScope } from '../reconciling/reconcile-letters.ts'
import { sectionsToPrint } from './print-overview.ts'

/** How many released letters are still to be put in a file for the printer; before the list is closed there are none. */
export async function lettersLeftToPrint(db: Db, election: Election): Promise<number> {
  const scope = await countingScope(db, election)
  const sections = scope ? await sectionsToPrint(db, scope) : []
  return sections.reduce((sum, { letters }) => sum + letters, 0)
}
