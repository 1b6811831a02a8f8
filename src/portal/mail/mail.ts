import type { ElectionId, LetterId, MunicipalityId, VoterId } from '../../platform/ids.ts'
import type { Subscription } from './subscription.ts'

/** `confirm` asks whether an address is right; `letter` says that there is one; `reminder`: it was not read yet. */
export type MailKind = 'confirm' | 'letter' | 'reminder'

/**
 * `waiting`: it still has to leave. `sending`: a worker has it in hand. `sent`: the other side has it. `refused`: it never will.
 * `unconfirmed`: nobody knows, and so it never leaves again. `dropped`: it was not needed any more.
 */
export type MailState = 'waiting' | 'sending' | 'sent' | 'refused' | 'unconfirmed' | 'dropped'

/** A mail to one person about one thing that happened: `event` is the thing, and there is one mail of it. */
export interface Mail {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly personIndex: Buffer
  readonly event: string
  readonly kind: MailKind
  readonly voterId: VoterId
  readonly letterId: LetterId | null
  /** This one among them. */
  readonly attempts: number
  readonly writtenAt: Date
}

export const eventOf = {
  /** Each address that is asked to be confirmed is a thing of its own. */
  confirm: ({ subscriptionId }: Pick<Subscription, 'subscriptionId'>) => `confirm-${subscriptionId}`,
  /** Each version of the letter is another letter. */
  letter: (version: number) => `letter-${version}`,
  /** One in an election, whatever happens to the letter. */
  reminder: 'reminder',
} as const

const minute = 60_000
const longestWait = 6 * 60 * minute

/** How long to wait after so many attempts: a minute, two, four … six hours. */
export function waitAfter(attempts: number): number {
  return Math.min(longestWait, 2 ** Math.min(attempts - 1, 20) * minute)
}

/** A worker that has had a mail in hand for so long is gone: whether the mail left nobody knows. */
export const lostAfterMs = 15 * minute
