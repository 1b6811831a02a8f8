import {
  dispatch,
  makeRoom,
  nothingLeaves,
  openCampaign,
  refreshDeliveryStatistics,
} from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import { areKnownAsTwo, deputiesOn, getSettings, mayDo, type Staff } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { type CampaignId, type DocumentId, derivedId, newId, type ReleaseId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { currentList } from '../../voters/index.ts'
import { markPlatesReleased } from '../composing/plate-store.ts'
import { mailboxKey } from '../letter.ts'
import { messageFor } from '../letter-message.ts'
import { type LetterToDispatch, lettersToDispatch, replacesLetters } from '../letter-overview.ts'
import { markReleased, refreshLetterStatistics, supersedeBy } from '../letter-store.ts'
import { wasOpenedBy } from '../proof/proof-opening-store.ts'
import type { SampleContents } from '../proof/take-sample.ts'
import { authorityOver } from './release-authority.ts'
import { checkRelease, type HeldBack, type Releasable } from './release-checks.ts'
import {
  decideRelease,
  insertReleaseRequest,
  latestSample,
  lockOpenRequest,
  takeTurnToAsk,
} from './release-store.ts'

/** What somebody at the desk has in front of them: a release is of that, or it is none. */
export interface Seen {
  /** Of the sample whose proof this person opened. */
  readonly sampleSha256: Uint8Array
}
type NotSeen = 'other-sample' | 'not-opened'

export type RequestRefusal = 'right-missing' | 'no-sample' | 'already-requested' | NotSeen | HeldBack
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
 * another than they opened.
 */
export async function requestRelease(
  { database }: { database: Database },
  { election, staff, seen }: { election: Election; staff: Staff; seen?: Seen },
): Promise<Result<{ releaseId: ReleaseId; sampleSha256: Buffer } & Releasable, RequestRefusal>> {
  const { municipalityId, electionId } = election
  if (!mayAct(staff, election, 'letters.request-release')) return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    await takeTurnToAsk(db, municipalityId, electionId)
    const sample = await latestSample(db, municipalityId, electionId)
    if (!sample) return refused('no-sample')
    if (await lockOpenRequest(db, municipalityId, electionId)) return refused('already-requested')
    const unseen = seen && (await notSeen(db, { election, staff, seen, sample: sample.sampleSha256 }))
    if (unseen) return unseen
    const checked = await checkRelease(db, election, sample)
    if (!checked.ok) return checked
    const releaseId = newId<ReleaseId>()
    const request = { releaseId, sample, requestedBy: staff.staffId }
    await insertReleaseRequest(db, municipalityId, electionId, request)
    await recordAudit(db, {
      municipalityId,
      actor: staff.staffId,
      action: 'letters.release-requested',
      subject: releaseId,
      details: { sample: sample.sampleSha256.toString('hex') },
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
  { database, clock }: { database: Database; clock: Clock },
  { election, staff, sampleSha256, typedLetters, hold = false }: Confirmation,
): Promise<Result<{ releaseId: ReleaseId; campaignId: CampaignId; letters: number }, ReleaseRefusal>> {
  const { municipalityId, electionId } = election
  if (staff.municipalityId !== municipalityId) return refused('right-missing')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const request = await lockOpenRequest(db, municipalityId, electionId)
    if (!request) return refused(await noRequest(db, staff, clock.now()))
    const may = await authorityOver(db, staff, { ...request, electionId }, clock.now())
    if (!may.ok) return may
    if (!(await areKnownAsTwo(db, municipalityId, request.requestedBy, staff.staffId)))
      return refused('maybe-same-person')
    if (!request.sampleSha256.equals(sampleSha256)) return refused('other-sample')
    const sample = await latestSample(db, municipalityId, electionId)
    if (!sample?.sampleSha256.equals(request.sampleSha256)) return refused('changed-since-sample')
    if (typedLetters !== undefined) {
      const unseen = await notSeen(db, {
        election,
        staff,
        seen: { sampleSha256 },
        sample: sample.sampleSha256,
      })
      if (unseen) return unseen
      const { coverage } = sample.contents as SampleContents
      if (typedLetters !== coverage.composed) return refused('other-number')
    }
    const checked = await checkRelease(db, election, sample)
    if (!checked.ok) return checked
    const { releaseId } = request
    const letters = await markReleased(db, municipalityId, electionId, releaseId)
    await supersedeBy(db, municipalityId, electionId, releaseId)
    await refreshLetterStatistics(db, electionId)
    await markPlatesReleased(db, municipalityId, electionId)
    const campaignId = await handToDelivery(db, { election, releaseId, staff, hold })
    const decision = {
      releaseId,
      state: 'released',
      decidedBy: staff.staffId,
      letterCount: letters,
      campaignId,
      ...(may.authority && { authority: may.authority }),
    } as const
    await decideRelease(db, municipalityId, electionId, decision)
    const event = { municipalityId, actor: staff.staffId, action: 'letters.released', subject: releaseId }
    await recordAudit(db, {
      ...event,
      details: { letters, campaign: campaignId, ...(hold && { hold }), ...may.authority },
    })
    return { ok: true, releaseId, campaignId, letters }
  })
}

/** The second person refuses, or the first takes the request back; either with a reason. */
export async function refuseRelease(
  { database, clock }: { database: Database; clock: Clock },
  { election, staff, reason }: { election: Election; staff: Staff; reason: string },
): Promise<Result<{ releaseId: ReleaseId }, 'right-missing' | 'nothing-requested' | NumberInText>> {
  const { municipalityId, electionId } = election
  const inText = refuseNumbers(reason)
  if (inText) return inText
  return database.inScope(staffOf(municipalityId), async (db) => {
    const request = await lockOpenRequest(db, municipalityId, electionId)
    if (!request) return refused('nothing-requested')
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

const pageSize = 5000

async function handToDelivery(
  db: Db,
  { election, releaseId, staff, hold }: Omit<Confirmation, 'sampleSha256'> & { releaseId: ReleaseId },
): Promise<CampaignId> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  if (!list) throw new Error('a release without a voters list')
  const settings = await getSettings(db, municipalityId)
  const replaces = await replacesLetters(db, municipalityId, electionId, releaseId)
  const message = messageFor(election, settings, { replaces })
  const campaign = {
    campaignId: campaignOf(releaseId),
    municipalityId,
    documentKind: 'election-letter',
    reference: electionId,
    message,
    goesFirst: replaces,
    ...(hold && { wave: nothingLeaves }),
    by: staff.staffId,
  }
  const campaignId = await openCampaign(db, campaign)
  for (let afterListNumber = 0; ; ) {
    const page = { releaseId, listId: list.listId, afterListNumber, limit: pageSize }
    const letters = await lettersToDispatch(db, municipalityId, electionId, page)
    const last = letters.at(-1)
    if (!last) break
    afterListNumber = last.listNumber
    await dispatch(
      db,
      { municipalityId, campaignId },
      letters.map((letter) => toDocument(election, letter)),
    )
  }
  await refreshDeliveryStatistics(db, campaignId)
  return campaignId
}

/** Known from the moment somebody asks for the release, so that room can be made before the long hand-over. */
function campaignOf(releaseId: ReleaseId): CampaignId {
  return derivedId('campaign', releaseId)
}

function toDocument(election: Election, letter: LetterToDispatch) {
  const { municipalityId, electionId } = election
  const { voterId, version } = letter
  return {
    documentId: letter.letterId as string as DocumentId,
    mailboxKey: mailboxKey({ municipalityId, electionId, voterId, version }),
    recipientCipher: letter.nrnCipher,
    personIndex: letter.personIndex,
    documentSha256: letter.pdfSha256,
  }
}
