import type { DocumentId } from '../platform/ids.ts'
import { type Backoff, backoffSeconds } from './backoff.ts'
import { type DeliveryState, reasons } from './delivery.ts'
import type { MailboxAnswer, NotSent } from './mailbox.ts'

export interface Attempt {
  readonly documentId: DocumentId
  /** Failed attempts before this one. */
  readonly failures: number
  /** Those of them for which the door was shut. */
  readonly closedDoors: number
  /** An earlier attempt of ours may have been accepted. */
  readonly mayHaveArrived: boolean
}

export interface Route {
  readonly hasKeys: boolean
  readonly backoff: Backoff
  readonly now: Date
}

/** What the delivery becomes. `nextAttemptAt` goes with `waiting`. */
export interface Verdict {
  readonly state: DeliveryState
  readonly reason: string | null
  readonly receipt: string | null
  readonly failures: number
  readonly nextAttemptAt: Date | null
}

/** A document that the other side keeps shutting the door on, while others pass, is refused after this many. */
export const mostClosedDoors = 5

/** The one place that decides what an answer means: the table of docs/how-it-delivers.md. */
export function judgeAnswer(answer: MailboxAnswer | NotSent, attempt: Attempt, route: Route): Verdict {
  switch (answer.kind) {
    case 'accepted':
      return finished(attempt, answer.inactive ? 'inactive' : 'delivered', null, answer.receipt)
    case 'already-there':
      return attempt.mayHaveArrived
        ? finished(attempt, 'delivered', reasons.receiptLost)
        : finished(attempt, 'unconfirmed', reasons.keyClash)
    case 'permanent':
      return turnedAway(attempt, answer.code)
    case 'closed':
      return attempt.closedDoors + 1 < mostClosedDoors
        ? again(attempt, route, answer.code)
        : turnedAway(attempt, answer.code)
    case 'later':
      return again(attempt, route, answer.code, answer.retryAfterSeconds)
    case 'unconfirmed':
      return route.hasKeys
        ? again(attempt, route, answer.code, answer.retryAfterSeconds)
        : finished(attempt, 'unconfirmed', answer.code)
    case 'not-sent':
      return waiting(attempt.failures, null, route.now, answer.retryAfterSeconds ?? 0)
  }
}

/** The other side has this document's key though no attempt of ours can have arrived: an alarm, somebody has to look. */
export function isKeyClash({ state, reason }: Pick<Verdict, 'state' | 'reason'>): boolean {
  return state === 'unconfirmed' && reason === reasons.keyClash
}

/** This attempt was surely not accepted; where an earlier one may have been, nobody knows what the person has. */
function turnedAway(attempt: Attempt, code: string): Verdict {
  return finished(attempt, attempt.mayHaveArrived ? 'unconfirmed' : 'refused', code)
}

function finished(
  { failures }: Attempt,
  state: DeliveryState,
  reason: string | null,
  receipt: string | null = null,
): Verdict {
  return { state, reason, receipt, failures, nextAttemptAt: null }
}

function again(attempt: Attempt, route: Route, reason: string, retryAfterSeconds = 0): Verdict {
  const failures = attempt.failures + 1
  const patience = backoffSeconds(route.backoff, failures, attempt.documentId)
  return waiting(failures, reason, route.now, Math.max(retryAfterSeconds, patience))
}

function waiting(failures: number, reason: string | null, now: Date, seconds: number): Verdict {
  const nextAttemptAt = new Date(now.getTime() + seconds * 1000)
  return { state: 'waiting', reason, receipt: null, failures, nextAttemptAt }
}
