import type { DuplicateReason } from '../../elections/index.ts'
import {
  type CampaignId,
  type DocumentId,
  derivedId,
  type ElectionId,
  type LetterId,
  type MunicipalityId,
} from '../../platform/ids.ts'

/** The same facts again, marked as such (KWB art. 107, LPKD art. 53). Not a letter of its own: the letter stays what it was. */
export interface Duplicate {
  readonly duplicateId: DocumentId
  readonly letterId: LetterId
  /** Of this letter, from 1. */
  readonly number: number
  readonly channel: DuplicateChannel
  readonly reason: DuplicateReason
  readonly identity: IdentityCheck
  readonly mark: string
  /** Absent for one that a device without network printed by itself: it is no PDF of ours. */
  readonly pdfSha256: Buffer | null
  readonly issuedAt: Date
  readonly issuedBy: string
}

/** On paper to whoever stands at the counter, or once more to the mailbox of the voter. */
export type DuplicateChannel = 'print' | 'mailbox'

/** How it is checked at the counter that the person is the voter. What was on the document is not written down. */
export const identityChecks = ['identity-card', 'residence-card', 'passport', 'other-document'] as const
/** Or the voter logged in, with eID or the like. */
export type IdentityCheck = (typeof identityChecks)[number] | 'login'

/**
 * How many of one letter a voter makes online on one day in Belgium (decision 0139). One can be printed as often as a printer jams, so a
 * second and a third are for who asked again without looking; a counter has no such bound.
 */
export const onlineDuplicatesPerDay = 3

export const duplicateKind = 'election-letter-duplicate'

/** The same letter and number is the same duplicate, and the same document. */
export function duplicateId(letterId: LetterId, number: number): DocumentId {
  return derivedId('duplicate', letterId, number)
}

/** A key of its own: with that of the letter the mailbox would say that it has it already. */
export function duplicateKey(letterId: LetterId, number: number): string {
  return derivedId('duplicate', letterId, number, 'mailbox')
}

/** All duplicates of an election that go to a mailbox travel in one campaign. */
export function duplicatesCampaign(municipalityId: MunicipalityId, electionId: ElectionId): CampaignId {
  return derivedId('campaign', municipalityId, electionId, duplicateKind)
}
