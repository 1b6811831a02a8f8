import { dispatch, nothingLeaves, openCampaign, refreshDeliveryStatistics } from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import {
  type CampaignId,
  type DocumentId,
  derivedId,
  type ReleaseId,
  type StaffId,
} from '../../platform/ids.ts'
import { currentList } from '../../voters/index.ts'
import { markPlatesReleased } from '../composing/plate-store.ts'
import { mailboxKey } from '../letter.ts'
import { messageFor } from '../letter-message.ts'
import { type LetterToDispatch, lettersToDispatch, replacedBy } from '../letter-overview.ts'
import { markReleased, refreshLetterStatistics, supersedeBy } from '../letter-store.ts'
import type { Authority } from './release-authority.ts'
import { decideRelease } from './release-store.ts'

export interface Released {
  readonly ok: true
  readonly releaseId: ReleaseId
  readonly campaignId: CampaignId
  readonly letters: number
}

export interface HandOver {
  readonly election: Election
  readonly releaseId: ReleaseId
  /** Who decided. */
  readonly by: StaffId
  readonly hold: boolean
  readonly authority: Authority | undefined
  /** Its letters leave with the seal of the municipality, which `checkSeal` looked at. */
  readonly sealed: boolean
  /** Hears how many letters were handed over; it may throw to end it, and then nothing was done. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Carries a release out in the caller's transaction: all letters become released and are handed to delivery together, with the
 * decision and its audit event.
 */
export async function handOver(db: Db, release: HandOver): Promise<Released> {
  const { election, releaseId, by, hold, authority, sealed, onProgress } = release
  const { municipalityId, electionId } = election
  const letters = await markReleased(db, municipalityId, electionId, releaseId)
  onProgress?.(0, letters)
  await supersedeBy(db, municipalityId, electionId, releaseId)
  await refreshLetterStatistics(db, electionId)
  await markPlatesReleased(db, municipalityId, electionId)
  const campaignId = await handToDelivery(db, release, letters)
  const decision = { releaseId, state: 'released', decidedBy: by, letterCount: letters, campaignId } as const
  await decideRelease(db, municipalityId, electionId, { ...decision, hold, authority, sealed })
  const event = { municipalityId, actor: by, action: 'letters.released', subject: releaseId }
  await recordAudit(db, {
    ...event,
    details: {
      letters,
      campaign: campaignId,
      ...(hold && { hold }),
      ...(sealed && { sealed }),
      ...authority,
    },
  })
  return { ok: true, releaseId, campaignId, letters }
}

const pageSize = 5000

async function handToDelivery(
  db: Db,
  { election, releaseId, by, hold, onProgress }: HandOver,
  total: number,
): Promise<CampaignId> {
  const { municipalityId, electionId } = election
  const list = await currentList(db, municipalityId, electionId)
  if (!list) throw new Error('a release without a voters list')
  const settings = await getSettings(db, municipalityId)
  const replaced = await replacedBy(db, municipalityId, electionId, releaseId)
  const message = messageFor(election, settings, { replaced })
  const campaign = {
    campaignId: campaignOf(releaseId),
    municipalityId,
    documentKind: 'election-letter',
    reference: electionId,
    message,
    goesFirst: replaced !== undefined,
    ...(hold && { wave: nothingLeaves }),
    by,
  }
  const campaignId = await openCampaign(db, campaign)
  for (let afterListNumber = 0, done = 0; ; ) {
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
    done += letters.length
    onProgress?.(done, total)
  }
  await refreshDeliveryStatistics(db, campaignId)
  return campaignId
}

/** Known from the moment somebody asks for the release, so that room can be made before the long hand-over. */
export function campaignOf(releaseId: ReleaseId): CampaignId {
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
    part: letter.section,
  }
}
