import type { LetterId } from '../../platform/ids.ts'
import type { LetterState } from '../letter.ts'

/** Why the post brought a letter back, as it is written on the envelope. */
export const returnReasons = [
  'unknown',
  'moved',
  'refused',
  'deceased',
  'incomplete',
  'not-collected',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** The same as the post and a desk write it in Dutch. */
const inDutch: Readonly<Record<string, ReturnReason>> = {
  onbekend: 'unknown',
  verhuisd: 'moved',
  geweigerd: 'refused',
  overleden: 'deceased',
  onvolledig: 'incomplete',
  'niet afgehaald': 'not-collected',
}

/** A reason as somebody wrote it, in English or in Dutch. */
export function readReason(text: string): ReturnReason | undefined {
  const word = text.trim().toLowerCase()
  return returnReasons.find((reason) => reason === word) ?? inDutch[word]
}

/** What was done about it. `none`: nothing can be done, or nothing has to. */
export const followUps = ['address-corrected', 'to-register', 'collected', 'none'] as const
export type FollowUp = (typeof followUps)[number]

/** A letter on paper that came back. The digital letter may have reached its voter all the same. */
export interface ReturnedLetter {
  readonly letterId: LetterId
  readonly listNumber: number
  readonly section: number
  readonly version: number
  readonly reason: ReturnReason
  readonly returnedOn: string
  readonly followUp: FollowUp | null
  /** Of the letter now: a corrected address makes another one. */
  readonly state: LetterState
  readonly printFile: string
  /** In a mailbox: `delivered` where it is in use, `inactive` where it was never opened. */
  readonly digital: string | null
}

/** What is next for a letter that came back: the clerk's step, by its reason. */
export function nextStep({ reason, followUp, state }: ReturnedLetter): NextStep {
  if (followUp) return 'done'
  if (state === 'superseded') return 'replaced'
  if (state === 'withdrawn') return 'taken-back'
  if (reason === 'deceased') return 'ask-register'
  if (reason === 'moved' || reason === 'unknown') return 'ask-address'
  return reason === 'incomplete' ? 'correct-address' : 'keep-at-desk'
}

export type NextStep =
  | 'done'
  | 'replaced'
  | 'taken-back'
  | 'ask-register'
  | 'ask-address'
  | 'correct-address'
  | 'keep-at-desk'
