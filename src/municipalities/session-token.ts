import { randomBytes } from 'node:crypto'
import { sha256 } from '../platform/hash.ts'
import type { MunicipalityId } from '../platform/ids.ts'

declare const sessionMark: unique symbol
export type SessionId = string & { readonly [sessionMark]: true }

const form = /^([1-9][0-9]{0,8})\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

/**
 * What the cookie of a session holds: `MUNICIPALITY.ID.SECRET`. It finds its own row inside its own municipality;
 * the database has its hash only, which covers all three parts.
 */
export function makeSessionToken(municipalityId: MunicipalityId, sessionId: SessionId): string {
  return `${municipalityId}.${sessionId}.${randomBytes(32).toString('base64url')}`
}

export interface SessionClaim {
  readonly municipalityId: MunicipalityId
  readonly sessionId: SessionId
  readonly tokenSha256: Buffer
}

/** `undefined` when the text is no token. */
export function readSessionToken(token: string): SessionClaim | undefined {
  const [, municipality, sessionId] = form.exec(token) ?? []
  if (municipality === undefined) return undefined
  return {
    municipalityId: Number(municipality) as MunicipalityId,
    sessionId: sessionId as SessionId,
    tokenSha256: sha256(token),
  }
}
