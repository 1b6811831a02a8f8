import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { canonicalJson } from './hash.ts'
import { claimedKey, keyIdOf, openSigned, type Signer } from './signer.ts'

/** A signed file as it was found: its content, and whether its signature holds. */
export interface SignedFile {
  readonly genuine: boolean
  /** The key it says it was signed with. */
  readonly keyId?: string
  /** What it says; present also when the signature does not hold, so that the other checks can be made. */
  readonly content?: unknown
}

const envelope = z.object({ payload: z.string(), protected: z.string(), signature: z.string() })

/**
 * The text of a signed file: the canonical JSON (RFC 8785) of a document in a signed envelope. Parse the document with
 * its schema first: nothing is signed that would not verify.
 */
export async function signedText(signer: Signer, document: object): Promise<string> {
  return `${JSON.stringify(await signer.signJws(Buffer.from(canonicalJson(document))), null, 2)}\n`
}

/** Reads a signed file. Throws when it cannot be read; a file of another form is not genuine. */
export async function readSigned(path: string): Promise<SignedFile> {
  return openSignedText(await readFile(path, 'utf8'))
}

/** The same for the text of a signed file, wherever it was kept. */
export async function openSignedText(text: string): Promise<SignedFile> {
  const document = envelope.safeParse(parseJson(text))
  if (!document.success) return { genuine: false }
  const key = claimedKey(document.data)
  const payload = key && (await openSigned(document.data, key))
  const content = parseJson(Buffer.from(document.data.payload, 'base64url').toString())
  return { genuine: payload !== undefined, content, ...(key && { keyId: keyIdOf(key) }) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
