import { createWriteStream } from 'node:fs'
import { copyFile, mkdtemp, open, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPromise, type ZipFile } from 'yauzl'
import { type Result, refused } from '../../platform/result.ts'
import { openSignedText } from '../../platform/signed-file.ts'
import { certificateFormat, fileNames } from './certificate.ts'
import { publicFormat } from './public-copy.ts'
import { type Verification, verifyCertificate } from './verify-certificate.ts'

/** More than the leaves of the largest city take. */
const mostBytes = 2 ** 30
/** A certificate by itself is small; it is read whole. */
const mostJsonBytes = 50 * 2 ** 20

export interface VerifiedUpload extends Verification {
  /** The certificate came without its other files: only what it says itself was checked. */
  readonly isAlone: boolean
}

/** What was handed in instead of a certificate. */
export type NotACertificate =
  | 'empty-file'
  | 'web-page'
  | 'pdf'
  | 'other-file'
  | 'damaged-json'
  | 'other-json'
  | 'damaged-zip'
  | 'zip-without-certificate'
  | 'zip-too-large-inside'

/**
 * Verifies a certificate that somebody hands in: the ZIP of its files, or its JSON alone. It is judged by its files only,
 * whatever stands in the database, in a folder that is gone afterwards.
 */
export async function verifyUpload(
  upload: Readable,
  { trustedKeys }: { trustedKeys: readonly string[] },
): Promise<Result<VerifiedUpload, NotACertificate>> {
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-verify-'))
  try {
    const uploaded = join(folder, 'upload')
    await pipeline(upload, createWriteStream(uploaded))
    const isZip = (await firstBytes(uploaded)) === 'PK'
    const refusal = isZip ? await unpack(uploaded, folder) : await takeAlone(uploaded, folder)
    if (refusal) return refused(refusal)
    const verification = await verifyCertificate(join(folder, fileNames.certificate), { trustedKeys })
    return { ok: true, ...asFound(verification), isAlone: !isZip }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `ok` of a result says that it was verified; whether it holds is read from its checks. */
function asFound({ checks, keyId, certificate }: Verification) {
  return { checks, ...(keyId && { keyId }), ...(certificate && { certificate }) }
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await file.close()
  }
}

async function takeAlone(uploaded: string, folder: string): Promise<NotACertificate | undefined> {
  if ((await stat(uploaded)).size > mostJsonBytes) return 'other-file'
  const refusal = await whatElse(await readFile(uploaded, 'utf8'))
  if (refusal) return refusal
  await copyFile(uploaded, join(folder, fileNames.certificate))
  return undefined
}

/** What a file is that came by itself and is no certificate; of one that says that it is, the checks say whether it holds. */
async function whatElse(text: string): Promise<NotACertificate | undefined> {
  const start = text.trimStart()
  if (start === '') return 'empty-file'
  if (start.startsWith('<')) return 'web-page'
  if (start.startsWith('%PDF')) return 'pdf'
  if (!start.startsWith('{')) return 'other-file'
  try {
    JSON.parse(text)
  } catch {
    return 'damaged-json'
  }
  const { content } = await openSignedText(text)
  const { format } = (content ?? {}) as { format?: unknown }
  return format === certificateFormat || format === publicFormat ? undefined : 'other-json'
}

/** Takes the files of a certificate out of a ZIP, in whichever folder of it they lie, and nothing else. */
async function unpack(uploaded: string, folder: string): Promise<NotACertificate | undefined> {
  const wanted = new Set<string>(Object.values(fileNames))
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(uploaded, { lazyEntries: true })
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.split('/').at(-1) ?? ''
      if (!wanted.delete(name)) continue
      const most = name.endsWith('.json') ? mostJsonBytes : mostBytes
      if (entry.uncompressedSize > most) return 'zip-too-large-inside'
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(join(folder, name)))
    }
  } catch {
    return 'damaged-zip'
  } finally {
    zip?.close()
  }
  if (wanted.has(fileNames.certificate)) return 'zip-without-certificate'
  return whatElse(await readFile(join(folder, fileNames.certificate), 'utf8'))
}
