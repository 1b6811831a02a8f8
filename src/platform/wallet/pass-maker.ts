import { hash, X509Certificate } from 'node:crypto'
import { zipSync } from 'fflate'
import { sha256 } from '../hash.ts'
import { readSealCertificate, validityFault } from '../seal/seal-certificate.ts'
import { createSealCms } from '../seal/seal-cms.ts'
import type { SealKey } from '../seal/seal-key.ts'
import { createSoftwareKey } from '../seal/software-key.ts'

/** Makes passes for Apple Wallet, in the name of one pass type. */
export interface PassMaker {
  /** Whether its certificate holds: no phone takes a pass that is signed with one that does not. */
  worksAt(now: Date): boolean
  make(pass: Pass, now: Date): Promise<Uint8Array<ArrayBuffer>>
}

export interface Pass {
  /** What `pass.json` says, but for whose pass type it is. */
  readonly content: object
  /** By the names that Apple gives them; `icon.png` is always among them. */
  readonly pictures: Readonly<Record<string, Uint8Array>>
}

export interface PassOwner {
  /** As `pass.be.example.kiesloket`. */
  readonly passType: string
  readonly team: string
  /** PEM: the one of the pass type, then the one of Apple that issued it. */
  readonly certificates: string
  /** PKCS#8 PEM. */
  readonly privateKey: string
}

/** Throws when certificates, key and pass type don't belong together. */
export function createPassMaker({ passType, team, ...files }: PassOwner): PassMaker {
  const key = createSoftwareKey(files)
  if (key.chain.length < 2) throw new Error('behind the first certificate the one of Apple (WWDR) is missing')
  const own = new X509Certificate(Buffer.from(key.chain[0]!))
  if (!own.subject.includes(passType)) throw new Error(`the first certificate is not that of ${passType}`)
  const lasts = readSealCertificate(key.chain)
  return {
    worksAt: (now) => validityFault(lasts, { now }) === undefined,
    async make({ content, pictures }, now) {
      const whole = { formatVersion: 1, passTypeIdentifier: passType, teamIdentifier: team, ...content }
      const files = { ...pictures, 'pass.json': jsonBytes(whole) }
      const manifest = jsonBytes(digestsOf(files))
      const signature = await signatureOver(manifest, { key, now })
      return zipSync({ ...files, 'manifest.json': manifest, signature })
    },
  }
}

/** SHA-1 of each file, which is what Apple's format has; what is signed over them is signed with SHA-256. */
function digestsOf(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, hash('sha1', bytes)]))
}

/** Apart from what it is over, with the moment in it: Apple asks both. */
async function signatureOver(
  bytes: Uint8Array,
  { key, now }: { key: SealKey; now: Date },
): Promise<Uint8Array> {
  const cms = createSealCms(key.chain, { signedAt: now })
  const digest = sha256(bytes)
  const [signature] = await key.sign([cms.contentFor(digest)])
  return cms.envelope(digest, signature!)
}

function jsonBytes(value: object): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}
