import type { DeliveryState } from './delivery.ts'
import type { MailboxAnswer, Party } from './mailbox.ts'

/** Hears what happens on the roads, to count and time it. It gets no document, no person and no key. */
export interface DeliveryMeter {
  /** A message leaves; what is answered says what came back, or nothing when in the end it did not leave. */
  leaves(party: Party): (answer: MailboxAnswer | undefined) => void
  /** So many deliveries went to this state. */
  moved(party: Party, state: DeliveryState, count: number): void
  /** A party went away, or came back. */
  down(party: Party, isDown: boolean): void
  /** A campaign stopped by itself; the reason starts with its code. */
  stopped(because: string): void
}
