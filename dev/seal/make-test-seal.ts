import type { webcrypto } from 'node:crypto'
import { BitString, Integer, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs'

/** A seal to try things with: a key, and certificates that nobody outside trusts. */
export interface TestSeal {
  /** PEM: the one of the key, then the one that issued it. */
  readonly certificates: string
  /** PKCS#8 PEM. */
  readonly privateKey: string
  /** The one that issued it: what a verifier has to trust. PEM. */
  readonly root: string
}

export interface TestSealFacts {
  readonly name?: string
  readonly from?: string
  readonly until?: string
  readonly kind?: keyof typeof kinds
}

const kinds = {
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
  p384: { name: 'ECDSA', namedCurve: 'P-384' },
  rsa: {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: 'SHA-256',
  },
} as const

/** Makes a seal under an authority of its own (RFC 5280). Never for letters that anybody gets. */
export async function makeTestSeal({
  name = 'TEST Gemeente Zonnedorp',
  from = '2020-01-01',
  until = '2049-12-31',
  kind = 'ec',
}: TestSealFacts = {}): Promise<TestSeal> {
  const authority = { name: 'TEST Kiesloket', keys: await newKeys('ec') }
  const own = { name, keys: await newKeys(kind) }
  const lasts = { from: new Date('2019-01-01'), until: new Date('2049-12-31') }
  const root = pem('CERTIFICATE', await certify(authority, { ...lasts, by: authority }))
  const certificate = await certify(own, { from: new Date(from), until: new Date(until), by: authority })
  const privateKey = await crypto.subtle.exportKey('pkcs8', own.keys.privateKey)
  return {
    certificates: pem('CERTIFICATE', certificate) + root,
    privateKey: pem('PRIVATE KEY', privateKey),
    root,
  }
}

interface Holder {
  readonly name: string
  readonly keys: webcrypto.CryptoKeyPair
}

function newKeys(kind: keyof typeof kinds): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(kinds[kind], true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>
}

/** Bits of a key usage (RFC 5280, 4.2.1.3). */
const [signs, isNotDenied, certifies] = [0x80, 0x40, 0x04]

async function certify(
  holder: Holder,
  { from, until, by }: { from: Date; until: Date; by: Holder },
): Promise<ArrayBuffer> {
  const isAuthority = holder === by
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: serialNumber() })
  certificate.subject.typesAndValues.push(commonName(holder.name))
  certificate.issuer.typesAndValues.push(commonName(by.name))
  certificate.notBefore.value = from
  certificate.notAfter.value = until
  const usage = isAuthority ? certifies : signs | isNotDenied
  certificate.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: isAuthority }).toSchema().toBER()),
    extension('2.5.29.15', new BitString({ valueHex: Uint8Array.of(usage) }).toBER()),
  ]
  await certificate.subjectPublicKeyInfo.importKey(holder.keys.publicKey)
  await certificate.sign(by.keys.privateKey, 'SHA-256')
  return certificate.toSchema(true).toBER()
}

/** Positive, and of eight bytes. */
function serialNumber(): Uint8Array {
  const number = crypto.getRandomValues(new Uint8Array(8))
  number[0] = 0x40 | (number[0]! & 0x3f)
  return number
}

function commonName(text: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: text }) })
}

function extension(extnID: string, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue })
}

function pem(label: string, der: ArrayBuffer): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
