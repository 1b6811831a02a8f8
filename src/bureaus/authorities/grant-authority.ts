import type { Election } from '../../elections/index.ts'
import { findIssuer } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { BureauAuthority } from './authority.ts'
import { deleteAuthority, upsertAuthority } from './authority-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

/**
 * Lets a court or main bureau decide on the bureaus of an election. A municipality can't be one: its staff would decide on whom
 * they propose.
 */
export async function grantAuthority(
  { database, clock }: Deps,
  { election, authority, by }: { election: Election; authority: BureauAuthority; by: string },
): Promise<Result<object, 'not-an-enterprise' | 'is-a-municipality'>> {
  const { municipalityId, electionId } = election
  const { enterpriseNumber, kind } = authority
  if (!isEnterpriseNumber(enterpriseNumber)) return refused('not-an-enterprise', enterpriseNumber)
  if (await findIssuer(database, enterpriseNumber)) return refused('is-a-municipality', enterpriseNumber)
  await database.inScope(staffOf(municipalityId), async (db) => {
    await upsertAuthority(db, election, authority, { by, at: clock.now() })
    const event = { municipalityId, actor: by, action: 'bureaus.authority-granted', subject: electionId }
    await recordAudit(db, { ...event, details: { organisation: enterpriseNumber, kind } })
  })
  return { ok: true }
}

/** From now on it sees nothing of this election; who is logged in for it has to leave when it was the last. */
export async function endAuthority(
  { database }: Deps,
  { election, enterpriseNumber, by }: { election: Election; enterpriseNumber: string; by: string },
): Promise<Result<object, 'no-such-authority'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await deleteAuthority(db, election, enterpriseNumber))) return refused('no-such-authority')
    const event = { municipalityId, actor: by, action: 'bureaus.authority-ended', subject: electionId }
    await recordAudit(db, { ...event, details: { organisation: enterpriseNumber } })
    return { ok: true }
  })
}

/** Ten digits of which the last two check the others. */
function isEnterpriseNumber(text: string): boolean {
  return /^\d{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8))
}
