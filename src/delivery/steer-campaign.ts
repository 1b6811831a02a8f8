import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { batchSize } from './batch-size.ts'
import { type CampaignRef, nothingLeaves, type Wave } from './campaign.ts'
import { findCampaign, reserveBatches } from './campaign-store.ts'
import { faultOf, type NewSchedule, type ScheduleFault } from './schedule.ts'
import { countedFromNow } from './schedule-overview.ts'
import { lockUntried, regroup, setSchedule, setWave } from './wave-store.ts'

interface Deps {
  readonly database: Database
}

type By = CampaignRef & { readonly by: string }

/** Holds back whatever has not left: within a second nothing more does, until a wave or all of it is let go. */
export function holdCampaign(deps: Deps, campaign: By): Promise<Result<object, 'no-such-campaign'>> {
  return steer(deps, campaign, 'delivery.held-back', async (db) => {
    await setWave(db, campaign, nothingLeaves)
    return { ok: true, details: {} }
  })
}

/**
 * Lets only these documents go, in batches of their own; all others wait until somebody looked. Those that were tried
 * before, or have their outcome, are left as they are. Answers how many go.
 */
export function sendWave(
  deps: Deps,
  { documentIds, ...campaign }: By & { documentIds: readonly DocumentId[] },
): Promise<Result<{ documents: number }, 'no-such-campaign' | 'nothing-in-wave'>> {
  return steer(deps, campaign, 'delivery.wave-sent', async (db) => {
    const untried = await lockUntried(db, campaign, documentIds)
    if (untried.length === 0) return refused('nothing-in-wave')
    const batches = Math.ceil(untried.length / batchSize)
    const from = await reserveBatches(db, campaign, batches)
    await regroup(db, campaign, { documentIds: untried, firstBatch: from })
    const wave: Wave = { from, through: from + batches - 1 }
    await setWave(db, campaign, wave)
    return { ok: true, documents: untried.length, details: { documents: untried.length, ...wave } }
  })
}

/** Lets all that was held back go. */
export function letAllGo(
  deps: Deps,
  campaign: By,
): Promise<Result<object, 'no-such-campaign' | 'nothing-held-back'>> {
  return steer(deps, campaign, 'delivery.all-let-go', async (db) => {
    const { wave } = (await findCampaign(db, campaign))!
    if (!wave) return refused('nothing-held-back')
    await setWave(db, campaign, undefined)
    return { ok: true, details: {} }
  })
}

/**
 * Says when documents may leave; without a schedule they may at any time. While they leave, its days are counted from
 * today and from the first document that is still to go.
 */
export async function scheduleCampaign(
  { database, clock }: Deps & { readonly clock: Clock },
  { schedule: asked, ...campaign }: By & { schedule: NewSchedule | undefined },
): Promise<Result<object, 'no-such-campaign' | ScheduleFault>> {
  const fault = asked && faultOf(asked)
  if (fault) return refused(fault)
  return steer({ database }, campaign, 'delivery.scheduled', async (db) => {
    const schedule = asked && (await countedFromNow(db, campaign, asked, clock.now()))
    await setSchedule(db, campaign, schedule)
    return { ok: true, details: { schedule: schedule ?? null } }
  })
}

type Steered<Facts, Because extends string> = Result<Facts & { details: Record<string, unknown> }, Because>

/** What was decided and by whom, in one transaction. */
function steer<Facts extends object, Because extends string>(
  { database }: Deps,
  { municipalityId, campaignId, by }: By,
  action: string,
  decide: (db: Db) => Promise<Steered<Facts, Because>>,
): Promise<Result<Facts, Because | 'no-such-campaign'>> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await findCampaign(db, { municipalityId, campaignId }))) return refused('no-such-campaign')
    const decided = await decide(db)
    if (!decided.ok) return decided
    const { details } = decided
    await recordAudit(db, { municipalityId, actor: by, action, subject: campaignId, details })
    return decided
  })
}
