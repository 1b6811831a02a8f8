import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import { fileNames } from './certificate.ts'

/** The files of a certificate in one ZIP, as it is read: a city's leaves are never whole in memory. */
export async function* packCertificate(folder: string): AsyncGenerator<Uint8Array, void> {
  const packed: Uint8Array[] = []
  let fault: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) fault = error
    else packed.push(chunk)
  })
  for (const name of Object.values(fileNames)) {
    const entry = new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    for await (const piece of createReadStream(join(folder, name))) {
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
