import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff, type StaffRight } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { lockOpenRequest } from '../releasing/release-store.ts'
import type { RunId, RunKind } from './letter-run.ts'
import { askToStop, insertRun, latestRun } from './letter-run-store.ts'

/** Any of these. Who may ask for a release may stop it too: whoever sees that it is wrong. */
const rightsToStop = {
  compose: ['letters.compose'],
  sample: ['letters.compose'],
  release: ['letters.request-release', 'letters.release'],
  withdraw: ['letters.withdraw'],
} as const satisfies Record<RunKind, readonly StaffRight[]>

interface Asked {
  readonly election: Election
  readonly staff: Staff
  readonly kind: Exclude<RunKind, 'release'>
  /**
   * Composing takes back first, for this reason, what is out of date and was not released; taking back takes back for this
   * reason what was released too.
   */
  readonly withdrawReason?: string | undefined
  /** Takes back of this section alone. */
  readonly section?: number | undefined
}

/**
 * Asks that letters are composed, sampled or taken back; a worker does it, and goes on when whoever asked has left. While a release
 * is asked for nothing starts: the second person decides on what the first one saw.
 */
export async function askRun(
  { database }: { database: Database },
  { election, staff, kind, withdrawReason, section }: Asked,
): Promise<
  Result<{ runId: RunId }, 'right-missing' | 'already-under-way' | 'already-requested' | NumberInText>
> {
  const { municipalityId, electionId } = election
  const inText = refuseNumbers(withdrawReason)
  if (inText) return inText
  const withdraws = kind === 'withdraw' || withdrawReason !== undefined
  const rights = kind === 'withdraw' ? [] : (['letters.compose'] as const)
  const isAllowed =
    rights.every((right) => mayDo(staff, right)) && (!withdraws || mayDo(staff, 'letters.withdraw'))
  if (staff.municipalityId !== municipalityId || !isAllowed) return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (await lockOpenRequest(db, municipalityId, electionId)) return refused('already-requested')
    const runId = newId<RunId>()
    const run = { runId, kind, withdrawReason, section, askedBy: staff.staffId }
    if (!(await insertRun(db, municipalityId, electionId, run))) return refused('already-under-way')
    const event = { municipalityId, actor: staff.staffId, action: 'letters.run-asked', subject: runId }
    await recordAudit(db, { ...event, details: { kind } })
    return { ok: true, runId }
  })
}

/**
 * Asks the run under way to stop. What was composed or taken back stays, and asking again goes on from there; of a release
 * nothing is done.
 */
export async function stopRun(
  { database }: { database: Database },
  { election, staff }: { election: Election; staff: Staff },
): Promise<Result<{ runId: RunId }, 'right-missing' | 'nothing-under-way'>> {
  const { municipalityId, electionId } = election
  if (staff.municipalityId !== municipalityId) return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const run = await latestRun(db, municipalityId, electionId)
    const may = rightsToStop[run?.kind ?? 'compose']
    if (!may.some((right) => mayDo(staff, right))) return refused('right-missing')
    const runId = await askToStop(db, municipalityId, electionId)
    if (!runId) return refused('nothing-under-way')
    await recordAudit(db, {
      ...{ municipalityId, actor: staff.staffId, action: 'letters.run-stopped', subject: runId },
    })
    return { ok: true, runId }
  })
}
