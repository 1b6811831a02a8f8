import type { PaceLimits } from './pace.ts'
import type { Place } from './senders.ts'

/** What this process may do in one lane: so many messages at once, and so many a second. */
export interface Lane {
  /** At this moment. Zero: others have all there is, or this process is cut off from them. */
  readonly share: PaceLimits
  /** Waits for a seat; false when the lane has none for this process. */
  take(): Promise<boolean>
  free(): void
}

/**
 * The part of the limits that falls to one of several processes: whole seats, so that together they have exactly the limit,
 * and of the rate as much as of the seats. Who comes last when there are fewer seats than processes gets nothing.
 */
export function shareOf({ concurrency, ratePerSecond }: PaceLimits, place: Place | undefined): PaceLimits {
  if (!place) return { concurrency: 0, ratePerSecond: 0 }
  const { rank, count } = place
  const seats = Math.floor(concurrency / count) + (rank < concurrency % count ? 1 : 0)
  return { concurrency: seats, ratePerSecond: (ratePerSecond * seats) / concurrency }
}

/** `place` says, whenever it is asked, where this process stands among those that share the limits. */
export function createLane(limits: PaceLimits, place: () => Place | undefined): Lane {
  const queue: ((seated: boolean) => void)[] = []
  let taken = 0
  const seats = () => shareOf(limits, place()).concurrency

  return {
    get share() {
      return shareOf(limits, place())
    },
    async take() {
      if (seats() === 0) return false
      if (taken >= seats()) return new Promise((resolve) => queue.push(resolve))
      taken++
      return true
    },
    free() {
      taken--
      const now = seats()
      if (now === 0) for (const next of queue.splice(0)) next(false)
      while (taken < now && queue.length > 0) {
        taken++
        queue.shift()!(true)
      }
    },
  }
}
