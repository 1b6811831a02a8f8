import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from '../../platform/http/client-address.ts'
import type { DeskDeps } from '../desk-deps.ts'

export interface LoginLimits {
  /** Whether this address may begin another login now. */
  mayBegin(context: Context): Promise<boolean>
  mayFinish(context: Context): Promise<boolean>
}

/** So many logins a minute from one address begin and end, in each process. A town hall is often one address. */
export function createLoginLimits({ config }: Pick<DeskDeps, 'config'>): LoginLimits {
  const may = () => {
    const limiter = new RateLimiterMemory({ points: config.LOGINS_PER_MINUTE, duration: 60 })
    return async (context: Context) => {
      try {
        await limiter.consume(clientAddress(context, config.PROXY_HOPS))
        return true
      } catch (error) {
        if (error instanceof RateLimiterRes) return false
        throw error
      }
    }
  }
  return { mayBegin: may(), mayFinish: may() }
}
