import { setTimeout as sleep } from 'node:timers/promises'
import { type AdaptiveRate, createAdaptiveRate } from './adaptive-rate.ts'
import type { MailboxAnswer } from './mailbox.ts'
import { createTurns, type Turns } from './turns.ts'

/** One road as this process finds it: its pauses, and the rate that the other side bears. */
export interface Road {
  /** Messages a second at most, now: what falls to this process, or less where the other side said that it is too much. */
  readonly ratePerSecond: number
  /** When the road opens again (milliseconds since 1970); in the past when it is open. */
  readonly opensAt: number
  /** Waits for a turn. False: the signal, or a long pause, came first. */
  turn(signal: AbortSignal): Promise<boolean>
  hear(answer: MailboxAnswer): void
}

/** A pause up to this long is waited out on the spot; before a longer one, documents are given back. */
export const shortPauseMs = 5000
const longestPauseMs = 60_000
const firstPauseMs = 500
const tooMany = 429

export interface RoadFacts {
  /** The turns at the party, which other roads lead to as well. */
  readonly partyTurns: Turns
  /** Messages that one event may strike together. */
  readonly concurrency: number
}

export function createRoad({ partyTurns, concurrency }: RoadFacts): Road {
  const pauses = createPauses(concurrency)
  const rate = createAdaptiveRate(() => partyTurns.ratePerSecond)
  const ownTurns = createTurns(() => rate.perSecond)

  return {
    get ratePerSecond() {
      return rate.perSecond
    },
    get opensAt() {
      return pauses.opensAt
    },
    async turn(signal) {
      for (let now = Date.now(); !signal.aborted; now = Date.now()) {
        if (pauses.opensAt - now > shortPauseMs || rate.perSecond === 0) return false
        if (pauses.opensAt <= now) {
          const at = Math.max(ownTurns.next(now), partyTurns.next(now))
          const free = at <= now || (await pause(at - now, signal))
          if (free) rate.left(Date.now())
          return free
        }
        await pause(pauses.opensAt - now, signal)
      }
      return false
    },
    hear(answer) {
      pauses.hear(answer)
      heed(rate, answer)
    },
  }
}

function heed(rate: AdaptiveRate, answer: MailboxAnswer): void {
  if (answer.kind === 'accepted') rate.taken()
  if (answer.kind === 'later' && answer.httpStatus === tooMany) rate.tooFast(Date.now())
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
