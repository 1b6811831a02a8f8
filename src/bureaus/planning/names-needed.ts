/**
 * The fewest names to call so that at least `seats` of them come, with the certainty asked, when each comes with
 * probability `acceptance` and none looks at another: the smallest n with P(Binomial(n, p) ≥ seats) ≥ certainty.
 * `acceptance` above 0 and at most 1, `certainty` from 0 and below 1. Throws outside of these.
 */
export function namesNeeded(seats: number, acceptance: number, certainty = 0.95): number {
  if (!(acceptance > 0 && acceptance <= 1)) throw new RangeError('acceptance lies above 0 and at most at 1')
  if (!(certainty >= 0 && certainty < 1)) throw new RangeError('certainty lies from 0 and below 1')
  let names = seats
  while (chanceOfFewer(seats, names, acceptance) > 1 - certainty + rounding) names++
  return names
}

/** Sums of doubles end a hair beside the exact value. */
const rounding = 1e-12

/** P(Binomial(names, p) < seats), by logarithms: the powers of p alone would vanish with many names. */
function chanceOfFewer(seats: number, names: number, p: number): number {
  if (p === 1) return names < seats ? 1 : 0
  let logTerm = names * Math.log1p(-p)
  let sum = 0
  for (let come = 0; come < seats; come++) {
    sum += Math.exp(logTerm)
    logTerm += Math.log((names - come) / (come + 1)) + Math.log(p) - Math.log1p(-p)
  }
  return sum
}
