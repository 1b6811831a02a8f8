import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, EvidenceId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { deleteEvidence } from './evidence-store.ts'
import { lockOpenExcuse } from './excuse-store.ts'

export type TakeBackRefusal = 'no-open-excuse' | 'found-complete' | 'no-such-document'

interface TakenBack {
  readonly election: Election
  readonly assignmentId: AssignmentId
  readonly evidenceId: EvidenceId
  readonly by: string
}

/**
 * Takes back a document that was added to the open request of this assignment: the sealed file goes for good, and only the audit log tells
 * that it was there. Refused once the municipality found the request complete, for who decides then counts on what is in it; refused as
 * `no-such-document` for one of another request.
 */
export function takeBackEvidence(
  { database }: { readonly database: Database },
  { election, assignmentId, evidenceId, by }: TakenBack,
): Promise<Result<object, TakeBackRefusal>> {
  const { municipalityId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const excuse = await lockOpenExcuse(db, election, assignmentId)
    if (!excuse) return refused('no-open-excuse')
    if (excuse.completeAt) return refused('found-complete')
    const { excuseId } = excuse
    if (!(await deleteEvidence(db, election, { excuseId, evidenceId }))) return refused('no-such-document')
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.evidence-taken-back', subject: assignmentId },
      details: { document: evidenceId },
    })
    return { ok: true }
  })
}
