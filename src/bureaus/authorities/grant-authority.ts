import type { Election } from '../../elections/index.ts'
import { findIssuer, getSettings } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { isEnterpriseNumber } from '../../platform/enterprise-number.ts'
import { type Result, refused } from '../../platform/result.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { BureauAuthority } from './authority.ts'
import { deleteAuthority, upsertAuthority } from './authority-store.ts'
import { authorityRule } from './rights-in-election.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

export type GrantRefusal =
  | 'not-an-enterprise'
  | 'is-a-municipality'
  | 'no-such-authority-in-election'
  | 'no-such-district'
  | 'district-missing'

/**
 * Lets a court or main bureau see the bureaus of an election, and decide on them as far as the law of that election has it. A municipality
 * can't be one: its staff would decide on whom they propose. Nor can a main bureau that such an election does not have.
 */
export async function grantAuthority(
  { database, clock }: Deps,
  { election, authority, by }: { election: Election; authority: BureauAuthority; by: string },
): Promise<Result<object, GrantRefusal>> {
  const { municipalityId, electionId } = election
  const { enterpriseNumber, kind, district } = authority
  if (!isEnterpriseNumber(enterpriseNumber)) return refused('not-an-enterprise', enterpriseNumber)
  if (await findIssuer(database, enterpriseNumber)) return refused('is-a-municipality', enterpriseNumber)
  return database.inScope(staffOf(municipalityId), async (db) => {
    const because = await whyNotThere(db, election, authority)
    if (because) return refused(because, district)
    await upsertAuthority(db, election, authority, { by, at: clock.now() })
    const event = { municipalityId, actor: by, action: 'bureaus.authority-granted', subject: electionId }
    const details = { organisation: enterpriseNumber, kind, ...(district !== undefined && { district }) }
    await recordAudit(db, { ...event, details })
    return { ok: true }
  })
}

/** A main bureau of which a city has one for each district is granted with its district; no other has one. */
async function whyNotThere(
  db: Db,
  { municipalityId, ruleset }: Election,
  { kind, district }: BureauAuthority,
): Promise<GrantRefusal | undefined> {
  const rules = loadBureauRules(ruleset)
  const rule = authorityRule(rules, kind)
  if (!rule) return 'no-such-authority-in-election'
  const isPerDistrict = rules.mainBureaus.some(({ key, perDistrict }) => key === rule.own && perDistrict)
  const { districts = [] } = isPerDistrict ? await getSettings(db, municipalityId) : {}
  if (district === undefined) return districts.length > 0 ? 'district-missing' : undefined
  return districts.includes(district) ? undefined : 'no-such-district'
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
