import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { violatedConstraint } from '../../platform/db/violation.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { VolunteerId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { VolunteerDeps } from './offer.ts'
import { longestOfApplication } from './volunteer.ts'
import { insertVolunteerMail } from './volunteer-mail-store.ts'
import { lockVolunteer, writeDecision } from './volunteer-store.ts'
import { selectVolunteer } from './volunteers-overview.ts'

export type OfferRefusal =
  | NumberInText
  | 'no-such-volunteer'
  | 'reason-missing'
  | 'not-in-this-state'
  | 'may-not-sit'
  | 'accepted-before'
  | 'is-used'

interface Decision {
  readonly election: Election
  readonly volunteerId: VolunteerId
  readonly accepts: boolean
  /** Of a refusal it is needed, and the applicant reads it. */
  readonly reason: string
  readonly by: string
}

/** Accepts what somebody offers, or refuses it with a reason; who gave an address gets a mail. Nobody whom the rules keep out is accepted. */
export async function decideOffer(
  { database, clock }: Pick<VolunteerDeps, 'database' | 'clock'>,
  decision: Decision,
): Promise<Result<object, OfferRefusal>> {
  const inText = refuseNumbers(decision.reason)
  if (inText) return inText
  try {
    return await database.inScope(staffOf(decision.election.municipalityId), (db) =>
      decide(db, decision, clock.now()),
    )
  } catch (error) {
    if (violatedConstraint(error, 'unique') === 'one_accepted_volunteer') return refused('accepted-before')
    throw error
  }
}

async function decide(
  db: Db,
  { election, volunteerId, accepts, by, ...typed }: Decision,
  at: Date,
): Promise<Result<object, OfferRefusal>> {
  const kept = await lockVolunteer(db, election, volunteerId)
  const shown = kept && (await selectVolunteer(db, election, volunteerId))
  if (!kept || !shown) return refused('no-such-volunteer')
  const reason = typed.reason.trim().slice(0, longestOfApplication.reason) || null
  if (!accepts && !reason) return refused('reason-missing')
  if (shown.isUsed) return refused('is-used')
  if (!(accepts ? ['CONFIRMED'] : ['CONFIRMED', 'ACCEPTED']).includes(kept.state))
    return refused('not-in-this-state', kept.state)
  if (accepts && shown.whyNot.length > 0) return refused('may-not-sit', shown.whyNot.join())
  await writeDecision(db, kept, { state: accepts ? 'ACCEPTED' : 'REFUSED', reason, by, at })
  if (kept.hasEmail) await insertVolunteerMail(db, kept, accepts ? 'accepted' : 'refused', at)
  const { municipalityId } = election
  const event = { municipalityId, actor: by, action: 'bureaus.volunteer-decided', subject: volunteerId }
  await recordAudit(db, { ...event, details: { accepted: accepts } })
  return { ok: true }
}
