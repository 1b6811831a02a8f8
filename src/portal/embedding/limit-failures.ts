import type { Context } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { clientAddress } from '../../platform/http/client-address.ts'

export interface FailureLimit {
  isReached(context: Context): Promise<boolean>
  count(context: Context): Promise<void>
}

/**
 * So many refusals a minute from one address. What is good is not counted: a site that shows us to a hundred thousand people in one
 * evening asks from one address too.
 */
export function limitFailures({ perMinute, hops }: { perMinute: number; hops: number }): FailureLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return {
    async isReached(context) {
      const counted = await limiter.get(clientAddress(context, hops))
      return counted !== null && counted.remainingPoints <= 0
    },
    async count(context) {
      await limiter.penalty(clientAddress(context, hops))
    },
  }
}
