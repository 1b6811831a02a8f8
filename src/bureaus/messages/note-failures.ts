import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { failMessage, isMessageKnown } from './message-store.ts'
import { readFailures } from './read-failures.ts'
import { noteUnreachable } from './unreachable-store.ts'

export interface NotedFailures {
  /** That are new: whose address takes nothing from now on. */
  readonly noted: number
  /** That were noted before. */
  readonly before: number
  /** Of messages that are none of ours. */
  readonly unknown: number
  /** Reports of something else than a failure for good. */
  readonly others: number
}

/** Takes over a file of what came back. The same file once more changes nothing. */
export function noteFailures(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { election, file, by }: { election: Election; file: string; by: string },
): Promise<NotedFailures> {
  const { municipalityId } = election
  const { failures, others } = readFailures(file)
  return database.inScope(staffOf(municipalityId), async (db) => {
    let [noted, before, unknown] = [0, 0, 0]
    for (const { key, code } of failures) {
      const found = await failMessage(db, municipalityId, { key, code })
      if (!found) {
        if (await isMessageKnown(db, municipalityId, key)) before++
        else unknown++
        continue
      }
      const { electionId, memberId, assignmentId, template, channel } = found
      await noteUnreachable(db, { municipalityId, electionId }, { memberId, channel, code, at: clock.now() })
      const event = { municipalityId, actor: by, action: 'bureaus.message-bounced', subject: assignmentId }
      await recordAudit(db, { ...event, details: { template, channel } })
      noted++
    }
    const details = { noted, before, unknown, others }
    const event = { municipalityId, actor: by, action: 'bureaus.failures-read', subject: election.electionId }
    await recordAudit(db, { ...event, details })
    return details
  })
}
