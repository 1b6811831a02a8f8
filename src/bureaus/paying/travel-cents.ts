const divisor = 100_000

/**
 * A journey in cents: metres × ten-thousandths of a euro for a kilometre ÷ 100,000. Whole numbers all the way, so that
 * half a cent is seen for what it is.
 */
export function travelCents(metres: number, rate: number, rounding: 'nearest' | 'down' | 'up'): number {
  const product = metres * rate
  if (!Number.isSafeInteger(product) || product < 0) throw new Error('a journey is a whole number of metres')
  const rest = product % divisor
  const whole = (product - rest) / divisor
  const isUp = rounding === 'up' ? rest > 0 : rounding === 'nearest' && rest * 2 >= divisor
  return isUp ? whole + 1 : whole
}
