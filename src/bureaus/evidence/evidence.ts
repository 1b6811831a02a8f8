import sodium from 'libsodium-wrappers'
import { howPdfOpens } from '../../platform/pdf/how-pdf-opens.ts'
import { type Result, refused } from '../../platform/result.ts'

await sodium.ready

/** What a person adds to a case. Its name may say as much as the paper itself, so it is sealed with it. */
export interface Evidence {
  readonly name: string
  readonly type: EvidenceType
  readonly bytes: Uint8Array
}

export type EvidenceType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** A photo of a phone is 2 to 8 MB. */
export const mostBytes = 10 * 1024 * 1024

const longestName = 200
const signatures = [
  { type: 'application/pdf', first: Buffer.from('%PDF-') },
  { type: 'image/jpeg', first: Buffer.from('ffd8ff', 'hex') },
  { type: 'image/png', first: Buffer.from('89504e470d0a1a0a', 'hex') },
] as const

/** `evidence-locked`: a PDF that asks for a password. `evidence-broken`: one of which no page can be seen. */
export type FileRefusal =
  | 'evidence-empty'
  | 'evidence-too-large'
  | 'evidence-kind-unknown'
  | 'evidence-locked'
  | 'evidence-broken'

/**
 * What somebody uploaded, by what is in it: neither its name nor what the browser says of it is believed. A PDF has to open, for once it is
 * sealed nobody sees in time that it doesn't; of a photo only the first bytes are looked at.
 */
export async function readEvidence(
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ evidence: Evidence }, FileRefusal>> {
  if (bytes.length === 0) return refused('evidence-empty')
  if (bytes.length > mostBytes) return refused('evidence-too-large')
  const found = signatures.find(({ first }) => first.equals(bytes.subarray(0, first.length)))
  if (!found) return refused('evidence-kind-unknown')
  const opening = found.type === 'application/pdf' ? await howPdfOpens(bytes) : 'opens'
  if (opening !== 'opens') return refused(`evidence-${opening}`)
  return { ok: true, evidence: { name: name.slice(0, longestName), type: found.type, bytes } }
}

/** Sealed for the key of the case; see `makeCaseKey`. */
export function sealEvidence({ name, type, bytes }: Evidence, casePublicKey: Uint8Array): Uint8Array {
  const head = Buffer.from(JSON.stringify({ name, type }))
  const length = Buffer.alloc(headBytes)
  length.writeUInt16BE(head.length)
  return sodium.crypto_box_seal(Buffer.concat([length, head, bytes]), casePublicKey)
}

/** Throws when it was sealed for another case, or is damaged. */
export function openEvidence(
  sealed: Uint8Array,
  caseKey: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array },
): Evidence {
  const opened = Buffer.from(sodium.crypto_box_seal_open(sealed, caseKey.publicKey, caseKey.privateKey))
  const end = headBytes + opened.readUInt16BE()
  const head = JSON.parse(opened.toString('utf8', headBytes, end)) as Pick<Evidence, 'name' | 'type'>
  return { ...head, bytes: opened.subarray(end) }
}

const headBytes = 2
