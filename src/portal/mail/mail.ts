import type { ElectionId, LetterId, VoterId } from '../../platform/ids.ts'
import type { Outgoing } from '../../platform/outbox/outbox.ts'
import type { Subscription } from './subscription.ts'

/** `confirm` asks whether an address is right; `letter` says that there is one; `reminder`: it was not read yet. */
export type MailKind = 'confirm' | 'letter' | 'reminder'

/** A mail to one person about one thing that happened: `event` is the thing, and there is one mail of it. */
export interface Mail extends Outgoing {
  readonly electionId: ElectionId
  readonly personIndex: Buffer
  readonly event: string
  readonly kind: MailKind
  readonly voterId: VoterId
  readonly letterId: LetterId | null
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
