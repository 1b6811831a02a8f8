import { recordAudit } from '../platform/audit.ts'
import type { Db } from '../platform/db/database.ts'
import type { Identity } from '../platform/identity.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { insertIdentity, linkIdentity, lockIdentity } from './staff-store.ts'

/**
 * The one row of this person. Who was added by hand before and comes with the same address is that person, so that
 * nobody becomes two.
 */
export async function knownAs(
  db: Db,
  municipalityId: MunicipalityId,
  identity: Pick<Identity, 'issuer' | 'subject' | 'name' | 'email'> & { isDemo: boolean },
): Promise<{ staffId: StaffId; endedAt: Date | null }> {
  const known = await lockIdentity(db, municipalityId, identity)
  if (known) return known
  const email = identity.email?.trim().toLowerCase()
  const linked = email && (await linkIdentity(db, municipalityId, { ...identity, email }))
  if (linked) {
    await recordAudit(db, {
      municipalityId,
      actor: linked.staffId,
      action: 'staff.linked',
      subject: linked.staffId,
    })
    return linked
  }
  const staffId = newId<StaffId>()
  const person = { ...identity, staffId, email }
  if (!(await insertIdentity(db, municipalityId, person))) {
    const meanwhile = await lockIdentity(db, municipalityId, identity)
    if (meanwhile) return meanwhile
    // Some services give colleagues one address: the first of them keeps it.
    await insertIdentity(db, municipalityId, { ...person, email: undefined })
  }
  const event = { municipalityId, actor: staffId, action: 'staff.added', subject: staffId }
  await recordAudit(db, { ...event, details: { by: 'login' } })
  return { staffId, endedAt: null }
}
