import { createReadStream } from 'node:fs'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export interface FileToPack {
  /** In the ZIP. */
  readonly name: string
  readonly path: string
  /** Packed inside already, as a PDF is: it goes in as it stands. */
  readonly isPacked?: boolean
}

/** Files in one ZIP, as they are read: none is ever whole in memory. A fault ends it without its end, so nobody takes it for whole. */
export async function* packFiles(files: readonly FileToPack[]): AsyncGenerator<Uint8Array, void> {
  const packed: Uint8Array[] = []
  let fault: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) fault = error
    else packed.push(chunk)
  })
  for (const { name, path, isPacked = false } of files) {
    const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    for await (const piece of createReadStream(path)) {
      entry.push(piece)
      yield* packed.splice(0)
    }
    entry.push(new Uint8Array(0), true)
    yield* packed.splice(0)
  }
  zip.end()
  if (fault) throw fault
  yield* packed.splice(0)
}
