import type { MailboxAnswer, Party } from './mailbox.ts'

/** A time in which a party did not answer, or only that it could not, and how we know. */
export interface Downtime extends Party {
  readonly beganAt: Date
  readonly firstTraceId: string
  readonly lastFailureAt: Date
  readonly lastTraceId: string
  readonly failures: number
  /** What came instead of an answer: `time-out`, `ECONNREFUSED`, `http-503`. */
  readonly codes: readonly string[]
  /** The worker that saw it begin. */
  readonly seenBy: string
  /** When the first good answer came, and to which request; absent while it lasts. */
  readonly endedAt: Date | null
  readonly endedTraceId: string | null
}

export type Failures = Omit<Downtime, keyof Party | 'seenBy' | 'endedAt' | 'endedTraceId'>

export type DowntimeSign =
  /** It is down; these failures were not told before. */
  | { readonly kind: 'down'; readonly since: Failures }
  /** It answers. `ours`: after a downtime that this process saw, the last of which was not told before. */
  | {
      readonly kind: 'up'
      readonly at: Date
      readonly traceId: string
      readonly ours: boolean
      readonly since?: Failures
    }

export interface DowntimeWatch {
  readonly isDown: boolean
  /** Answers what is worth writing down. */
  hear(answer: MailboxAnswer, traceId: string, at: Date): DowntimeSign | undefined
}

/** One connection that breaks takes all that travel on it along; only what lasts is a downtime. */
const leastFailures = 3
const leastMs = 1000
/** So often is told that it goes on, and that it answers, for downtimes that a process left open that died. */
export const tellDownEveryMs = 10_000
export const tellUpEveryMs = 60_000

/** Watches one party from one process. */
export function watchDowntime(): DowntimeWatch {
  let failures: (Failures & { inARow: number }) | undefined
  let isDown = false
  let toldAt = Number.NEGATIVE_INFINITY

  function up(traceId: string, at: Date): DowntimeSign | undefined {
    const wasDown = isDown
    const untold = wasDown && failures && failures.failures > 0 ? failures : undefined
    failures = undefined
    isDown = false
    if (!wasDown && at.getTime() - toldAt < tellUpEveryMs) return undefined
    toldAt = at.getTime()
    return { kind: 'up', at, traceId, ours: wasDown, ...(untold && { since: untold }) }
  }

  function down(code: string, traceId: string, at: Date): DowntimeSign | undefined {
    const before = failures ?? { ...nothing, beganAt: at, firstTraceId: traceId }
    failures = {
      ...{ ...before, lastFailureAt: at, lastTraceId: traceId, inARow: before.inARow + 1 },
      failures: before.failures + 1,
      codes: [...new Set([...before.codes, code])].sort(),
    }
    const lasted = failures.inARow >= leastFailures && at.getTime() - failures.beganAt.getTime() >= leastMs
    if (!lasted || (isDown && at.getTime() - toldAt < tellDownEveryMs)) return undefined
    isDown = true
    toldAt = at.getTime()
    const since = failures
    failures = { ...failures, failures: 0 }
    return { kind: 'down', since }
  }

  return {
    get isDown() {
      return isDown
    },
    hear(answer, traceId, at) {
      if (isSignOfLife(answer)) return up(traceId, at)
      return isFailure(answer) ? down(answer.code, traceId, at) : undefined
    },
  }
}

const nothing = { failures: 0, codes: [] as readonly string[], inARow: 0 }

/** An answer of the party itself: what never left the house, or came from where tokens are had, says nothing. */
function isSignOfLife({ kind, httpStatus }: MailboxAnswer): boolean {
  return httpStatus !== undefined && ['accepted', 'already-there', 'permanent', 'closed'].includes(kind)
}

/** Not: a party that asks us to slow down, an answer that we could not read, a fault of ours. */
const saysNothing = new Set(['answer-unreadable', 'mailbox-failed'])

function isFailure(answer: MailboxAnswer): answer is MailboxAnswer & { kind: 'later' | 'unconfirmed' } {
  if (answer.kind !== 'later' && answer.kind !== 'unconfirmed') return false
  return answer.httpStatus !== 429 && answer.code !== 'token-http-429' && !saysNothing.has(answer.code)
}
