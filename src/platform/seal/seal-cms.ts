import { createHash } from 'node:crypto'
import {
  type BaseBlock,
  Constructed,
  fromBER,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as SetOf,
  UTCTime,
} from 'asn1js'
import { sha256 } from '../hash.ts'
import { readSealCertificate, type SealCertificate } from './seal-certificate.ts'
import type { SealChain } from './seal-key.ts'

/** Writes the CMS (RFC 5652) of signatures under one certificate, apart from what they are over. */
export interface SealCms {
  /** Most bytes that one takes. */
  readonly bytes: number
  /** What is signed of a document with this SHA-256. */
  contentFor(digest: Uint8Array): Buffer
  /** What stands in the document: that, the signature over it, and the certificates. */
  envelope(digest: Uint8Array, signature: Uint8Array): Buffer
}

const ids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47', // RFC 5035
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsa: '1.2.840.10045.4.3.2', // with SHA-256 (RFC 5758)
  rsa: '1.2.840.113549.1.1.11', // PKCS#1 v1.5 with SHA-256 (RFC 4055)
} as const

/** Stands for the digest in what is encoded once. */
const digestMark = createHash('sha256').update('the digest of a document').digest()

/**
 * All that the certificate decides is encoded once, by the library; each document then gets its digest and its signature in
 * their places. Signatures of elliptic curves differ in length, and the encoding with them: one is kept for each length.
 * Without `signedAt` it is as PAdES B-B (ETSI EN 319 142-1, 6.3) asks.
 */
export function createSealCms(chain: SealChain, { signedAt }: { signedAt?: Date } = {}): SealCms {
  const certificate = readSealCertificate(chain)
  const attributes = attributesUnder(chain[0]!, signedAt)
  const content = bytesOf(new SetOf({ value: attributes }))
  const forms = new Map<number, Buffer>()
  const formFor = (length: number): Buffer => {
    const form = forms.get(length) ?? bytesOf(signedData(chain, certificate, attributes, length))
    forms.set(length, form)
    return form
  }
  const withDigest = (form: Buffer, digest: Uint8Array): Buffer => {
    const bytes = Buffer.from(form)
    bytes.set(digest, form.indexOf(digestMark))
    return bytes
  }
  return {
    bytes: formFor(certificate.signatureBytes).length,
    contentFor: (digest) => withDigest(content, digest),
    envelope(digest, signature) {
      const bytes = withDigest(formFor(signature.length), digest)
      bytes.set(signature, bytes.length - signature.length) // the last part of the only signer
      return bytes
    },
  }
}

/**
 * What is signed (RFC 5652, 5.3), in the order that a set has in DER. The moment is among it only when it is given: for a seal it
 * stands in the document, by EN 319 142-1. The certificate always is, so that no other one can take its place.
 */
function attributesUnder(own: Uint8Array, signedAt: Date | undefined): BaseBlock[] {
  const certificate = new Sequence({ value: [new OctetString({ valueHex: sha256(own) })] }) // SHA-256 is the default
  return [
    attribute(ids.contentType, new ObjectIdentifier({ value: ids.data })),
    ...(signedAt ? [attribute(ids.signingTime, new UTCTime({ valueDate: signedAt }))] : []),
    attribute(ids.messageDigest, new OctetString({ valueHex: digestMark })),
    attribute(ids.signingCertificateV2, new Sequence({ value: [new Sequence({ value: [certificate] })] })),
  ]
}

function attribute(id: string, value: BaseBlock): Sequence {
  return new Sequence({ value: [new ObjectIdentifier({ value: id }), new SetOf({ value: [value] })] })
}

function signedData(
  chain: SealChain,
  { algorithm }: SealCertificate,
  attributes: BaseBlock[],
  signatureLength: number,
): Sequence {
  const version = () => new Integer({ value: 1 })
  const digestAlgorithm = () => new Sequence({ value: [new ObjectIdentifier({ value: ids.sha256 })] })
  const signer = new Sequence({
    value: [
      version(),
      signerOf(chain[0]!),
      digestAlgorithm(),
      tagged(0, attributes),
      signatureAlgorithm(algorithm),
      new OctetString({ valueHex: new Uint8Array(signatureLength) }),
    ],
  })
  const content = new Sequence({ value: [new ObjectIdentifier({ value: ids.data })] }) // stands outside
  const certificates = chain
    .toSorted(Buffer.compare) // as DER has a set
    .map(certificateIn)
  const data = new Sequence({
    value: [
      version(),
      new SetOf({ value: [digestAlgorithm()] }),
      content,
      tagged(0, certificates),
      new SetOf({ value: [signer] }),
    ],
  })
  return new Sequence({ value: [new ObjectIdentifier({ value: ids.signedData }), tagged(0, [data])] })
}

function signatureAlgorithm(algorithm: SealCertificate['algorithm']): Sequence {
  const id = new ObjectIdentifier({ value: ids[algorithm] })
  return new Sequence({ value: algorithm === 'rsa' ? [id, new Null()] : [id] })
}

/** Issuer and number of a certificate (RFC 5280, 4.1), as they stand in it. */
function signerOf(certificate: Uint8Array): Sequence {
  const [first, ...others] = (certificateIn(certificate).valueBlock.value[0] as Sequence).valueBlock.value
  const isVersion = first!.idBlock.tagClass === contextSpecific
  const [number, , issuer] = isVersion ? others : [first, ...others]
  return new Sequence({ value: [issuer!, number!] })
}

/** Throws when the library would write it otherwise than it is: then its own signature would not hold any more. */
function certificateIn(certificate: Uint8Array): Sequence {
  const read = fromBER(Uint8Array.from(certificate)).result as Sequence
  if (!bytesOf(read).equals(certificate)) throw new Error('a certificate of the seal is not in DER')
  return read
}

const contextSpecific = 3

function tagged(tagNumber: number, value: BaseBlock[]): Constructed {
  return new Constructed({ idBlock: { tagClass: contextSpecific, tagNumber }, value })
}

function bytesOf(block: BaseBlock): Buffer {
  return Buffer.from(block.toBER())
}
