/** Spreads what leaves over each second. */
export interface Turns {
  readonly ratePerSecond: number
  /** Takes the next turn; when it comes (milliseconds since 1970), in the past when it is there already. */
  next(now: number): number
}

const burstMs = 50

/** `ratePerSecond` is asked each time; above nought. */
export function createTurns(ratePerSecond: () => number): Turns {
  let nextAt = 0
  return {
    get ratePerSecond() {
      return ratePerSecond()
    },
    next(now) {
      nextAt = Math.max(nextAt, now - burstMs) + 1000 / ratePerSecond()
      return nextAt
    },
  }
}
