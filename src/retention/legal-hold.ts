import type { Election } from '../elections/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { dayInBelgium, isDay } from '../platform/dates.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import { newId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { type LegalHold, openHold, type PurgePlan, planPurge } from './purge-plan.ts'
import { endHold, insertHold, lockElection, purgeState } from './retention-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

export interface HoldFacts {
  readonly election: Election
  /** What is appealed: never the names of who appeals. */
  readonly reason: string
  readonly source: string
  readonly by: string
}

/**
 * Stops every purge of the election. It waits for a step that is under way; once it stands, nothing goes any more. Answers
 * what went before.
 */
export async function placeLegalHold(
  { database, clock }: Deps,
  { election, reason, source, by }: HoldFacts,
): Promise<Result<{ plan: PurgePlan }, 'reason-missing' | 'source-missing' | 'held-already' | NumberInText>> {
  if (reason.trim().length < 3) return refused('reason-missing')
  if (source.trim().length < 3) return refused('source-missing')
  const inText = refuseNumbers(reason, source)
  if (inText) return inText
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElection(db, election)
    const state = await purgeState(db, election)
    const standing = openHold(state)
    if (standing) return refused('held-already', describe(standing))
    const hold = { holdId: newId<string>(), reason, source, placedAt: clock.now(), placedBy: by }
    await insertHold(db, election, hold)
    const event = { municipalityId, actor: by, action: 'election.hold-placed', subject: electionId }
    await recordAudit(db, { ...event, details: { holdId: hold.holdId, reason, source } })
    return { ok: true, plan: planPurge(election, await purgeState(db, election)) }
  })
}

/** Ends the hold that stands, on the day of the decision that ended the appeal. */
export async function liftLegalHold(
  { database, clock }: Deps,
  { election, on, because, by }: { election: Election; on?: string | undefined; because: string; by: string },
): Promise<
  Result<{ plan: PurgePlan }, 'reason-missing' | 'not-a-day' | 'in-the-future' | 'not-held' | NumberInText>
> {
  const today = dayInBelgium(clock.now())
  const day = on ?? today
  if (because.trim().length < 3) return refused('reason-missing')
  const inText = refuseNumbers(because)
  if (inText) return inText
  if (!isDay(day)) return refused('not-a-day', day)
  if (day > today) return refused('in-the-future', `today is ${today}`)
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    await lockElection(db, election)
    const standing = openHold(await purgeState(db, election))
    if (!standing) return refused('not-held')
    await endHold(db, election, { holdId: standing.holdId, on: day, because, at: clock.now(), by })
    const event = { municipalityId, actor: by, action: 'election.hold-lifted', subject: electionId }
    await recordAudit(db, { ...event, details: { holdId: standing.holdId, on: day, because } })
    return { ok: true, plan: planPurge(election, await purgeState(db, election)) }
  })
}

/** The hold in one line, for whoever is refused because of it. */
export function describe({ reason, source, placedAt }: LegalHold): string {
  return `since ${dayInBelgium(placedAt)}: ${reason} (${source})`
}
