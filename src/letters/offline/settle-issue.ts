import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type IssueId, isId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { lettersOfListNumber } from '../letter-store.ts'
import { countIssue } from './count-issue.ts'
import { decideIssue, findIssue, lockVoterNumber } from './issue-store.ts'

export const issueDecisions = ['count', 'set-aside'] as const
export type IssueDecision = (typeof issueDecisions)[number]
export type SettleRefusal = 'no-such-issue' | 'decided-already' | 'note-missing' | 'no-letter'

const longestNote = 500

/**
 * Decides on a duplicate that a device gave and that does not simply count: it counts after all, as one of the letter that the
 * voter has or had last, or it is set aside. The row stays either way, with who decided and why.
 */
export async function settleIssue(
  { database, clock }: { database: Database; clock: Clock },
  facts: { election: Election; issueId: string; decision: IssueDecision; note: string; by: string },
): Promise<Result<object, SettleRefusal>> {
  const { election, decision, by } = facts
  const { municipalityId, electionId } = election
  const note = facts.note.trim().slice(0, longestNote)
  if (note === '') return refused('note-missing')
  if (!isId(facts.issueId)) return refused('no-such-issue')
  const issueId = facts.issueId as IssueId
  return database.inScope(staffOf(municipalityId), async (db) => {
    const found = await findIssue(db, municipalityId, electionId, issueId)
    if (!found) return refused('no-such-issue')
    await lockVoterNumber(db, electionId, found.listNumber)
    const issue = (await findIssue(db, municipalityId, electionId, issueId))!
    if (issue.state !== 'waiting') return refused('decided-already')
    const letters = await lettersOfListNumber(db, municipalityId, electionId, issue.listNumber)
    const letter = letters.find(({ state }) => state === 'released') ?? letters[0]
    if (decision === 'count' && !letter) return refused('no-letter')
    const duplicateId =
      decision === 'count' ? await countIssue(db, election, letter!.letter_id, { ...issue, by }) : null
    const state = decision === 'count' ? 'counted' : 'set-aside'
    await decideIssue(db, municipalityId, electionId, {
      ...{ issueId, state, duplicateId, at: clock.now(), by, note },
    })
    const details = { issueId, deviceId: issue.deviceId, state, conflicts: issue.conflicts }
    const event = { municipalityId, actor: by, action: 'offline.issue-settled', details }
    await recordAudit(db, { ...event, ...(issue.voterId && { subject: issue.voterId }) })
    return { ok: true }
  })
}
