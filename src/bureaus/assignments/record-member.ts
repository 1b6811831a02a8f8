import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MemberId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import type { Vault } from '../../platform/vault.ts'
import { type Member, upsertMember } from './member-store.ts'

export interface NewMember extends Omit<Member, 'memberId'> {
  readonly nationalNumber: NationalNumber
}

/** Keeps a person for the bureaus of an election; the number is sealed before it reaches the database. The same person keeps the id. */
export function recordMember(
  { database, vault, clock }: { database: Database; vault: Vault; clock: Clock },
  { election, member, by }: { election: Election; member: NewMember; by: string },
): Promise<MemberId> {
  const { nationalNumber, ...known } = member
  const sealed = { ...known, nrnCipher: vault.seal(nationalNumber), nrnIndex: vault.index(nationalNumber) }
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const memberId = await upsertMember(db, election, sealed, clock.now())
    await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId })
    return memberId
  })
}
