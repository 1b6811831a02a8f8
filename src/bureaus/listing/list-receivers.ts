import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { BureauAuthority } from '../authorities/authority.ts'
import { authoritiesOf } from '../authorities/authority-store.ts'
import { mayAsAuthority } from '../authorities/rights-in-election.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'

/** The courts and main bureaus that may read a list here: to which the election is granted, and that designate by its rules. */
export async function listReceivers(db: Db, election: Election): Promise<BureauAuthority[]> {
  const rules = loadBureauRules(election.ruleset)
  const granted = await authoritiesOf(db, election)
  return granted.filter(({ kind }) => mayAsAuthority(rules, kind, 'designate'))
}
