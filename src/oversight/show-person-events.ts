import type { Election } from '../elections/index.ts'
import { lettersOfListNumber } from '../letters/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { VoterId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { currentList, getVoter } from '../voters/index.ts'
import { type AuditEntry, auditPage } from './audit-overview.ts'

const mostShown = 1000

/**
 * The ledger of one voter: everything that anybody did about this person or one of the letters, newest first: who, in what role,
 * what and why. A person may ask for it (GDPR art. 15); that it was shown is an event as well, and stands in it the next time.
 */
export async function showPersonEvents(
  { database }: { database: Database },
  facts: { election: Election; voterId: VoterId; by: string; reason: string },
): Promise<Result<{ entries: readonly AuditEntry[] }, 'no-list' | 'no-such-voter' | 'reason-missing'>> {
  const { election, voterId, by } = facts
  const { municipalityId, electionId } = election
  const reason = facts.reason.trim()
  if (reason === '') return refused('reason-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (!list) return refused('no-list')
    const voter = await getVoter(db, municipalityId, electionId, list.listId, voterId)
    if (!voter) return refused('no-such-voter')
    const letters = await lettersOfListNumber(db, municipalityId, electionId, voter.listNumber)
    const own = letters.filter((letter) => letter.voter_id === voterId).map((letter) => letter.letter_id)
    const subjects = [voterId, ...own]
    const entries = await auditPage(db, municipalityId, { subjects }, { limit: mostShown })
    const event = { municipalityId, actor: by, action: 'audit.person-shown', subject: voterId }
    await recordAudit(db, { ...event, details: { reason, events: entries.length } })
    return { ok: true, entries }
  })
}
