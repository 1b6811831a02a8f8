import { type CampaignMessage, findCampaign, openCampaign } from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { longDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { type AssignmentId, type CampaignId, type DocumentId, derivedId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MemberLetterKind } from './member-letter-facts.ts'
import { lockCampaign } from './member-letter-store.ts'
import { texts } from './texts.nl.ts'

/** What delivery calls these documents; the source of documents is found by it. */
export const memberLetterDocuments = 'member-letter'

/**
 * Letters of one kind of one election travel together, however many times somebody sends some; those that replace an earlier one go by
 * themselves, for a mailbox shows one subject for a campaign.
 */
export function memberLetterCampaign(
  { municipalityId, electionId }: OfElection,
  kind: MemberLetterKind,
  isCorrection = false,
): CampaignId {
  const parts = [municipalityId, electionId, memberLetterDocuments, kind]
  return derivedId('campaign', ...parts, ...(isCorrection ? ['corrected'] : []))
}

export interface LetterKey {
  readonly assignmentId: AssignmentId
  readonly kind: MemberLetterKind
  readonly version: number
}

/** The id follows from whose letter it is, so that sending twice sends the same letter, which delivery takes once. */
export function memberLetterId(of: OfElection, key: LetterKey): DocumentId {
  return derivedId(...parts(of, key), 'letter')
}

export function memberLetterMailboxKey(of: OfElection, key: LetterKey): string {
  return derivedId(...parts(of, key), 'mailbox')
}

function parts({ municipalityId, electionId }: OfElection, { assignmentId, kind, version }: LetterKey) {
  return [municipalityId, electionId, assignmentId, memberLetterDocuments, kind, version]
}

/** The campaign of this kind of letters, opened with the first of them. */
export async function openMemberCampaign(
  db: Db,
  election: Election,
  {
    kind,
    isCorrection,
    settings,
    by,
  }: { kind: MemberLetterKind; isCorrection: boolean; settings: MunicipalitySettings; by: string },
): Promise<CampaignId> {
  const { municipalityId, electionId } = election
  const campaignId = memberLetterCampaign(election, kind, isCorrection)
  await lockCampaign(db, campaignId)
  if (await findCampaign(db, { municipalityId, campaignId })) return campaignId
  return openCampaign(db, {
    ...{ municipalityId, campaignId, documentKind: memberLetterDocuments, reference: electionId, by },
    message: messageOf(election, settings, isCorrection ? 'corrected' : kind),
    goesAtOnce: isCorrection || kind !== 'designation', // somebody waits for each of these, or has to come
  })
}

function messageOf(
  { pollingDay }: Election,
  { ebox, enterpriseNumber }: MunicipalitySettings,
  kind: keyof typeof texts.subject,
): CampaignMessage {
  return {
    subject: texts.subject[kind](longDate(pollingDay, 'nl')),
    fileName: 'brief-lid-van-een-bureau.pdf',
    language: 'nl',
    messageTypeId: ebox.messageTypeId,
    senderEnterpriseNumber: enterpriseNumber,
    senderApplicationId: ebox.senderApplicationId,
  }
}
