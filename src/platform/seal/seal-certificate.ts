import { X509Certificate } from 'node:crypto'
import type { SealChain } from './seal-key.ts'

/** What a certificate says, as far as sealing turns on it. */
export interface SealCertificate {
  /** Whose it is, for people: `Gemeente Zonnedorp`. */
  readonly subject: string
  readonly validFrom: Date
  readonly validUntil: Date
  readonly algorithm: 'ecdsa' | 'rsa'
  /** Most bytes that one of its signatures takes. */
  readonly signatureBytes: number
}

/** Reads the first certificate of a chain. Throws when it is of a key that we can't use: P-256, or RSA of 2048 bits and more. */
export function readSealCertificate(chain: SealChain): SealCertificate {
  const certificate = new X509Certificate(Buffer.from(chain[0]!))
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey
  const common = {
    subject: nameOf(certificate.subject),
    validFrom: new Date(certificate.validFrom),
    validUntil: new Date(certificate.validTo),
  }
  // A sequence of two numbers of at most 33 bytes each, with two bytes before every one of the three (X9.62).
  if (type === 'ec' && details?.namedCurve === 'prime256v1')
    return { ...common, algorithm: 'ecdsa', signatureBytes: 72 }
  const bits = details?.modulusLength ?? 0
  if (type === 'rsa' && bits >= 2048) return { ...common, algorithm: 'rsa', signatureBytes: bits / 8 }
  throw new Error('the certificate is of a key that is neither P-256 nor RSA of 2048 bits or more')
}

export type ValidityFault = 'not-yet-valid' | 'expired' | 'ends-too-soon'

/** What is wrong with when a certificate holds: it has to now, and until the last moment that a seal is looked at. */
export function validityFault(
  { validFrom, validUntil }: Pick<SealCertificate, 'validFrom' | 'validUntil'>,
  { now, until = now }: { now: Date; until?: Date },
): ValidityFault | undefined {
  if (now < validFrom) return 'not-yet-valid'
  if (now > validUntil) return 'expired'
  return until > validUntil ? 'ends-too-soon' : undefined
}

/** The common name, or else the organisation, of a subject as Node writes it: a line each. */
function nameOf(subject: string): string {
  const parts = new Map(subject.split('\n').map((line) => line.split(/=(.*)/s) as [string, string]))
  return parts.get('CN') ?? parts.get('O') ?? subject.replaceAll('\n', ', ')
}
