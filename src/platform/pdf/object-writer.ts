import { PDFRef } from '@cantoo/pdf-lib'

export type Write = (chunk: Uint8Array) => Promise<void> | void

export type ObjectWriter = ReturnType<typeof createObjectWriter>

const bytesAtOnce = 1 << 20

/**
 * Numbered objects of a PDF one after the other, and the table that says where each one is. Bytes go out as they come, so
 * memory does not grow with the file. Numbers up to `reserved` are given out by whoever writes.
 */
export function createObjectWriter(write: Write, reserved: number) {
  const offsets: number[] = []
  let last = reserved
  let size = 0
  let held: Uint8Array[] = []
  let heldSize = 0
  const flush = async () => {
    const bytes = Buffer.concat(held)
    held = []
    heldSize = 0
    await write(bytes)
  }
  const put = async (bytes: Uint8Array) => {
    size += bytes.length
    heldSize += bytes.length
    held.push(bytes)
    if (heldSize >= bytesAtOnce) await flush()
  }
  return {
    last: () => last,
    next: () => PDFRef.of(++last),
    passTo(number: number) {
      last = Math.max(last, number)
    },
    async add(ref: PDFRef, body: Uint8Array) {
      if (size === 0) await put(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))
      offsets[ref.objectNumber] = size
      await put(Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
    },
    /** Ends the file; `id` names it, where a standard wants that. */
    async finish(root: PDFRef, id?: string) {
      const table = size
      const rows = Array.from({ length: last }, (_, index) => row(offsets[index + 1]))
      const head = `xref\n0 ${last + 1}\n0000000000 65535 f \n`
      const named = id ? `/ID[<${id}><${id}>]` : ''
      const end = `trailer\n<</Size ${last + 1}/Root ${root}${named}>>\nstartxref\n${table}\n%%EOF\n`
      await put(Buffer.from(head + rows.join('') + end))
      await flush()
    },
  }
}

/** An object of the library as it stands in a file. */
export function bytesOf(object: {
  sizeInBytes(): number
  copyBytesInto(buffer: Uint8Array, offset: number): number
}): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

function row(offset: number | undefined): string {
  return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
}
