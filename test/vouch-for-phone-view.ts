import { sql } from 'kysely'
import type { Election } from '../src/elections/index.ts'
import type { Db } from '../src/platform/db/database.ts'

const where = '{decisions,phoneView}'

/** Somebody read what the election decides about a phone at the bureau, and vouches for it; or takes that back. */
export async function vouchForPhoneView(
  db: Db,
  { electionId }: Election,
  isVouchedFor = true,
): Promise<void> {
  const by = JSON.stringify({ checkedBy: isVouchedFor ? 'a lawyer' : null, checkedAt: '2029-01-01' })
  await sql`update elections.election
            set settings = jsonb_set(settings, ${where}, (settings #> ${where}) || ${by}::jsonb)
            where election_id = ${electionId}`.execute(db)
}
