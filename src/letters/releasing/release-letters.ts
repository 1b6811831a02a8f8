import { makeRoom } from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import { areKnownAsTwo, deputiesOn, mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { newId, type ReleaseId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { wasOpenedBy } from '../proof/proof-opening-store.ts'
import type { SampleContents } from '../proof/take-sample.ts'
import { isUnderWay, type RunId } from '../runs/letter-run.ts'
import { insertRun, latestRun } from '../runs/letter-run-store.ts'
import { checkSeal } from '../sealing/check-seal.ts'
import type { SealDeps } from '../sealing/seal-documents.ts'
import { campaignOf, handOver, type Released } from './hand-over.ts'
import { type Authority, authorityOver } from './release-authority.ts'
import { checkRelease, glanceAtRelease, type HeldBack, type Releasable } from './release-checks.ts'
import {
  decideRelease,
  insertReleaseRequest,
  latestSample,
  lockOpenRequest,
  type Release,
  refusalsOf,
  releasesOf,
  type Sample,
  takeTurnToAsk,
} from './release-store.ts'

/** What somebody at the desk has in front of them: a release is of that, or it is none. */
export interface Seen {
  /** Of the sample whose proof this person opened. */
  readonly sampleSha256: Uint8Array
}
type NotSeen = 'other-sample' | 'not-opened'

export type RequestRefusal =
  | 'right-missing'
  | 'no-sample'
  | 'already-requested'
  | 'refused-before'
  | NumberInText
  | NotSeen
  | HeldBack
export type ReleaseRefusal =
  | 'right-missing'
  | 'nothing-requested'
  | 'same-person'
  | 'maybe-same-person'
  | 'other-number'
  | NotSeen
  | HeldBack

/**
 * The first of two people: asks to release exactly what the latest sample fixed. `seen`: and refuses when that is
 * another than they opened. `again`: why, where the second person refused this very sample; without, that is not asked again.
 */
export async function requestRelease(
  deps: SealDeps,
  {
    election,
    staff,
    seen,
    again,
  }: { election: Election; staff: Staff; seen?: Seen; again?: string | undefined },
): Promise<Result<{ releaseId: ReleaseId; sampleSha256: Buffer } & Releasable, RequestRefusal>> {
  const { municipalityId, electionId } = election
  const inText = refuseNumbers(again)
  if (inText) return inText
  if (!mayAct(staff, election, 'letters.request-release')) return refused('right-missing')
  const seal = await checkSeal(deps, election)
  if (!seal.ok) return seal
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    await takeTurnToAsk(db, municipalityId, electionId)
    const sample = await latestSample(db, municipalityId, electionId)
    if (!sample) return refused('no-sample')
    if (await lockOpenRequest(db, municipalityId, electionId)) return refused('already-requested')
    const unseen = seen && (await notSeen(db, { election, staff, seen, sample: sample.sampleSha256 }))
    if (unseen) return unseen
    const checked = await checkRelease(db, election, sample)
    if (!checked.ok) return checked
    const earlier = refusalsOf(await releasesOf(db, municipalityId, electionId), sample.sampleSha256)
    const askedAgainBecause = earlier.length > 0 ? again?.trim() : undefined
    if (earlier.length > 0 && !askedAgainBecause) return refused('refused-before')
    const releaseId = newId<ReleaseId>()
    const request = { releaseId, sample, requestedBy: staff.staffId, askedAgainBecause }
    await insertReleaseRequest(db, municipalityId, electionId, request)
    await recordAudit(db, {
      municipalityId,
      actor: staff.staffId,
      action: 'letters.release-requested',
      subject: releaseId,
      details: {
        sample: sample.sampleSha256.toString('hex'),
        ...(askedAgainBecause && { reason: askedAgainBecause }),
      },
    })
    await makeRoom(db, campaignOf(releaseId))
    return { ...checked, releaseId, sampleSha256: sample.sampleSha256 }
  })
}

interface Confirmation {
  readonly election: Election
  readonly staff: Staff
  /** Of the sample that this person looked at. */
  readonly sampleSha256: Uint8Array
  /** At the desk: this person opened the proof, and typed how many letters leave. */
  readonly typedLetters?: number
  /** Nothing leaves until somebody lets a wave go, or all of it. */
  readonly hold?: boolean
}

/**
 * The second person: releases what the first asked for, having seen the same hash; by the own right, as a deputy, or having
 * broken the glass (`authorityOver`). The letters become
 * released and are handed to delivery in one transaction: there is no moment in which only one is true.
 */
export async function releaseLetters(
  deps: SealDeps,
  confirmation: Confirmation,
): Promise<Result<Released, ReleaseRefusal>> {
  const { election, staff, hold = false } = confirmation
  if (staff.municipalityId !== election.municipalityId) return refused('right-missing')
  const seal = await checkSeal(deps, election)
  return deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    const decided = await decide(db, confirmation, deps.clock.now())
    if (!decided.ok) return decided
    if (!seal.ok) return seal
    const { request, sample, authority } = decided
    const checked = await checkRelease(db, election, sample)
    if (!checked.ok) return checked
    const { releaseId } = request
    return handOver(db, { election, releaseId, by: staff.staffId, hold, authority, sealed: seal.sealed })
  })
}

/**
 * The same decision at the desk, where nobody waits: it is written at once, and a worker carries it out. What is quick to see
 * refuses it now; all that a release rests on is looked at when it is carried out.
 */
