import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import { brokenGlass, insertBrokenGlass } from './broken-glass-store.ts'
import { deputiesFor } from './release-authority.ts'
import { lockOpenRequest } from './release-store.ts'

/** Long enough to look at the proof, too short to be forgotten. */
const holdsForMinutes = 60
/** Shorter is no reason that somebody can judge afterwards. */
export const shortestReason = 20

export type GlassRefusal =
  | 'right-missing'
  | 'nothing-requested'
  | 'same-person'
  | 'other-sample'
  | 'reason-too-short'
  | 'deputy-there'
  | 'broken-already'
  | NumberInText

/**
 * When nobody is there who may release, and no deputy: who manages the staff may release one request, once, within the hour, for
 * a written reason. It gives no power that this person could not take by giving oneself the right; it is said on
 * the certificate and told to everybody who reads the log. Never for an own request.
 */
export async function breakGlass(
  { database, clock }: { database: Database; clock: Clock },
  facts: { election: Election; staff: Staff; sampleSha256: Uint8Array; reason: string },
): Promise<Result<{ until: Date }, GlassRefusal>> {
  const { election, staff, sampleSha256 } = facts
  const { municipalityId, electionId } = election
  if (staff.municipalityId !== municipalityId || !mayDo(staff, 'staff.manage'))
    return refused('right-missing')
  const reason = facts.reason.trim()
  if (reason.length < shortestReason)
    return refused('reason-too-short', `${shortestReason} characters at least`)
  const inText = refuseNumbers(reason)
  if (inText) return inText
  return database.inScope(staffOf(municipalityId), async (db) => {
    const request = await lockOpenRequest(db, municipalityId, electionId)
    if (!request) return refused('nothing-requested')
    const { releaseId, requestedBy } = request
    if (requestedBy === staff.staffId) return refused('same-person')
    if (!request.sampleSha256.equals(sampleSha256)) return refused('other-sample')
    const now = clock.now()
    if ((await deputiesFor(db, municipalityId, requestedBy, now)).length > 0) return refused('deputy-there')
    if (await brokenGlass(db, municipalityId, { electionId, releaseId }, staff.staffId))
      return refused('broken-already')
    const until = new Date(now.getTime() + holdsForMinutes * 60_000)
    const glass = { until, reason, brokenBy: staff.staffId, brokenAt: now }
    await insertBrokenGlass(db, municipalityId, { electionId, releaseId }, glass)
    const event = { municipalityId, actor: staff.staffId, action: 'letters.glass-broken', subject: releaseId }
    await recordAudit(db, { ...event, details: { reason, until: until.toISOString() } })
    return { ok: true, until }
  })
}
