import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { EvidenceId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { openCaseKey, type Reader } from '../evidence/case-key.ts'
import { type Evidence, openEvidence } from '../evidence/evidence.ts'
import { unlockReaderKey } from '../evidence/reader-key.ts'
import { type SealedDocument, selectReaderKey, selectSealedDocument } from './evidence-store.ts'

export type OpenRefusal = 'right-missing' | 'no-such-document' | 'no-key' | 'passphrase-wrong' | 'not-for-you'

interface Asked {
  readonly election: Election
  readonly evidenceId: EvidenceId
  readonly staff: Staff
  readonly passphrase: string
}

/** Opens a document with the passphrase of who decides. That it was opened, or tried with a wrong passphrase, is written down first. */
export async function openDocument(
  { database }: { readonly database: Database },
  { election, evidenceId, staff, passphrase }: Asked,
): Promise<Result<{ evidence: Evidence }, OpenRefusal>> {
  const { municipalityId } = election
  const { staffId } = staff
  if (!mayDo(staff, 'bureaus.decide')) return refused('right-missing')
  const scope = staffOf(municipalityId)
  const found = await database.inScope(scope, async (db) => ({
    document: await selectSealedDocument(db, election, { evidenceId, staffId }),
    key: await selectReaderKey(db, municipalityId, staffId),
  }))
  const { document, key } = found
  if (!document) return refused('no-such-document')
  if (!key) return refused('no-key')
  const noted = (action: string) =>
    database.inScope(scope, (db) =>
      recordAudit(db, {
        ...{ municipalityId, actor: staffId, action, subject: document.excuseId },
        details: { document: evidenceId },
      }),
    )
  const unlocked = await unlockReaderKey(key, passphrase)
  if (!unlocked.ok) {
    await noted('bureaus.evidence-refused')
    return unlocked
  }
  const caseKey = privateHalf(document, { publicKey: key.publicKey, privateKey: unlocked.privateKey })
  if (!caseKey) return refused('not-for-you')
  const evidence = openEvidence(document.sealed, { publicKey: document.caseKey, privateKey: caseKey })
  await noted('bureaus.evidence-opened')
  return { ok: true, evidence }
}

/** Nothing when no copy was made for this reader, or for a key they had before. */
function privateHalf({ copy }: SealedDocument, reader: Reader): Uint8Array | undefined {
  if (!copy) return undefined
  try {
    return openCaseKey(copy, reader)
  } catch {
    return undefined
  }
}
