import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { SessionLock } from '../platform/db/session-lock.ts'
import type { DocumentId } from '../platform/ids.ts'
import { takenBackInHand } from './attempt-store.ts'
import type { BatchRef } from './campaign.ts'
import { findCampaign } from './campaign-store.ts'
import { mayLeaveNow } from './may-leave.ts'

/** Why a batch puts its work down before it is through. */
export type HaltReason = 'stopped' | 'interrupted' | 'lock-lost'

export interface Watch {
  /** Aborts when no further document may leave; its reason is a `HaltReason`. */
  readonly signal: AbortSignal
  halt(reason: HaltReason): void
  /**
   * Whether this document may leave at this very moment. Not when somebody took it back while it is in hand; nor when this process
   * stood still for so long that the lock may be another's by now, and it is about to hear so.
   */
  mayLeave(documentId: DocumentId): boolean
  end(): void
}

const everyMs = 250
/** Half of what a lock outlives its holder (decision 0034). */
const heardWithinMs = 10_000

/**
 * Looks, four times a second, whether this batch may still send, and what of it was taken back while it is in hand: that
 * is how a stop works within a second, and how a voter who is struck gets nothing that had not left.
 */
export function watchBatch(
  { database, clock }: { database: Database; clock: Clock },
  batch: BatchRef,
  lock: SessionLock,
  shutdown: AbortSignal,
): Watch {
  const halted = new AbortController()
  const ended = new AbortController()
  let takenBack: ReadonlySet<DocumentId> = new Set()
  let heard = moment()
  const halt = (reason: HaltReason) => halted.abort(reason)
  const interrupt = () => halt('interrupted')
  if (shutdown.aborted) interrupt()
  shutdown.addEventListener('abort', interrupt)
  const letGo = () => halt('lock-lost')
  if (lock.lost.aborted) letGo()
  lock.lost.addEventListener('abort', letGo)

  async function isOpen(): Promise<boolean> {
    const asked = moment()
    const campaign = await database.inScope(staffOf(batch.municipalityId), async (db) => {
      takenBack = await takenBackInHand(db, batch)
      return findCampaign(db, batch)
    })
    heard = asked
    return campaign !== undefined && mayLeaveNow(campaign, batch.batch, clock.now())
  }

  async function look(): Promise<void> {
    while (!halted.signal.aborted && !ended.signal.aborted) {
      // A question without answer is a database that went away: the lock tells, in a moment.
      if (!(await isOpen().catch(() => true))) return halt('stopped')
      await sleep(everyMs, undefined, { signal: ended.signal }).catch(() => {})
    }
  }
  void look()

  return {
    signal: halted.signal,
    halt,
    mayLeave: (documentId) =>
      !halted.signal.aborted && !takenBack.has(documentId) && msSince(heard) < heardWithinMs,
    end() {
      ended.abort()
      shutdown.removeEventListener('abort', interrupt)
      lock.lost.removeEventListener('abort', letGo)
    },
  }
}

interface Moment {
  readonly steady: number
  readonly wall: number
}

function moment(): Moment {
  return { steady: performance.now(), wall: Date.now() }
}

/** By the clock that says most: the steady one stands still with a machine that sleeps, the other one may be put back. */
function msSince({ steady, wall }: Moment): number {
  return Math.max(performance.now() - steady, Date.now() - wall)
}
