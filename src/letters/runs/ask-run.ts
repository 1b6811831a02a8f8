import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { lockOpenRequest } from '../releasing/release-store.ts'
import type { RunId, RunKind } from './letter-run.ts'
import { askToStop, insertRun } from './letter-run-store.ts'

interface Asked {
  readonly election: Election
  readonly staff: Staff
  readonly kind: RunKind
  /** Takes back first, for this reason, what is out of date and was not released. */
  readonly withdrawReason?: string | undefined
}

/**
 * Asks that letters are composed or sampled; a worker does it, and goes on when whoever asked has left. While a release
 * is asked for nothing starts: the second person decides on what the first one saw.
 */
export async function askRun(
  { database }: { database: Database },
  { election, staff, kind, withdrawReason }: Asked,
): Promise<Result<{ runId: RunId }, 'right-missing' | 'already-under-way' | 'already-requested'>> {
  const { municipalityId, electionId } = election
  const isAllowed = mayDo(staff, 'letters.compose') && (!withdrawReason || mayDo(staff, 'letters.withdraw'))
  if (staff.municipalityId !== municipalityId || !isAllowed) return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (await lockOpenRequest(db, municipalityId, electionId)) return refused('already-requested')
    const runId = newId<RunId>()
    const run = { runId, kind, withdrawReason, askedBy: staff.staffId }
    if (!(await insertRun(db, municipalityId, electionId, run))) return refused('already-under-way')
    const event = { municipalityId, actor: staff.staffId, action: 'letters.run-asked', subject: runId }
    await recordAudit(db, { ...event, details: { kind } })
    return { ok: true, runId }
  })
}

/** Asks the run under way to stop. What was composed stays; asking again goes on from there. */
export async function stopRun(
  { database }: { database: Database },
  { election, staff }: { election: Election; staff: Staff },
): Promise<Result<{ runId: RunId }, 'right-missing' | 'nothing-under-way'>> {
  const { municipalityId, electionId } = election
  if (staff.municipalityId !== municipalityId || !mayDo(staff, 'letters.compose'))
    return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const runId = await askToStop(db, municipalityId, electionId)
    if (!runId) return refused('nothing-under-way')
    await recordAudit(db, {
      ...{ municipalityId, actor: staff.staffId, action: 'letters.run-stopped', subject: runId },
    })
    return { ok: true, runId }
  })
}
