import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NationalNumberRules, parseNationalNumber } from '../platform/national-number.ts'
import { type Result, refused } from '../platform/result.ts'
import type { Vault } from '../platform/vault.ts'
import { currentList } from './list-store.ts'
import type { SealedVoter } from './voter.ts'
import { getVoterByPerson } from './voter-store.ts'

export interface LookUp {
  readonly election: Election
  readonly nationalNumber: string
  readonly by: string
  /** Why this person is looked up: it stays in the audit log. Never the number itself. */
  readonly reason: string
}

/**
 * Finds one person on the list in use. Every look-up leaves an audit event, also one that finds nobody: it tells
 * who looked and why, and the voter's id when there is one.
 */
export async function findVoterByNationalNumber(
  deps: {
    database: Database
    vault: Vault
    clock: Clock
    numbers: Omit<NationalNumberRules, 'today'>
  },
  { election, nationalNumber, by, reason }: LookUp,
): Promise<Result<{ voter: SealedVoter }, 'not-a-number' | 'no-list' | 'not-on-list'>> {
  const { municipalityId, electionId } = election
  const parsed = parseNationalNumber(nationalNumber, { ...deps.numbers, today: deps.clock.now() })
  if (!parsed.ok) return refused('not-a-number')
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (!list) return refused('no-list')
    const person = deps.vault.index(parsed.number)
    const voter = await getVoterByPerson(db, municipalityId, electionId, list.listId, person)
    const subject = voter ? { subject: voter.voterId } : {}
    const details = { reason, found: voter !== undefined }
    await recordAudit(db, { municipalityId, actor: by, action: 'voters.looked-up', ...subject, details })
    return voter ? { ok: true, voter } : refused('not-on-list')
  })
}
