/**
 * What a municipality may send, counted over stretches of ten seconds. It goes at the pace of its road until it had all of a
 * stretch, and puts its batches down until the next: a municipality that goes slowly keeps no worker from the others.
 */
export interface Allotment {
  /** Messages that may leave now. */
  left(now: number): number
  /** One leaves; false when there is none left. */
  take(now: number): boolean
  /** When there are some again (milliseconds since 1970); `now` when there are. */
  opensAt(now: number): number
}

const stretchMs = 10_000

/**
 * `ratePerSecond` is asked each time: what falls to this process changes with how many there are. Where less than one a
 * stretch would leave, the stretch is longer.
 */
export function createAllotment(ratePerSecond: () => number): Allotment {
  let stretch = { from: Number.NEGATIVE_INFINITY, used: 0 }
  const lasts = () => Math.max(stretchMs, 1000 / ratePerSecond())

  function left(now: number): number {
    if (ratePerSecond() === 0) return 0
    if (now >= stretch.from + lasts()) stretch = { from: now, used: 0 }
    return Math.max(0, Math.floor((ratePerSecond() * lasts()) / 1000) - stretch.used)
  }

  return {
    left,
    take(now) {
      if (left(now) === 0) return false
      stretch.used++
      return true
    },
    opensAt(now) {
      if (left(now) > 0) return now
      return ratePerSecond() === 0 ? now + stretchMs : stretch.from + lasts()
    },
  }
}
