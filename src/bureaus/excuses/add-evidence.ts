import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AssignmentId, type EvidenceId, type ExcuseId, newId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { makeCaseKey } from '../evidence/case-key.ts'
import { type FileRefusal, readEvidence, sealEvidence } from '../evidence/evidence.ts'
import { insertEvidence, putCaseCopy, selectReaders, setCaseKey } from './evidence-store.ts'
import { mostDocuments } from './excuse.ts'
import { documentsOf, type KeptExcuse, lockOpenExcuse } from './excuse-store.ts'

export type EvidenceRefusal = FileRefusal | 'no-open-excuse' | 'too-many-documents' | 'nobody-reads-yet'

interface Added {
  readonly election: Election
  readonly assignmentId: AssignmentId
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  readonly by: string
}

/**
 * Adds a document to the open request, sealed so that only who decides can open it. With the first one the case gets its key: until
 * then who becomes a reader can read it, and as long as nobody is one no document is taken (decision 0119).
 */
export async function addEvidence(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { election, assignmentId, file, by }: Added,
): Promise<Result<{ evidenceId: EvidenceId }, EvidenceRefusal>> {
  const read = await readEvidence(file.name, file.bytes)
  if (!read.ok) return read
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const excuse = await lockOpenExcuse(db, election, assignmentId)
    if (!excuse) return refused('no-open-excuse')
    const { excuseId } = excuse
    if ((await documentsOf(db, election, excuseId)).length >= mostDocuments)
      return refused('too-many-documents')
    const caseKey = await keyOfCase(db, election, excuse)
    if ('because' in caseKey) return caseKey
    const evidenceId = newId<EvidenceId>()
    const { type, bytes } = read.evidence
    await insertEvidence(db, election, {
      ...{ excuseId, sealed: sealEvidence(read.evidence, caseKey.publicKey) },
      document: { evidenceId, type, bytes: bytes.length, addedAt: clock.now() },
    })
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'bureaus.evidence-added',
      subject: assignmentId,
    })
    return { ok: true, evidenceId }
  })
}

async function keyOfCase(
  db: Db,
  election: Election,
  { excuseId, caseKey }: KeptExcuse & { readonly excuseId: ExcuseId },
): Promise<{ readonly publicKey: Uint8Array } | Refused<'nobody-reads-yet'>> {
  if (caseKey) return { publicKey: caseKey }
  const readers = await selectReaders(db, election.municipalityId)
  if (readers.length === 0) return refused('nobody-reads-yet')
  const made = makeCaseKey(readers.map(({ publicKey }) => publicKey))
  await setCaseKey(db, election, excuseId, made.publicKey)
  for (const [place, reader] of readers.entries())
    await putCaseCopy(db, election, { excuseId, reader, copy: made.copies[place]! })
  return made
}
