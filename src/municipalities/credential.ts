import { randomBytes } from 'node:crypto'
import { sha256 } from '../platform/hash.ts'
import type { MunicipalityId } from '../platform/ids.ts'

declare const credentialMark: unique symbol
export type CredentialId = string & { readonly [credentialMark]: true }

const form = /^kl_([1-9][0-9]{0,8})_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/

/**
 * A credential reads `kl_MUNICIPALITY_ID_SECRET`: it finds its own row without a search, and its hash covers
 * all three parts. The secret has 256 bits, so a plain SHA-256 protects it.
 */
export function makeCredential(municipalityId: MunicipalityId, credentialId: CredentialId): string {
  const secret = randomBytes(32).toString('base64url')
  return `kl_${municipalityId}_${credentialId.replaceAll('-', '')}_${secret}`
}

/** What a credential says of itself: where to look, and the hash to compare. */
export interface CredentialClaim {
  readonly municipalityId: MunicipalityId
  readonly credentialId: CredentialId
  readonly credentialSha256: Buffer
}

/** `undefined` when the text is no credential. */
export function readCredential(credential: string): CredentialClaim | undefined {
  const [, municipality, id] = form.exec(credential) ?? []
  if (municipality === undefined || id === undefined) return undefined
  return {
    municipalityId: Number(municipality) as MunicipalityId,
    credentialId: id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as CredentialId,
    credentialSha256: sha256(credential),
  }
}
