import type { Language } from './language.ts'
import type { Result } from './result.ts'

/** Who logged in, as the login service (ACM/IDM) says it. What this person may do is decided elsewhere. */
export interface Identity {
  readonly issuer: string
  /** The same at every login of the same person. */
  readonly subject: string
  readonly name: string
  readonly email?: string | undefined
  /** `LB` for a local authority. */
  readonly targetGroup?: string | undefined
  /** The organisation that was chosen at the login: of a local authority its enterprise number. */
  readonly organisation?: string | undefined
  readonly roles: readonly GrantedRole[]
  /** When the person proved who they are; absent when the service does not say. */
  readonly authenticatedAt?: Date | undefined
}

/** A citizen who logged in. */
export interface CitizenIdentity {
  /** Eleven digits, checked. */
  readonly nationalNumber: string
  readonly name: string
}

export interface GrantedRole {
  readonly role: string
  readonly organisations: readonly string[]
}

/** What has to be remembered, sealed, between leaving for the login service and coming back. */
export interface PendingLogin {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** The person has to prove again who they are, even when the service remembers them. */
  readonly fresh: boolean
}

/**
 * `not-accepted`: forged, used or too old. `not-fresh`: the service did not prove that the login is a new one. `other-level`: nor that it
 * was by one of the means that were asked for.
 */
export type LoginRefusal = 'cancelled' | 'not-accepted' | 'not-fresh' | 'other-level' | 'not-reached'

/** Port to the login service: one for staff, and one for citizens. */
export interface LoginService<I = Identity> {
  /** Where forms may lead to: the origin of the service, for the security policy of the pages. */
  readonly origin: string
  begin(asked: {
    fresh: boolean
    organisation?: string | undefined
    /** In which the person reads our pages: a wish, which the service may not know. */
    language?: Language | undefined
  }): Promise<Result<{ url: string; pending: PendingLogin }, 'not-reached'>>
  /** `query` is what the browser came back with, as it stands in the address. */
  finish(query: string, pending: PendingLogin): Promise<Result<{ identity: I }, LoginRefusal>>
  /** Does it answer? Asks for its addresses and keys anew; nobody logs in. */
  probe(): Promise<Result<object, 'not-reached'>>
  /** Where the session at the service ends; with `switching` the person only chooses another organisation there. */
  goodbye(how: { switching: boolean; returnTo: string }): Promise<string | undefined>
}

/**
 * Port to whoever shows our pages in a frame of its own site, where a citizen is logged in already: it hands over what proves
 * that, and here it is read.
 */
export interface EmbeddedLogin {
  /**
   * Whose access token this is, issued for our client and for the scope `rrn`; for anybody else's client it is `not-accepted`, or any
   * site with a login could log its visitors in here.
   */
  citizenOf(
    accessToken: string,
  ): Promise<Result<{ identity: CitizenIdentity }, 'not-accepted' | 'not-reached'>>
}
