/** The rate at which messages leave on one road, as the other side bears it. */
export interface AdaptiveRate {
  readonly perSecond: number
  /** A message leaves. */
  left(now: number): void
  /** The other side said that it was too much (429). */
  tooFast(now: number): void
  /** The other side took a message. */
  taken(): void
}

const windowMs = 1000
const slowestPerSecond = 1
/** One 429 now and then is no sign of a rate: a party in trouble says it as well. So a share counts, over some answers. */
const answersRemembered = 20
const tooManyRefused = 0.1
/** Seconds from half the rate back to where it was too fast. */
const secondsToRecover = 30

/**
 * Half as fast, measured by what really left, each time it was too fast; then a little faster with every message that is
 * taken, up to the limit (additive increase, multiplicative decrease). The limit is asked each time. Times in milliseconds.
 */
export function createAdaptiveRate(limit: () => number): AdaptiveRate {
  /** What the other side was found to bear. */
  let borne = Number.POSITIVE_INFINITY
  let gainEachSecond = 0
  let window = { from: 0, left: 0, leftBefore: 0 }
  let lastCut = Number.NEGATIVE_INFINITY
  let shareRefused = 0

  function observed(now: number): number {
    if (now - window.from >= 2 * windowMs) return 0
    return now - window.from >= windowMs ? window.left : Math.max(window.left, window.leftBefore)
  }

  function remember(refused: 0 | 1): void {
    shareRefused += (refused - shareRefused) / answersRemembered
  }

  return {
    get perSecond() {
      return Math.min(borne, limit())
    },
    left(now) {
      if (now - window.from >= windowMs)
        window = { from: now, left: 0, leftBefore: now - window.from < 2 * windowMs ? window.left : 0 }
      window.left++
    },
    tooFast(now) {
      remember(1)
      if (shareRefused < tooManyRefused || now - lastCut < windowMs) return // at once again: the same burst
      lastCut = now
      shareRefused = 0
      const before = Math.min(borne, limit(), observed(now) || Number.POSITIVE_INFINITY)
      borne = Math.max(before / 2, slowestPerSecond)
      gainEachSecond = Math.max(before / 2 / secondsToRecover, slowestPerSecond / secondsToRecover)
    },
    taken() {
      remember(0)
      if (borne < limit()) borne += gainEachSecond / borne
    },
  }
}
