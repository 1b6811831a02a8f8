import { timingSafeEqual } from 'node:crypto'
import { recordAudit, recordAuditAtMost } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { type CredentialClaim, type CredentialId, makeCredential, readCredential } from './credential.ts'
import { selectSettings } from './municipality-store.ts'
import type { Staff } from './staff.ts'
import {
  insertCredential,
  lockStaffMember,
  markRevoked,
  type StoredCredential,
  selectCredential,
} from './staff-store.ts'

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

type NotKnown = 'unknown' | 'expired' | 'revoked' | 'ended'

/**
 * Who a credential belongs to. It is looked up inside its own municipality only, and compared by hash in
 * constant time; a wrong secret and an id that does not exist give the same answer. A refusal is written into the
 * municipality's audit log. Nobody is locked out after many: a secret of 256 bits is not guessed, and whoever knows an
 * id could shut its owner out.
 */
export async function authenticateStaff(
  { database, clock }: { database: Database; clock: Clock },
  credential: string,
): Promise<Result<{ staff: Staff }, NotKnown>> {
  const claim = readCredential(credential)
  if (!claim) return refused('unknown')
  const { municipalityId, credentialId, credentialSha256 } = claim
  return database.inScope(staffOf(municipalityId), async (db) => {
    const stored = await selectCredential(db, municipalityId, credentialId)
    const isSecretRight = stored && timingSafeEqual(stored.credentialSha256, credentialSha256)
    const because = isSecretRight ? whyEnded(stored, clock.now()) : 'unknown'
    if (!stored || because) {
      await recordRefusal(db, claim, because ?? 'unknown', stored)
      return refused(because ?? 'unknown')
    }
    const { staffId, name, rights } = stored.staff
    return { ok: true, staff: { staffId, municipalityId, name, rights } }
  })
}

function whyEnded({ staff, revokedAt, expiresAt }: StoredCredential, now: Date): NotKnown | undefined {
  if (staff.endedAt) return 'ended'
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : undefined
}

const mostRefusalsPerMinute = 30

/** By whom it was tried is known only as far as the credential's id says whose it is; the secret is kept nowhere. */
async function recordRefusal(
  db: Db,
  { municipalityId, credentialId }: CredentialClaim,
  because: NotKnown,
  stored: StoredCredential | undefined,
): Promise<void> {
  if (!(await selectSettings(db, municipalityId))) return // a municipality that is not there has no log
  await recordAuditAtMost(db, mostRefusalsPerMinute, {
    municipalityId,
    actor: stored?.staff.staffId ?? 'unknown',
    action: 'staff.credential-refused',
    ...(stored && { subject: stored.staff.staffId }),
    details: {
      because: stored && because === 'unknown' ? 'wrong-secret' : because,
      credential: credentialId,
    },
  })
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
