import { setTimeout as sleep } from 'node:timers/promises'
import { createAdaptiveRate } from './adaptive-rate.ts'
import type { MailboxAnswer } from './mailbox.ts'

export interface PaceLimits {
  /** Messages on their way at once. */
  readonly concurrency: number
  readonly ratePerSecond: number
}

/**
 * The pace of one road: how many travel at once, how many leave in a second, and when it is better to wait.
 * In real time, for one process.
 */
export interface Pace {
  readonly limits: PaceLimits
  /** Messages a second at most, now: the limit, or less where the other side said that it is too much. */
  readonly ratePerSecond: number
  /** When the road opens again (milliseconds since 1970); in the past when it is open. */
  readonly opensAt: number
  /** Lets a call go when its turn comes. `undefined`: the signal, or a long pause, came first; it never left. */
  travel(signal: AbortSignal, call: () => Promise<MailboxAnswer>): Promise<MailboxAnswer | undefined>
}

/** A pause up to this long is waited out on the spot; before a longer one, documents are given back. */
export const shortPauseMs = 5000
const longestPauseMs = 60_000
const firstPauseMs = 500
const burstMs = 50
const tooMany = 429

export function createPace(limits: PaceLimits): Pace {
  const seats = createSeats(limits.concurrency)
  const pauses = createPauses(limits.concurrency)
  const rate = createAdaptiveRate(limits.ratePerSecond)
  let nextStart = 0

  async function wait(signal: AbortSignal): Promise<boolean> {
    for (let now = Date.now(); !signal.aborted; now = Date.now()) {
      if (pauses.opensAt - now > shortPauseMs) return false
      if (pauses.opensAt <= now) {
        nextStart = Math.max(nextStart, now - burstMs) + 1000 / rate.perSecond
        return nextStart <= now || (await pause(nextStart - now, signal))
      }
      await pause(pauses.opensAt - now, signal)
    }
    return false
  }

  return {
    limits,
    get ratePerSecond() {
      return rate.perSecond
    },
    get opensAt() {
      return pauses.opensAt
    },
    async travel(signal, call) {
      await seats.take()
      try {
        if (!(await wait(signal))) return undefined
        rate.left(Date.now())
        const answer = await call()
        pauses.hear(answer)
        if (answer.kind === 'accepted') rate.taken()
        if (answer.kind === 'later' && answer.httpStatus === tooMany) rate.tooFast(Date.now())
        return answer
      } finally {
        seats.free()
      }
    },
  }
}

/** True when the time has passed, false when the signal came first. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal })
    return true
  } catch {
    return false
  }
}

function createSeats(count: number) {
  const queue: (() => void)[] = []
  let taken = 0
  return {
    async take(): Promise<void> {
      if (taken < count) taken++
      else await new Promise<void>((resolve) => queue.push(resolve))
    },
    free(): void {
      const next = queue.shift()
      if (next) next()
      else taken--
    },
  }
}

/**
 * The whole road waits as long as the other side asks (`Retry-After`). When it says nothing, or can't be reached,
 * the pauses double for as long as nothing gets through.
 */
function createPauses(concurrency: number) {
  let opensAt = 0
  let troubles = 0
  let doublings = 0

  function hear(answer: MailboxAnswer): void {
    if (answer.kind !== 'later' && answer.kind !== 'unconfirmed') {
      troubles = 0
      doublings = 0
      return
    }
    troubles++
    const now = Date.now()
    if (answer.retryAfterSeconds !== undefined)
      opensAt = Math.max(opensAt, now + answer.retryAfterSeconds * 1000)
    else if (opensAt <= now && (answer.kind === 'later' || troubles >= concurrency))
      opensAt = now + Math.min(firstPauseMs * 2 ** doublings++, longestPauseMs)
  }
  return {
    hear,
    get opensAt() {
      return opensAt
    },
  }
}
