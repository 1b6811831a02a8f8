import { timingSafeEqual } from 'node:crypto'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { type CredentialId, makeCredential, readCredential } from './credential.ts'
import type { Staff } from './staff.ts'
import { insertCredential, lockStaffMember, markRevoked, selectCredential } from './staff-store.ts'

const millisecondsPerDay = 86_400_000
const defaultDays = 180

/** Issues a credential that works for `validForDays` days (180 when absent). It is in the answer and nowhere else: show it once. */
export async function issueCredential(
  { database, clock }: { database: Database; clock: Clock },
  facts: { municipalityId: MunicipalityId; staffId: StaffId; validForDays?: number; by: string },
): Promise<
  Result<{ credential: string; credentialId: CredentialId; expiresAt: Date }, 'unknown-staff' | 'ended'>
> {
  const { municipalityId, staffId, by } = facts
  const createdAt = clock.now()
  const expiresAt = new Date(createdAt.getTime() + (facts.validForDays ?? defaultDays) * millisecondsPerDay)
  return database.inScope(staffOf(municipalityId), async (db) => {
    const member = await lockStaffMember(db, municipalityId, staffId)
    if (!member) return refused('unknown-staff')
    if (member.endedAt) return refused('ended')
    const credentialId = newId<CredentialId>()
    const credential = makeCredential(municipalityId, credentialId)
    const credentialSha256 = sha256(credential)
    await insertCredential(db, municipalityId, {
      credentialId,
      staffId,
      credentialSha256,
      createdAt,
      expiresAt,
    })
    const event = { municipalityId, actor: by, action: 'staff.credential-issued', subject: staffId }
    await recordAudit(db, {
      ...event,
      details: { credential: credentialId, expiresAt: expiresAt.toISOString() },
    })
    return { ok: true, credential, credentialId, expiresAt }
  })
}

/**
 * Who a credential belongs to. It is looked up inside its own municipality only, and compared by hash in
 * constant time; a wrong secret and an id that does not exist give the same answer.
 */
export async function authenticateStaff(
  { database, clock }: { database: Database; clock: Clock },
  credential: string,
): Promise<Result<{ staff: Staff }, 'unknown' | 'expired' | 'revoked' | 'ended'>> {
  const claim = readCredential(credential)
  if (!claim) return refused('unknown')
  const { municipalityId, credentialId, credentialSha256 } = claim
  const stored = await database.inScope(staffOf(municipalityId), (db) =>
    selectCredential(db, municipalityId, credentialId),
  )
  if (!stored || !timingSafeEqual(stored.credentialSha256, credentialSha256)) return refused('unknown')
  if (stored.staff.endedAt) return refused('ended')
  if (stored.revokedAt) return refused('revoked')
  if (stored.expiresAt <= clock.now()) return refused('expired')
  const { staffId, name, rights } = stored.staff
  return { ok: true, staff: { staffId, municipalityId, name, rights } }
}

export async function revokeCredential(
  { database, clock }: { database: Database; clock: Clock },
  facts: { municipalityId: MunicipalityId; credentialId: CredentialId; by: string },
): Promise<Result<object, 'unknown-credential' | 'already-revoked'>> {
  const { municipalityId, credentialId, by } = facts
  return database.inScope(staffOf(municipalityId), async (db) => {
    const stored = await selectCredential(db, municipalityId, credentialId)
    if (!stored) return refused('unknown-credential')
    if ((await markRevoked(db, municipalityId, { credentialId }, clock.now())) === 0)
      return refused('already-revoked')
    const event = {
      municipalityId,
      actor: by,
      action: 'staff.credential-revoked',
      subject: stored.staff.staffId,
    }
    await recordAudit(db, { ...event, details: { credential: credentialId } })
    return { ok: true }
  })
}
