import { v4 as randomId } from 'uuid'
import type { Election } from '../elections/index.ts'
import { getSettings, listStaff } from '../municipalities/index.ts'
import { recordAudit, sealAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { Typesetter } from '../platform/pdf/typesetter.ts'
import { type Result, refused } from '../platform/result.ts'
import { paperName, type SignedPaper, writeSignedPaper } from '../platform/signed-paper.ts'
import type { Signer } from '../platform/signer.ts'
import { software } from '../platform/software.ts'
import { type Method, purgeSteps, stays } from './holdings.ts'
import { type Purged, type PurgePlan, planPurge, type Validation } from './purge-plan.ts'
import {
  type PurgeReport,
  type PurgeReportFacts,
  purgeReportFormat,
  purgeReportSchema,
} from './purge-report.ts'
import { purgeReportView } from './purge-report-document.ts'
import { certificatesOf } from './purge-store.ts'
import { auditStanding, rowsIn } from './report-overview.ts'
import { nameReport, purgeState, unreportedSteps } from './retention-store.ts'

export interface ReportDeps {
  readonly database: Database
  readonly typesetter: Typesetter
  readonly signer: Signer
  readonly clock: Clock
}

export interface ReportWanted {
  readonly election: Election
  /** The report gets a folder of its own in here. */
  readonly folder: string
  /** Where the program usually writes files of this election: the municipality deletes those. */
  readonly outside: readonly { readonly what: string; readonly where: string }[]
  readonly by: string
}

/** Whether steps were carried out that no report names: a process ended between the last of them and its report. */
export async function isUnreported(
  { database }: { database: Database },
  election: Election,
): Promise<boolean> {
  const left = await database.inScope(staffOf(election.municipalityId), (db) => unreportedSteps(db, election))
  return left > 0
}

/** Writes what was purged, by which article and when, what was found afterwards and what stays: signed, and to read. */
export async function writePurgeReport(
  deps: ReportDeps,
  wanted: ReportWanted,
): Promise<Result<SignedPaper & { report: PurgeReportFacts }, 'nothing-purged'>> {
  const { election, folder, by } = wanted
  const { municipalityId, electionId } = election
  await deps.database.inScope(staffOf(municipalityId), (db) => sealAudit(db, municipalityId))
  const people = await listStaff(deps, { municipalityId })
  const names = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]))
  const { plan, report } = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    const plan = planPurge(election, await purgeState(db, election))
    return { plan, report: await factsOf(db, plan, names, deps.clock.now(), wanted) }
  })
  if (!report) return refused('nothing-purged')
  const paper = await writeSignedPaper<PurgeReportFacts>(deps, {
    ...{ folder, name: paperName(`${election.code}-purge`, deps.clock.now()), file: 'purge-report' },
    facts: report,
    view: purgeReportView(report, deps.signer.keyId),
    schema: purgeReportSchema,
  })
  await deps.database.inScope(staffOf(municipalityId), async (db) => {
    const { reportId } = report
    await nameReport(db, election, { reportId, steps: plan.purged.map(({ step }) => step) })
    const event = { municipalityId, actor: by, action: 'election.purge-reported', subject: electionId }
    await recordAudit(db, { ...event, details: { reportId, complete: report.complete } })
  })
  return { ok: true, ...paper, report }
}

type Names = ReadonlyMap<string, string>

async function factsOf(
  db: Db,
  plan: PurgePlan,
  names: Names,
  at: Date,
  wanted: ReportWanted,
): Promise<PurgeReportFacts | undefined> {
  const { election, outside } = wanted
  const { municipalityId, code, name, pollingDay } = election
  const { validation, holds } = plan
  if (!validation || plan.purged.length === 0) return undefined
  const { name: municipality, nisCode, enterpriseNumber } = await getSettings(db, municipalityId)
  const { events, lastSeal } = await auditStanding(db, election)
  return {
    format: purgeReportFormat,
    reportId: randomId(),
    writtenAt: at.toISOString(),
    software,
    municipality: { name: municipality, nisCode, enterpriseNumber },
    election: { code, name, pollingDay },
    validation: saidOf(validation, names),
    holds: holds.map(({ placedAt, source, liftedOn }) => ({
      placedAt: placedAt.toISOString(),
      source,
      liftedOn,
    })),
    rules: rulesIn(plan),
    complete: plan.parts.every(({ steps }) => steps.length === 0),
    purged: plan.purged.map((purged) => purgedLine(purged, names)),
    found: await foundIn(db, election),
    stays: await staying(db, election),
    certificates: (await certificatesOf(db, election)).map(({ certificateId, merkleRoot, writtenAt }) => ({
      ...{ certificateId, root: merkleRoot, writtenAt: writtenAt.toISOString() },
    })),
    outside: [...outside],
    audit: { events, lastSeal: lastSeal && { ...lastSeal, upTo: lastSeal.upTo.toISOString() } },
  }
}

/** Whoever showed a credential is named; a verb or a worker stands there as such. */
function saidOf({ validatedOn, source, recordedBy }: Validation, names: Names): PurgeReport['validation'] {
  return { on: validatedOn, source, recordedBy: names.get(recordedBy) ?? recordedBy }
}

function rulesIn({ parts }: PurgePlan): PurgeReport['rules'] {
  return parts.map(({ part, rule, dueOn }) => ({
    ...{ part, key: rule.key, keepUntil: rule.keepUntil, duty: rule.duty },
    ...{ article: rule.article, mark: rule.mark, dueOn: dueOn ?? null },
  }))
}

const hows = {
  'drop-partitions': 'erased',
  'delete-rows': 'erased',
  'delete-ended-letters': 'ended',
  'empty-samples': 'emptied',
  'keep-public-copy': 'public-copy',
} as const satisfies Record<Method, PurgeReport['purged'][number]['how']>

function purgedLine(
  { step, table, part, rows, ruleKey, article, dueOn, purgedAt, purgedBy }: Purged,
  names: Names,
) {
  const method = purgeSteps.find(({ name }) => name === step)?.method
  const how = method ? hows[method] : 'erased'
  const law = { ruleKey, article, dueOn, at: purgedAt.toISOString(), by: names.get(purgedBy) ?? purgedBy }
  return { table, part, rows, how, ...law }
}

/** Tables of which nothing should be left once everything was purged, counted again. */
async function foundIn(db: Db, election: Election): Promise<PurgeReport['found']> {
  const kept = new Set(stays.map(({ table }) => table))
  const tables = [...new Set(purgeSteps.map(({ table }) => table))].filter((table) => !kept.has(table)).sort()
  const found = []
  for (const table of tables) found.push({ table, rows: await rowsIn(db, table, election) })
  return found
}

async function staying(db: Db, election: Election): Promise<PurgeReport['stays']> {
  const staying = []
  for (const { table, why, isOfMunicipality } of stays)
    staying.push({ table, rows: isOfMunicipality ? null : await rowsIn(db, table, election), why })
  return staying
}
