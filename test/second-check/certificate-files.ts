import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A certificate's files, read as docs/certificate.md describes them and by nothing of the product. */

export interface CertifiedLeaf {
  readonly voter: string
  readonly section: number
  readonly letter: string
  readonly version: number
  readonly sha256: string
  readonly digital: string
  readonly digitalReason?: string
  readonly receipt?: string
  readonly noReceipt?: string
  readonly paper: string
  readonly paperReason?: string
}

type Reasons = Readonly<Record<string, number>>

interface Sums {
  readonly digital: Readonly<Record<'voters' | 'delivered' | 'inactive', number>> &
    Readonly<Record<'unreachable' | 'refused' | 'unconfirmed', Reasons>>
  readonly paper: { readonly voters: number; readonly printed: number; readonly exceptions: Reasons }
}

interface ListSums {
  readonly frozen: number
  readonly added: number
  readonly struck: number
  readonly voters: number
}

export interface Certified extends Sums {
  readonly list: ListSums
  readonly letters: {
    readonly versions: Reasons
    readonly ended: readonly { arrived: boolean | 'unconfirmed'; printed: boolean; letters: number }[]
  }
  readonly paper: Sums['paper'] & {
    readonly policy: string
    readonly printFiles: readonly {
      readonly name: string
      readonly letters: number
      readonly pages: number
      readonly sha256: string
      readonly indexSha256: string
    }[]
  }
  readonly sections: readonly (Sums & { readonly section: number; readonly list: ListSums })[]
  readonly leaves: { readonly sha256: string; readonly count: number; readonly root: string }
}

export interface CertificateFiles {
  readonly certified: Certified
  readonly leaves: readonly CertifiedLeaf[]
  readonly differences: readonly string[]
}

/** Reads a folder; tells what of the signature, the hash, the tree and the order does not hold. */
export async function readCertificateFiles(folder: string): Promise<CertificateFiles> {
  const jws = JSON.parse(await readFile(join(folder, 'certificate.json'), 'utf8')) as Jws
  const certified = JSON.parse(fromBase64(jws.payload).toString()) as Certified
  const file = await readFile(join(folder, 'leaves.jsonl'))
  const lines = file.toString('utf8').split('\n')
  const unended = lines.pop()
  const voters = lines.map((line) => (JSON.parse(line) as CertifiedLeaf).voter)
  const { leaves } = certified
  const checks: [boolean, string][] = [
    [isSigned(jws), 'certificate.json: the signature does not hold'],
    [unended === '', 'leaves.jsonl: the last line has no end'],
    [sha256(file).toString('hex') === leaves.sha256, 'leaves.jsonl: another hash than certified'],
    [lines.length === leaves.count, `leaves.jsonl: ${lines.length} leaves, ${leaves.count} certified`],
    [rootOf(lines).toString('hex') === leaves.root, 'leaves.jsonl: another root than certified'],
    [
      voters.every((voter, n) => n === 0 || voters[n - 1]! < voter),
      'leaves.jsonl: a pseudonym twice, or out of order',
    ],
  ]
  return {
    certified,
    leaves: lines.map((line) => JSON.parse(line) as CertifiedLeaf),
    differences: checks.flatMap(([holds, difference]) => (holds ? [] : [difference])),
  }
}

interface Jws {
  readonly payload: string
  readonly protected: string
  readonly signature: string
}

/** EdDSA over Ed25519 (RFC 8037) by the key in the header, whose name is its thumbprint (RFC 7638). */
function isSigned(jws: Jws): boolean {
  const { alg, kid, jwk } = JSON.parse(fromBase64(jws.protected).toString())
  const thumbprint = sha256(JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x })).toString('base64url')
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const signed = Buffer.from(`${jws.protected}.${jws.payload}`)
  return (
    alg === 'EdDSA' &&
    jwk.crv === 'Ed25519' &&
    kid === thumbprint &&
    verify(null, signed, key, fromBase64(jws.signature))
  )
}

/** RFC 9162, section 2.1.1, straight from its definition. */
function rootOf(lines: readonly string[]): Buffer {
  if (lines.length === 1) return sha256(Buffer.concat([Buffer.of(0), Buffer.from(lines[0]!)]))
  let split = 1
  while (split * 2 < lines.length) split *= 2
  return sha256(Buffer.concat([Buffer.of(1), rootOf(lines.slice(0, split)), rootOf(lines.slice(split))]))
}

export function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest()
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, 'base64url')
}
