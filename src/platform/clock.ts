/** The one source of "now", so that a test can move it. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still at the given instant until a test moves it. */
export function fixedClock(iso: string): Clock & { moveTo(iso: string): void } {
  let instant = new Date(iso)
  return {
    now: () => instant,
    moveTo(next) {
      instant = new Date(next)
    },
  }
}