export async function approveRelease(
  deps: SealDeps,
  confirmation: Confirmation,
): Promise<Result<{ releaseId: ReleaseId }, ReleaseRefusal | 'already-under-way'>> {
  const { election, staff, hold = false } = confirmation
  const { municipalityId, electionId } = election
  if (staff.municipalityId !== municipalityId) return refused('right-missing')
  const seal = await checkSeal(deps, election)
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const decided = await decide(db, confirmation, deps.clock.now())
    if (!decided.ok) return decided
    if (!seal.ok) return seal
    const { request, sample, authority } = decided
    const checked = await glanceAtRelease(db, election, sample)
    if (!checked.ok) return checked
    const { releaseId } = request
    const run = { runId: newId<RunId>(), kind: 'release' as const, askedBy: staff.staffId }
    if (!(await insertRun(db, municipalityId, electionId, run))) return refused('already-under-way')
    const decision = { releaseId, state: 'approved' as const, decidedBy: staff.staffId, hold, authority }
    await decideRelease(db, municipalityId, electionId, decision)
    await recordAudit(db, {
      ...{ municipalityId, actor: staff.staffId, action: 'letters.release-approved', subject: releaseId },
      details: { ...(hold && { hold }), ...authority },
    })
    return { ok: true, releaseId }
  })
}

interface Decided {
  readonly request: Release
  readonly sample: Sample
  readonly authority: Authority | undefined
}

/** Whether this person decides, on this request, having in front of them what was asked for. */
async function decide(
  db: Db,
  { election, staff, sampleSha256, typedLetters }: Confirmation,
  now: Date,
): Promise<Result<Decided, ReleaseRefusal>> {
  const { municipalityId, electionId } = election
  const request = await lockOpenRequest(db, municipalityId, electionId)
  if (request?.state !== 'requested') return refused(await noRequest(db, staff, now))
  const may = await authorityOver(db, staff, { ...request, electionId }, now)
  if (!may.ok) return may
  if (!(await areKnownAsTwo(db, municipalityId, request.requestedBy, staff.staffId)))
    return refused('maybe-same-person')
  if (!request.sampleSha256.equals(sampleSha256)) return refused('other-sample')
  const sample = await latestSample(db, municipalityId, electionId)
  if (!sample?.sampleSha256.equals(request.sampleSha256)) return refused('changed-since-sample')
  if (typedLetters !== undefined) {
    const unseen = await notSeen(db, { election, staff, seen: { sampleSha256 }, sample: sample.sampleSha256 })
    if (unseen) return unseen
    const { coverage } = sample.contents as SampleContents
    if (typedLetters !== coverage.composed) return refused('other-number')
  }
  return { ok: true, request, sample, authority: may.authority }
}

/**
 * The second person refuses, or the first takes the request back; either with a reason. Also of what was approved, when
 * carrying it out was stopped.
 */
export async function refuseRelease(
  { database, clock }: Pick<SealDeps, 'database' | 'clock'>,
  { election, staff, reason }: { election: Election; staff: Staff; reason: string },
): Promise<
  Result<{ releaseId: ReleaseId }, 'right-missing' | 'nothing-requested' | 'already-under-way' | NumberInText>
> {
  const { municipalityId, electionId } = election
  const inText = refuseNumbers(reason)
  if (inText) return inText
  return database.inScope(staffOf(municipalityId), async (db) => {
    const request = await lockOpenRequest(db, municipalityId, electionId)
    if (!request) return refused('nothing-requested')
    const run = await latestRun(db, municipalityId, electionId)
    if (run && isUnderWay(run)) return refused('already-under-way')
    const isOwn = request.requestedBy === staff.staffId
    const may = isOwn
      ? ({ ok: true } as const)
      : await authorityOver(db, staff, { ...request, electionId }, clock.now())
    if (!may.ok || staff.municipalityId !== municipalityId) return refused('right-missing')
    const { releaseId } = request
    const authority = 'authority' in may && may.authority
    const decision = {
      releaseId,
      state: 'refused' as const,
      refusalReason: reason,
      ...(authority && { authority }),
    }
    await decideRelease(
      db,
      municipalityId,
      electionId,
      isOwn ? decision : { ...decision, decidedBy: staff.staffId },
    )
    const event = {
      municipalityId,
      actor: staff.staffId,
      action: 'letters.release-refused',
      subject: releaseId,
    }
    await recordAudit(db, { ...event, details: { reason, ...authority } })
    return { ok: true, releaseId }
  })
}

/** Whoever could never release is told that, rather than that nothing was asked for. */
async function noRequest(db: Db, staff: Staff, now: Date): Promise<'right-missing' | 'nothing-requested'> {
  const deputies = await deputiesOn(db, staff.municipalityId, dayInBelgium(now))
  const mayEver = mayDo(staff, 'letters.release') || deputies.some((one) => one.deputy === staff.staffId)
  return mayEver ? 'nothing-requested' : 'right-missing'
}

async function notSeen(
  db: Db,
  { election, staff, seen, sample }: { election: Election; staff: Staff; seen: Seen; sample: Buffer },
): Promise<Refused<NotSeen> | undefined> {
  const { municipalityId, electionId } = election
  if (!sample.equals(seen.sampleSha256)) return refused('other-sample')
  const opening = { ...seen, staffId: staff.staffId }
  return (await wasOpenedBy(db, municipalityId, electionId, opening)) ? undefined : refused('not-opened')
}

function mayAct(staff: Staff, election: Election, right: Staff['rights'][number]): boolean {
  return staff.municipalityId === election.municipalityId && staff.rights.includes(right)
}
