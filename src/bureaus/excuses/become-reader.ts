import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import { makeReaderKey } from '../evidence/reader-key.ts'
import { replaceReaderKey } from './evidence-store.ts'

/**
 * Who decides gets a key that only their passphrase unlocks. A new one opens what is added to cases that begin from then on; what was
 * sealed for the one before stays closed to it.
 */
export async function becomeReader(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { staff, passphrase }: { readonly staff: Staff; readonly passphrase: string },
): Promise<Result<object, 'right-missing' | 'passphrase-too-short'>> {
  if (!mayDo(staff, 'bureaus.decide')) return refused('right-missing')
  const made = await makeReaderKey(passphrase)
  if (!made.ok) return made
  const { municipalityId, staffId } = staff
  return database.inScope(staffOf(municipalityId), async (db) => {
    await replaceReaderKey(db, municipalityId, { staffId, key: made.key, at: clock.now() })
    await recordAudit(db, {
      ...{ municipalityId, actor: staffId, action: 'bureaus.reader-key-made', subject: staffId },
    })
    return { ok: true }
  })
}
