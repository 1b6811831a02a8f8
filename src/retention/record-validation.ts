import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { dayInBelgium, isDay } from '../platform/dates.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import { type Result, refused } from '../platform/result.ts'
import { type PurgePlan, planPurge } from './purge-plan.ts'
import { lockElection, purgeState, writeValidation } from './retention-store.ts'

export interface ValidationFacts {
  readonly election: Election
  /** `yyyy-mm-dd`. */
  readonly validatedOn: string
  /** Where the decision is to be found: an assembly's session, a ruling's number. */
  readonly source: string
  readonly appealUntil?: string | undefined
  readonly by: string
  /** Answers the plan as it would be, and keeps nothing. */
  readonly isTrial?: boolean
}

type ValidationRefusal =
  | 'not-a-day'
  | 'before-polling-day'
  | 'in-the-future'
  | 'source-missing'
  | 'purged-already'
  | NumberInText

/** Records that the election's result was validated. From then on its data goes by the retention table. */
export async function recordValidation(
  { database, clock }: { database: Database; clock: Clock },
  facts: ValidationFacts,
): Promise<Result<{ plan: PurgePlan }, ValidationRefusal>> {
  const { election, validatedOn, source, appealUntil, by } = facts
  const { municipalityId, electionId } = election
  const fault = faultOf(facts, dayInBelgium(clock.now()))
  if (fault) return fault
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElection(db, election)
    const before = await purgeState(db, election)
    const isChanged =
      before.validation?.validatedOn !== validatedOn ||
      before.validation.appealUntil !== (appealUntil ?? null)
    if (before.purged.length > 0 && isChanged)
      return refused('purged-already', `validated on ${before.validation?.validatedOn}`)
    const recordedAt = clock.now()
    const validation = { validatedOn, source, appealUntil: appealUntil ?? null, recordedAt, recordedBy: by }
    const plan = planPurge(election, { ...before, validation })
    if (facts.isTrial) return { ok: true, plan }
    await writeValidation(db, election, validation)
    const event = { municipalityId, actor: by, action: 'election.validated', subject: electionId }
    await recordAudit(db, { ...event, details: { validatedOn, source, ...(appealUntil && { appealUntil }) } })
    return { ok: true, plan }
  })
}

function faultOf({ election, validatedOn, source, appealUntil }: ValidationFacts, today: string) {
  for (const day of [validatedOn, ...(appealUntil ? [appealUntil] : [])])
    if (!isDay(day)) return refused('not-a-day', day)
  if (source.trim().length < 3) return refused('source-missing')
  const inText = refuseNumbers(source)
  if (inText) return inText
  if (validatedOn < election.pollingDay) return refused('before-polling-day', election.pollingDay)
  if (validatedOn > today) return refused('in-the-future', `today is ${today}`)
  return undefined
}
