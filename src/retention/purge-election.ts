import { stopCampaign } from '../delivery/index.ts'
import { type Election, type UnsignedValue, unsignedValues } from '../elections/index.ts'
import { publicCopyOfSigned } from '../letters/index.ts'
import { getSettings } from '../municipalities/index.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { dayInBelgium } from '../platform/dates.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { environmentOf } from '../platform/db/environment.ts'
import { staffOf } from '../platform/db/scope.ts'
import { lockNotGranted } from '../platform/db/violation.ts'
import { type Result, refused } from '../platform/result.ts'
import type { Signer } from '../platform/signer.ts'
import type { PurgeStep } from './holdings.ts'
import { describe } from './legal-hold.ts'
import {
  openHold,
  type PlannedPart,
  type Purged,
  type PurgePlan,
  planPurge,
  stepsDue,
  stepsThatMayGo,
} from './purge-plan.ts'
import { carryOut, certificatesOf, endJobs, openCampaigns, replaceCertificate } from './purge-store.ts'
import { insertPurged, lockElection, purgeState } from './retention-store.ts'

export interface PurgeDeps {
  readonly database: Database
  readonly clock: Clock
  readonly signer: Signer
  readonly onProgress?: (done: number, total: number) => void
}

export interface PurgeWanted {
  readonly election: Election
  readonly by: string
  /** Stops between two steps; the next run goes on behind the last. */
  readonly signal?: AbortSignal
}

type PurgeRefusal =
  | 'not-validated'
  | 'held'
  | 'no-retention-rule'
  | 'period-not-signed-off'
  | 'nothing-due'
  | 'already-purging'
  | 'in-use'
  | 'stopped'

/** What goes when, as it stands now. */
export function purgePlan({ database }: { database: Database }, election: Election): Promise<PurgePlan> {
  return database.inScope(staffOf(election.municipalityId), async (db) =>
    planPurge(election, await purgeState(db, election)),
  )
}

/**
 * Purges what is due today, a step at a time, each in a transaction of its own with its row count and audit event.
 * Killed in the middle, the next run does what is left. A legal hold that is placed meanwhile stops it at that step.
 */
export async function purgeElection(
  deps: PurgeDeps,
  wanted: PurgeWanted,
): Promise<Result<{ plan: PurgePlan; steps: readonly Purged[] }, PurgeRefusal>> {
  const { municipalityId, electionId } = wanted.election
  const name = `purge ${municipalityId} ${electionId}`
  return (await deps.database.whileLocked(name, () => purge(deps, wanted))) ?? refused('already-purging')
}

async function purge(
  deps: PurgeDeps,
  wanted: PurgeWanted,
): Promise<Result<{ plan: PurgePlan; steps: readonly Purged[] }, PurgeRefusal>> {
  const { election, signal } = wanted
  const plan = await purgePlan(deps, election)
  const dueToday = stepsDue(plan, dayInBelgium(deps.clock.now()))
  const fault = faultOf(plan, dueToday.length)
  if (fault) return fault
  const unsigned = await unsignedRules(deps.database, election)
  const due = stepsThatMayGo(dueToday, (part) => unsigned.has(pathOf(part)))
  if (due.length === 0) return notSignedOff(dueToday, unsigned)
  await endCampaigns(deps, wanted)
  const steps: Purged[] = []
  for (const { part, step } of due) {
    if (signal?.aborted) return refused('stopped', `${steps.length} of ${due.length} steps done`)
    const done = await purgeStep(deps, wanted, part, step)
    if (!done.ok) return done
    steps.push(done.purged)
    deps.onProgress?.(steps.length, due.length)
  }
  return { ok: true, plan: await purgePlan(deps, election), steps }
}

function faultOf(plan: PurgePlan, due: number) {
  const hold = openHold(plan)
  if (hold) return refused('held', describe(hold))
  if (!plan.validation) return refused('not-validated')
  if (plan.parts.length === 0) return refused('no-retention-rule')
  if (due > 0) return undefined
  const next = plan.parts
    .filter(({ steps }) => steps.length > 0)
    .map(({ part, dueOn }) => `${part} on ${dueOn}`)
  return refused(
    'nothing-due',
    next.length > 0 ? `Next: ${next.join(', ')}.` : 'Everything was purged before.',
  )
}

/**
 * What is purged cannot be brought back: in production nobody's guess of the law decides on it. A part whose period is sure
 * does not wait for one whose period is not.
 */
async function unsignedRules(
  database: Database,
  election: Election,
): Promise<ReadonlyMap<string, UnsignedValue>> {
  const { municipalityId } = election
  const unsigned = await database.inScope(staffOf(municipalityId), async (db) =>
    (await environmentOf(db)) === 'production'
      ? unsignedValues(election, await getSettings(db, municipalityId))
      : [],
  )
  return new Map(unsigned.map((value) => [value.path, value]))
}

/** By which the file of an election names the period, where somebody signs it off. */
function pathOf({ rule }: PlannedPart): string {
  return `retention.${rule.key}`
}

function notSignedOff(due: readonly { part: PlannedPart }[], unsigned: ReadonlyMap<string, UnsignedValue>) {
  const paths = [...new Set(due.map(({ part }) => pathOf(part)))]
  const lines = paths
    .flatMap((path) => unsigned.get(path) ?? [])
    .map(({ path, value, source }) => `${path}: ${value} (${source})`)
  return refused('period-not-signed-off', lines.join('\n'))
}

/** Nothing leaves any more, and nothing wakes a worker for what is about to go. */
async function endCampaigns({ database }: PurgeDeps, { election, by }: PurgeWanted): Promise<void> {
  const { municipalityId } = election
  const campaigns = await database.inScope(staffOf(municipalityId), async (db) => {
    const campaigns = await openCampaigns(db, election)
    await endJobs(
      db,
      campaigns.map(({ campaignId }) => campaignId),
    )
    return campaigns
  })
  for (const { campaignId, isOpen } of campaigns)
    if (isOpen)
      await stopCampaign({ database }, { municipalityId, campaignId, because: 'the election is purged', by })
}

async function purgeStep(
  deps: PurgeDeps,
  { election, by }: PurgeWanted,
  { rule, dueOn }: PlannedPart,
  step: PurgeStep,
): Promise<Result<{ purged: Purged }, 'held' | 'in-use'>> {
  const { municipalityId, electionId } = election
  try {
    return await deps.database.inScope(staffOf(municipalityId), async (db) => {
      await lockElection(db, election)
      const hold = openHold(await purgeState(db, election))
      if (hold) return refused('held', describe(hold))
      const rows = await carryOut(db, election, step)
      if (step.method === 'keep-public-copy') await keepPublicCopies(db, deps.signer, election)
      const { name, part, table } = step
      const law = { ruleKey: rule.key, article: rule.article, dueOn: dueOn! }
      const purged = {
        ...{ step: name, part, table, rows },
        ...law,
        purgedAt: deps.clock.now(),
        purgedBy: by,
      }
      await insertPurged(db, election, purged)
      const event = { municipalityId, actor: by, action: 'election.purged', subject: electionId }
      await recordAudit(db, { ...event, details: { step: name, table, rows, ...law } })
      return { ok: true, purged }
    })
  } catch (error) {
    if (lockNotGranted(error)) return refused('in-use', step.table)
    throw error
  }
}

async function keepPublicCopies(db: Db, signer: Signer, election: Election): Promise<void> {
  for (const { certificateId, jws } of await certificatesOf(db, election))
    await replaceCertificate(db, election, { certificateId, jws: await publicCopyOfSigned(signer, jws) })
}
