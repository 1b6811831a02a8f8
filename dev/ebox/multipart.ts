import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { Dicer } from '@fastify/busboy'
import type { Chunks } from './documents.ts'

/** A file part: what its headers said, and its digest, computed while it streamed in. */
export type ReceivedPart = Readonly<{
  name: string
  fileName: string | undefined
  mediaType: string | undefined
  sha256: string
  size: number
  chunks: Chunks
}>

export type ReceivedForm =
  | { ok: true; json: string | undefined; parts: readonly ReceivedPart[] }
  | { ok: false; because: 'not-multipart' | 'too-large' }

const jsonPart = 'messageToPublish'

/** A request, as far as this reader needs one. */
export type FormRequest = Readable & Pick<IncomingMessage, 'headers'>

/**
 * Reads a multipart form of one JSON part and some documents, in whatever order they come. A document over
 * `maxBytes` is read to its end but not kept, so that the sender gets an answer rather than a broken connection.
 * A form that breaks off is no form.
 */
export function readForm(request: FormRequest, maxBytes: number): Promise<ReceivedForm> {
  const boundary = boundaryOf(request.headers['content-type'])
  if (!boundary) {
    request.resume()
    return Promise.resolve({ ok: false, because: 'not-multipart' })
  }
  return new Promise((resolve) => {
    const breakOff = () => resolve({ ok: false, because: 'not-multipart' })
    const open: OpenPart[] = []
    const read: Promise<void>[] = []
    const dicer = new Dicer({ boundary })
    dicer.on('part', (stream) => {
      const part = openPart(maxBytes)
      open.push(part)
      stream.on('header', (headers) => readHeaders(part, headers as PartHeaders))
      stream.on('data', (chunk) => take(part, chunk as Buffer))
      const whole = finished(stream)
      whole.catch(breakOff)
      read.push(whole)
    })
    dicer.on('error', breakOff)
    // The reader of the whole form can be done before the last bytes of a part have been handed over.
    dicer.on('finish', () => void Promise.all(read).then(() => resolve(closeForm(open)), breakOff))
    request.on('error', breakOff)
    request.on('close', () => request.readableEnded || breakOff())
    request.pipe(dicer)
  })
}

type PartHeaders = Record<string, string[] | undefined>

function openPart(maxBytes: number) {
  return {
    name: '',
    fileName: undefined as string | undefined,
    mediaType: undefined as string | undefined,
    hash: createHash('sha256'),
    size: 0,
    maxBytes,
    chunks: [] as Buffer[],
  }
}

type OpenPart = ReturnType<typeof openPart>

function readHeaders(part: OpenPart, headers: PartHeaders): void {
  const disposition = headers['content-disposition']?.[0] ?? ''
  part.name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1] ?? ''
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1]
  part.fileName = fileName === undefined ? undefined : readableFileName(fileName)
  part.mediaType = headers['content-type']?.[0]?.split(';')[0]?.trim().toLowerCase()
}

/** Headers come as Latin-1; a name outside it comes percent-encoded (v3) or as UTF-8 (browsers). */
function readableFileName(raw: string): string {
  const text = Buffer.from(raw, 'latin1').toString('utf8')
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function take(part: OpenPart, chunk: Buffer): void {
  part.size += chunk.length
  if (part.size > part.maxBytes) part.chunks = []
  else {
    part.chunks.push(chunk)
    if (part.name !== jsonPart) part.hash.update(chunk)
  }
}

function closeForm(open: readonly OpenPart[]): ReceivedForm {
  if (open.some((part) => part.size > part.maxBytes)) return { ok: false, because: 'too-large' }
  const json = open.find((part) => part.name === jsonPart)
  const parts = open
    .filter((part) => part !== json)
    .map(({ name, fileName, mediaType, hash, size, chunks }) => {
      return { name, fileName, mediaType, sha256: hash.digest('hex'), size, chunks }
    })
  return { ok: true, json: json && Buffer.concat(json.chunks).toString('utf8'), parts }
}

function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '')
  return match?.[1] ?? match?.[2]
}
