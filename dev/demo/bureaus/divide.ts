import type { App } from '../../../src/app.ts'
import { askSeating, lastSeatingRun, workSeatings } from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import { expectOk } from '../expect-ok.ts'
import type { BureausStaff } from './town.ts'

/** The seats that nobody has yet are divided over the lists; the clerk finds it, and nobody is proposed. */
export async function divide(
  deps: Pick<App, 'database' | 'clock' | 'vault'>,
  election: Election,
  { clerk }: BureausStaff,
): Promise<string> {
  const wishes = { household: 5000, experience: 2000 }
  expectOk(
    'asking for a division',
    await askSeating(deps, { election, wishes, keepRest: false, by: clerk.staffId }),
  )
  const { municipalityId } = election
  await workSeatings(deps, { municipalityId, signal: new AbortController().signal })
  const run = await deps.database.inScope(staffOf(municipalityId), (db) => lastSeatingRun(db, election))
  return `a division of the open seats is ${run?.state}, to be looked at`
}
