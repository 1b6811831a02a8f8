import { PassThrough, Readable } from 'node:stream'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { Context } from 'hono'
import { type Refused, type Result, refused } from '../result.ts'
import { csrfField } from './components/form.tsx'
import { TypedForm } from './typed-form.ts'
import { withoutNul } from './without-nul.ts'

const roomForFields = 200_000

export type UploadRefusal = 'not-from-our-page' | 'no-file' | 'too-large' | 'broken'

interface Upload<Received> {
  /** Name of the field of the file. */
  readonly field: string
  readonly maxBytes: number
  readonly isOurToken: (token: string) => boolean
  /** Gets the file as it comes in. What it has not read when it is ready is thrown away. */
  readonly receive: (file: Readable, name: string) => Promise<Received>
}

/**
 * Reads a form with one file as it comes in: the file is never whole in memory. The token of the form stands before
 * the file, so of a form that is not ours no byte of the file is taken. Throws what `receive` throws about a file that came in
 * whole: that is a fault of ours, not of the file.
 */
export async function readUpload<Received>(
  context: Context,
  { field, maxBytes, isOurToken, receive }: Upload<Received>,
): Promise<
  | Result<{ received: Received; form: TypedForm }, Exclude<UploadRefusal, 'no-file'>>
  | (Refused<'no-file'> & { readonly form: TypedForm })
> {
  const type = context.req.header('Content-Type') ?? ''
  let hasFile = false
  if (!type.startsWith('multipart/form-data') || !context.req.raw.body) return refused('broken')
  // What is far too large is refused by what it says of itself, before a byte of it is taken.
  if (Number(context.req.header('Content-Length') ?? 0) > maxBytes + roomForFields)
    return refused('too-large')
  const fields: Record<string, string[]> = {}
  let received: Promise<Received> | undefined
  let given: PassThrough | undefined
  let because: Exclude<UploadRefusal, 'no-file'> | undefined
  const parser = parserOf(type, maxBytes)
  if (!parser) return refused('broken')
  parser.on('field', (name, value) => {
    fields[name] = [...(fields[name] ?? []), value]
  })
  parser.on('file', (name, file, fileName) => {
    hasFile ||= Boolean(fileName)
    if (!isOurToken(fields[csrfField]?.[0] ?? '')) because = 'not-from-our-page'
    if (because || name !== field || !fileName) return void file.on('error', () => {}).resume()
    // Who has refused the file listens no more: an error that nobody hears would end the process.
    const passed = new PassThrough().on('error', () => {})
    given = passed
    // The rest is thrown away unread, so that the browser gets the answer instead of a broken line.
    const throwAway = () => {
      file.unpipe(passed)
      file.resume()
    }
    file.on('error', (error) => {
      because ??= 'broken' // its end is missing
      passed.destroy(error)
    })
    file.once('limit', () => {
      because = 'too-large'
      throwAway()
      passed.destroy(new Error('the file is too large'))
    })
    received = receive(file.pipe(passed), withoutNul(fileName))
    received.then(throwAway, throwAway)
  })
  const end = await readInto(parser, context.req.raw.body, maxBytes + roomForFields)
  if (end !== 'whole') {
    because ??= end
    given?.destroy(new Error(`the upload is ${end}`)) // who reads the file hears that no more of it comes
  }
  if (because) await received?.catch(() => {}) // it clears up behind itself first
  if (!because && !isOurToken(fields[csrfField]?.[0] ?? '')) because = 'not-from-our-page'
  if (because === 'not-from-our-page') notOurs.set(context, { typed: new TypedForm(fields), hasFile })
  if (because) return refused(because)
  const form = new TypedForm(fields).without(csrfField)
  // What else was typed is not lost, and to some pages a file is not needed.
  return received ? { ok: true, received: await received, form } : { ...refused('no-file'), form }
}

/** What stood in an upload whose token was refused: it may be of an earlier login of the same person. */
export function notOursIn(context: Context): WithoutFile | undefined {
  return notOurs.get(context)
}

const notOurs = new WeakMap<Context, WithoutFile>()

interface WithoutFile {
  readonly typed: TypedForm
  readonly hasFile: boolean
}

/**
 * Only what was typed beside a file, of who may not send one now: no byte of the file is taken, and what stands behind it is
 * not read either. Of an upload that was cut off that is what came before the cut.
 */
export async function readWithoutFile(context: Context): Promise<WithoutFile | undefined> {
  const parser = parserOf(context.req.header('Content-Type') ?? '', 0)
  const body = context.req.raw.body
  if (!parser || !body) return undefined
  const fields: Record<string, string[]> = {}
  parser.on('field', (name, value) => {
    fields[name] = [...(fields[name] ?? []), value]
  })
  const hasFile = await new Promise<boolean>((resolve) => {
    parser.on('file', (_, file, fileName) => {
      file.on('error', () => {}).resume()
      if (fileName) resolve(true)
    })
    void readInto(parser, body, roomForFields).then(() => resolve(false))
  })
  return { typed: new TypedForm(fields), hasFile }
}

/** Nothing when the type names no boundary. */
function parserOf(type: string, maxBytes: number): InstanceType<typeof Busboy> | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': type } as BusboyHeaders,
      limits: { fileSize: maxBytes, files: 1, fields: 100, fieldSize: 100_000 },
    })
  } catch {
    return undefined
  }
}

/**
 * Reads no more than `most` bytes, whatever the parser makes of them: a body that does not tell its length may have no end.
 * Broken is what is no form, and what ends in the middle because the browser went away.
 */
function readInto(
  parser: InstanceType<typeof Busboy>,
  stream: ReadableStream,
  most: number,
): Promise<'whole' | 'too-large' | 'broken'> {
  return new Promise((resolve) => {
    const body = Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])
    let bytes = 0
    const leave = (end: 'too-large' | 'broken') => {
      body.unpipe(parser).pause() // not destroyed: the answer goes out over the same line
      resolve(end)
    }
    parser.once('finish', () => resolve('whole')).on('error', () => leave('broken'))
    body.on('error', () => leave('broken'))
    body.on('data', (chunk: Uint8Array) => {
      bytes += chunk.length
      if (bytes > most) leave('too-large')
    })
    body.pipe(parser)
  })
}
