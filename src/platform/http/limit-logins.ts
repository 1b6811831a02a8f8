import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from './client-address.ts'

export interface LoginLimits {
  /** Whether this address may begin another login now. */
  mayBegin(context: Context): Promise<boolean>
  mayFinish(context: Context): Promise<boolean>
}

/**
 * So many logins a minute from one address begin and end, in each process. A town hall is often one address, and so are
 * thousands of phones of one network. `hops`: how many proxies of our own stand before us.
 */
export function createLoginLimits({ perMinute, hops }: { perMinute: number; hops: number }): LoginLimits {
  const may = () => {
    const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
    return async (context: Context) => {
      try {
        await limiter.consume(clientAddress(context, hops))
        return true
      } catch (error) {
        if (error instanceof RateLimiterRes) return false
        throw error
      }
    }
  }
  return { mayBegin: may(), mayFinish: may() }
}
