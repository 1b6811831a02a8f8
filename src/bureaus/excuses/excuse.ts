import type { AssignmentId, EvidenceId, ExcuseId } from '../../platform/ids.ts'
import type { EvidenceType } from '../evidence/evidence.ts'

/** Why somebody asks not to sit. Which of them counts is for who decides (LPKD 47, 50; KWB 95 § 4, 10). */
export const excuseGrounds = [
  'MEDICAL',
  'WORK',
  'STUDY',
  'ABROAD',
  'FAMILY',
  'CANDIDATE',
  'TWICE_SERVED',
  'NOT_ELIGIBLE',
  'OTHER',
] as const
export type ExcuseGround = (typeof excuseGrounds)[number]

/** How it reached us. */
export const answerChannels = ['PORTAL', 'PHONE', 'COUNTER'] as const
export type AnswerChannel = (typeof answerChannels)[number]

export interface ExcuseRequest {
  readonly ground: ExcuseGround
  readonly text: string
}

export const longestExcuse = 2000
export const mostDocuments = 5

export interface Excuse {
  readonly excuseId: ExcuseId
  readonly assignmentId: AssignmentId
  readonly inTime: boolean
  /** Given when it was noted that the person stayed away or came late. */
  readonly isAfter: boolean
  readonly channel: AnswerChannel
  readonly askedAt: Date
  readonly completeAt: Date | null
  /** What is still asked of the person, in words for them. */
  readonly moreAsked: string | null
  /** When that was asked, and by whom; unknown of what was asked long ago. */
  readonly moreAskedAt: Date | null
  readonly moreAskedBy: string | null
  /** When the last document came in after that was asked: the municipality looks again. */
  readonly moreAddedAt: Date | null
  /** Absent as long as nobody decided. */
  readonly outcome: 'GRANTED' | 'REFUSED' | 'WITHDRAWN' | null
  readonly outcomeReason: string | null
  readonly endedAt: Date | null
}

/** All that anybody knows of a document who can't open it. */
export interface DocumentFacts {
  readonly evidenceId: EvidenceId
  readonly type: EvidenceType
  readonly bytes: number
  readonly addedAt: Date
}
