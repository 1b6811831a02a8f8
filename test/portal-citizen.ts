import { sql } from 'kysely'
import type { DeskTrial } from '../src/desk/testing.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { startSession } from '../src/portal/login/citizen-session.ts'

/** The cookie of a citizen who is logged in: the one with this number on the list of an election. */
export async function citizenCookie(
  trial: DeskTrial,
  { electionId }: Election,
  listNumber = 1,
): Promise<string> {
  const sealed = await trial.database.inScope(staffOf(trial.here), async (db) => {
    const { rows } = await sql<{ sealed: Buffer }>`
      select v.nrn_cipher as sealed from voters.voter v where v.election_id = ${electionId}
      and v.list_number = ${listNumber}`.execute(db)
    return rows[0]!.sealed
  })
  const citizen = { nationalNumber: trial.deps.vault.open(sealed), name: 'Eerste Kiezer' }
  return `kiesloket-burger=${await startSession(trial.deps, citizen)}`
}
