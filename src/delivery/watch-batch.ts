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
  /** A document in hand that somebody took back: it may not leave either. */
  isTakenBack(documentId: DocumentId): boolean
  end(): void
}

const everyMs = 250

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
  const halt = (reason: HaltReason) => halted.abort(reason)
  const interrupt = () => halt('interrupted')
  if (shutdown.aborted) interrupt()
  shutdown.addEventListener('abort', interrupt)
  const letGo = () => halt('lock-lost')
  if (lock.lost.aborted) letGo()
  lock.lost.addEventListener('abort', letGo)

  async function isOpen(): Promise<boolean> {
    const campaign = await database.inScope(staffOf(batch.municipalityId), async (db) => {
      takenBack = await takenBackInHand(db, batch)
      return findCampaign(db, batch)
    })
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
    isTakenBack: (documentId) => takenBack.has(documentId),
    end() {
      ended.abort()
      shutdown.removeEventListener('abort', interrupt)
      lock.lost.removeEventListener('abort', letGo)
    },
  }
}
