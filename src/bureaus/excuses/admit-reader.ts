import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { ExcuseId, StaffId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { copyCaseKey, type Reader } from '../evidence/case-key.ts'
import { fingerprintOf, unlockReaderKey } from '../evidence/reader-key.ts'
import {
  type EvidenceReader,
  putCaseCopy,
  selectCaseCopies,
  selectReaderKey,
  selectReaders,
} from './evidence-store.ts'

export type AdmitRefusal =
  | 'right-missing'
  | 'no-key'
  | 'passphrase-wrong'
  | 'no-such-reader'
  | 'key-changed'
  | 'nothing-to-share'

interface Admission {
  readonly election: Election
  /** One case; absent: every case of the election that who admits can open. */
  readonly excuseId?: ExcuseId | undefined
  /** Who is let in, with the key whose fingerprint was on the page. */
  readonly reader: { readonly staffId: StaffId; readonly fingerprint: string }
  readonly staff: Staff
  readonly passphrase: string
}

/**
 * Who can open a case lets another reader in, who has a key of their own: the private half of the case is opened with the passphrase
 * and sealed again for that key. Nobody else can do it, for nobody else can open the case. Who lets in whom is written down.
 */
export async function admitReader(
  { database }: { readonly database: Database },
  { election, excuseId, reader, staff, passphrase }: Admission,
): Promise<Result<{ cases: number }, AdmitRefusal>> {
  if (!mayDo(staff, 'bureaus.decide')) return refused('right-missing')
  const { municipalityId } = election
  const { staffId } = staff
  const scope = staffOf(municipalityId)
  const found = await database.inScope(scope, async (db) => ({
    own: await selectReaderKey(db, municipalityId, staffId),
    other: (await selectReaders(db, municipalityId)).find((one) => one.staffId === reader.staffId),
  }))
  const { own, other } = found
  if (!own) return refused('no-key')
  if (!other || other.staffId === staffId) return refused('no-such-reader')
  if (fingerprintOf(other.publicKey) !== reader.fingerprint) return refused('key-changed')
  const unlocked = await unlockReaderKey(own, passphrase)
  return database.inScope(scope, async (db) => {
    const event = { municipalityId, actor: staffId, subject: excuseId ?? election.electionId }
    if (!unlocked.ok) {
      await recordAudit(db, {
        ...event,
        action: 'bureaus.evidence-refused',
        details: { admits: other.staffId },
      })
      return unlocked
    }
    const from = { publicKey: own.publicKey, privateKey: unlocked.privateKey }
    const copies = await selectCaseCopies(db, election, { staffId, excuseId })
    let cases = 0
    for (const { copy, excuseId } of copies) {
      const forOther = copied(copy, from, other)
      if (!forOther) continue
      await putCaseCopy(db, election, { excuseId, reader: other, copy: forOther })
      cases++
    }
    if (cases === 0) return refused('nothing-to-share')
    const details = { admits: other.staffId, cases, key: reader.fingerprint }
    await recordAudit(db, { ...event, action: 'bureaus.reader-admitted', details })
    return { ok: true, cases }
  })
}

/** Nothing of a case whose copy is for a key that this reader had before. */
function copied(copy: Uint8Array, from: Reader, { publicKey }: EvidenceReader): Uint8Array | undefined {
  try {
    return copyCaseKey(copy, from, publicKey)
  } catch {
    return undefined
  }
}
