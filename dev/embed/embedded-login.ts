import { randomBytes } from 'node:crypto'
import type { EmbeddedLogin } from '../../src/platform/identity.ts'
import type { AcmStandIn } from '../acm/stand-in.ts'

/** Stands in for the exchange of tokens at the login service: a site asks one for who is logged in with it, and only we can use it. */
export interface EmbeddedLoginStandIn extends EmbeddedLogin {
  /** An access token for our client, about this citizen of the stand-in of the login service. */
  exchange(citizenId: string): string
}

export function createEmbeddedLogin(acm: Pick<AcmStandIn, 'findCitizen'>): EmbeddedLoginStandIn {
  const issued = new Map<string, string>()
  return {
    exchange(citizenId) {
      const token = randomBytes(24).toString('base64url')
      issued.set(token, citizenId)
      return token
    },
    async citizenOf(accessToken) {
      const citizen = acm.findCitizen(issued.get(accessToken) ?? '')
      if (!citizen) return { ok: false, because: 'not-accepted' }
      const { nationalNumber, name } = citizen
      return { ok: true, identity: { nationalNumber, name } }
    },
  }
}
