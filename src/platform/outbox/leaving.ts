import type { Db } from '../db/database.ts'
import type { MailOutcome } from '../mail.ts'
import type { Outbox, Outgoing } from './outbox.ts'
import type { Left } from './outbox-store.ts'

/** It leaves now, or it does not: `waiting` may hold another time, `dropped` never does. */
export type Prepared<Ready> =
  | { readonly ready: Ready }
  | { readonly state: 'waiting' | 'dropped'; readonly code: string }

/** How the things of one outbox leave. */
export interface Leaving<Item extends Outgoing, Ready> {
  readonly outbox: Outbox<Item>
  /** As the log calls one of them: "a mail". */
  readonly name: string
  /** At once, of one worker. */
  readonly atOnce: number
  readonly longestWaitMs: number
  /** What a line in the log says of it; no person and no address. */
  about(item: Item, ready?: Ready): Readonly<Record<string, unknown>>
  /** Asked at the last moment, for much can have changed while it waited. What goes wrong here goes wrong before anything left. */
  prepare(item: Item): Promise<Prepared<Ready>>
  send(ready: Ready, item: Item): Promise<MailOutcome>
  /** What else is true by that, in the transaction that writes down what became of it. `ready` is absent when nothing was sent. */
  settle(db: Db, item: Item, left: Left, ready: Ready | undefined): Promise<void>
  /** What the row keeps of how it was sent, by column. */
  noted?(ready: Ready): Left['noted']
  count?(item: Item, outcome: MailOutcome['kind'] | 'dropped'): void
}
