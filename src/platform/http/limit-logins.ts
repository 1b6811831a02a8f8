import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { clientAddress } from './client-address.ts'

export interface LoginLimits {
  /** Whether another login may begin now, for this address or for whoever the browser is of. */
  mayBegin(context: Context): Promise<boolean>
  mayFinish(context: Context): Promise<boolean>
  /** Whether the person whom the login service named may come in once more now. */
  mayEnter(person: string): Promise<boolean>
}

interface Limits {
  /** From one address. */
  readonly perMinute: number
  /** Of one person; absent: as many as from one address. */
  readonly perPerson?: number
  /** How many proxies of our own stand before us. */
  readonly hops: number
  /** Who logged in with this browser before: that counts for the person then, and no more for the address. */
  readonly personOf?: (context: Context) => string | undefined
}

/**
 * So many logins a minute begin and end, in each process. A town hall is often one address, and so are thousands of phones of
 * one network: an abuser there uses up what the address has, and whoever is known from before still comes in.
 */
export function createLoginLimits({ perMinute, perPerson = perMinute, hops, personOf }: Limits): LoginLimits {
  const may = () => {
    const mayAddress = limitedTo(perMinute)
    const mayPerson = limitedTo(perPerson)
    return (context: Context) => {
      const person = personOf?.(context)
      return person === undefined ? mayAddress(clientAddress(context, hops)) : mayPerson(person)
    }
  }
  return { mayBegin: may(), mayFinish: may(), mayEnter: limitedTo(perPerson) }
}

function limitedTo(points: number): (key: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  return async (key) => {
    try {
      await limiter.consume(key)
      return true
    } catch (error) {
      if (error instanceof RateLimiterRes) return false
      throw error
    }
  }
}
