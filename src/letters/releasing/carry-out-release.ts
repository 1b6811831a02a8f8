import type { Election } from '../../elections/index.ts'
import { mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { RunId } from '../runs/letter-run.ts'
import { insertRun } from '../runs/letter-run-store.ts'
import { checkSeal } from '../sealing/check-seal.ts'
import type { SealDeps } from '../sealing/seal-documents.ts'
import { handOver, type Released } from './hand-over.ts'
import { checkRelease, type HeldBack } from './release-checks.ts'
import { giveBackRequest, latestSample, lockOpenRequest } from './release-store.ts'

type Deps = SealDeps

interface CarryingOut {
  readonly election: Election
  /** Once it is aborted nothing of the release is done, and it can be carried out anew. */
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

class Stopped extends Error {}

/**
 * Carries out the release that was approved: everything that it rests on is looked at again, and then all is done in one
 * transaction. When something changed since the sample, the request waits for a decision again; who decided is in the log.
 */
export async function carryOutRelease(
  deps: Deps,
  work: CarryingOut,
): Promise<Result<Omit<Released, 'ok'>, 'nothing-approved' | 'release-stopped' | HeldBack>> {
  const { election, signal } = work
  const released = await handOverApproved(deps, work).catch((error) => {
    if (error instanceof Stopped) return refused('release-stopped')
    throw error
  })
  const isHeldBack = !released.ok && !['release-stopped', 'nothing-approved'].includes(released.because)
  if (isHeldBack && !signal.aborted) await holdBack(deps, election, released.because)
  return released
}

async function handOverApproved(deps: Deps, { election, signal, onProgress }: CarryingOut) {
  const { municipalityId, electionId } = election
  const goOn = () => {
    if (signal.aborted) throw new Stopped()
  }
  const seal = await checkSeal(deps, election)
  if (!seal.ok) return seal
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const approved = await lockOpenRequest(db, municipalityId, electionId)
    if (approved?.state !== 'approved' || !approved.decidedBy) return refused('nothing-approved')
    const sample = await latestSample(db, municipalityId, electionId)
    if (!sample?.sampleSha256.equals(approved.sampleSha256)) return refused('changed-since-sample')
    const checked = await checkRelease(db, election, sample)
    if (!checked.ok) return checked
    goOn()
    const { releaseId, decidedBy: by, hold, authority } = approved
    return handOver(db, {
      ...{ election, releaseId, by, hold, authority: authority ?? undefined, sealed: seal.sealed },
      onProgress: (done, total) => {
        goOn()
        onProgress(done, total)
      },
    })
  })
}

async function holdBack({ database }: Deps, election: Election, because: string): Promise<void> {
  const { municipalityId, electionId } = election
  await database.inScope(staffOf(municipalityId), async (db) => {
    const approved = await lockOpenRequest(db, municipalityId, electionId)
    if (approved?.state !== 'approved') return
    const { releaseId, decidedBy } = approved
    await giveBackRequest(db, municipalityId, electionId, releaseId)
    const event = {
      municipalityId,
      actor: 'kiesloket',
      action: 'letters.release-held-back',
      subject: releaseId,
    }
    await recordAudit(db, { ...event, details: { because, decidedBy } })
  })
}

/** Has a worker go on with a release that was approved, after it was stopped or broke off. */
export async function resumeRelease(
  { database }: Deps,
  { election, staff }: { election: Election; staff: Staff },
): Promise<Result<object, 'right-missing' | 'nothing-approved' | 'already-under-way'>> {
  const { municipalityId, electionId } = election
  if (staff.municipalityId !== municipalityId || !mayRelease(staff)) return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const approved = await lockOpenRequest(db, municipalityId, electionId)
    if (approved?.state !== 'approved') return refused('nothing-approved')
    const run = { runId: newId<RunId>(), kind: 'release' as const, askedBy: staff.staffId }
    if (!(await insertRun(db, municipalityId, electionId, run))) return refused('already-under-way')
    const { releaseId: subject } = approved
    const event = { municipalityId, actor: staff.staffId, action: 'letters.release-resumed', subject }
    await recordAudit(db, event)
    return { ok: true }
  })
}

/** Either of the two people, or who could be one of them: going on adds no decision. */
function mayRelease(staff: Staff): boolean {
  return mayDo(staff, 'letters.release') || mayDo(staff, 'letters.request-release')
}
