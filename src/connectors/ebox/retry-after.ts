const longestSeconds = 3600

/**
 * `Retry-After` in seconds or as an HTTP date (RFC 9110, 10.2.3); never more than an hour, never negative. A date is counted from
 * the answer's own `Date`, by the clock of who wrote both; `now` is for an answer without one.
 */
export function retryAfterSeconds(
  { 'retry-after': header, date }: Readonly<Record<string, string | undefined>>,
  now: Date,
): number | undefined {
  if (header === undefined) return undefined
  const text = header.trim()
  const written = Date.parse(date ?? '')
  const from = Number.isNaN(written) ? now.getTime() : written
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - from) / 1000
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), longestSeconds)
}
