import type { Election } from '../elections/index.ts'
import { lettersOfListNumber } from '../letters/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import type { ListId, VoterId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { currentList, getVoter, getVoterByListNumber } from '../voters/index.ts'
import { type AuditEntry, auditPage } from './audit-overview.ts'

const mostShown = 1000

/** By the id behind a link, or by the number that stands on the letter. */
export type WhichVoter = { readonly voterId: VoterId } | { readonly listNumber: number }

export type PersonRefusal = 'no-list' | 'no-such-voter' | 'reason-missing' | NumberInText

/**
 * The ledger of one voter: everything that anybody did about this person or one of the letters, newest first: who, in what role,
 * what and why. A person may ask for it (GDPR art. 15); that it was shown is an event as well, and stands in it the next time.
 */
export async function showPersonEvents(
  { database }: { database: Database },
  facts: { election: Election; by: string; reason: string } & WhichVoter,
): Promise<Result<{ listNumber: number; entries: readonly AuditEntry[] }, PersonRefusal>> {
  const { election, by } = facts
  const { municipalityId, electionId } = election
  const reason = facts.reason.trim()
  if (reason === '') return refused('reason-missing')
  const inText = refuseNumbers(reason)
  if (inText) return inText
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (!list) return refused('no-list')
    const voter = await findVoter(db, election, list.listId, facts)
    if (!voter) return refused('no-such-voter')
    const { voterId, listNumber } = voter
    const letters = await lettersOfListNumber(db, municipalityId, electionId, listNumber)
    const own = letters.filter((letter) => letter.voter_id === voterId).map((letter) => letter.letter_id)
    const subjects = [voterId, ...own]
    const entries = await auditPage(db, municipalityId, { subjects }, { limit: mostShown })
    const event = { municipalityId, actor: by, action: 'audit.person-shown', subject: voterId }
    await recordAudit(db, { ...event, details: { reason, events: entries.length } })
    return { ok: true, listNumber, entries }
  })
}

function findVoter(db: Db, { municipalityId, electionId }: Election, listId: ListId, which: WhichVoter) {
  return 'voterId' in which
    ? getVoter(db, municipalityId, electionId, listId, which.voterId)
    : getVoterByListNumber(db, municipalityId, electionId, listId, which.listNumber)
}
