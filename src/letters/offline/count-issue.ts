import { duplicateMark, type Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { DocumentId, IssueId, LetterId } from '../../platform/ids.ts'
import { duplicateId } from '../duplicating/duplicate.ts'
import { insertDuplicate, lockNextNumber } from '../duplicating/duplicate-store.ts'
import type { OfflineIssue } from './offline-issue.ts'

/** Counts what a device gave as a duplicate of this letter, in the caller's transaction. It has no PDF: the device printed it. */
export async function countIssue(
  db: Db,
  { municipalityId, electionId, ...election }: Election,
  letterId: LetterId,
  issue: Pick<OfflineIssue, 'issueId' | 'reason' | 'identity' | 'issuedAt'> & { by: string },
): Promise<DocumentId> {
  const number = await lockNextNumber(db, municipalityId, electionId, letterId)
  const id = duplicateId(letterId, number)
  const { reason, identity, issuedAt, by } = issue
  await insertDuplicate(db, municipalityId, electionId, {
    ...{ duplicateId: id, letterId, number, channel: 'print', reason, identity, issuedAt, issuedBy: by },
    ...{ mark: duplicateMark(election, 'nl'), pdfSha256: null, pdf: undefined },
    requestId: issue.issueId satisfies IssueId,
  })
  return id
}
