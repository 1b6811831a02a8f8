import { CsvFault, type OtherKind } from './csv-fault.ts'

const newline = 10
const carriageReturn = 13
const allowedControls = new Set([9, newline, carriageReturn])

const ordinary = 0
const lineEnd = 1
const control = 2

const kindOf = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === newline || byte === carriageReturn) return lineEnd
  return (byte < 32 || byte === 127) && !allowedControls.has(byte) ? control : ordinary
})

const signatures: readonly [start: string, kind: OtherKind, what: string][] = [
  ['504b0304', 'workbook', 'a workbook (xlsx) or a ZIP file, and text is read here'],
  ['d0cf11e0', 'old-workbook', 'an old workbook (xls), and text is read here'],
  ['25504446', 'pdf', 'a PDF'],
  ['1f8b', 'compressed', 'a compressed file (gzip); unpack it first'],
  ['fffe', 'utf-16', 'UTF-16 text; save it as "CSV UTF-8"'],
  ['feff', 'utf-16', 'UTF-16 text; save it as "CSV UTF-8"'],
]
const pageStart = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|\?xml|html|head|table|meta)\b/i

/** Throws at the first byte that no text file has, and at a line that grows past `maxLineBytes`. */
export function byteGuard(maxLineBytes: number): (chunk: Uint8Array) => void {
  let line = 1
  let lineBytes = 0
  let atStart = true

  function takeLine(bytes: number): void {
    lineBytes += bytes
    if (lineBytes > maxLineBytes)
      throw new CsvFault('line-too-long', `line ${line} is longer than ${maxLineBytes} bytes`)
  }

  return (chunk) => {
    if (atStart) refuseKnownFormats(chunk)
    atStart = false
    let lineStart = 0
    for (let index = 0; index < chunk.length; index++) {
      const kind = kindOf[chunk[index]!]
      if (kind === ordinary) continue
      if (kind === control)
        throw new CsvFault('not-text', `line ${line} holds the control byte ${hex(chunk[index]!)}`)
      takeLine(index - lineStart)
      if (chunk[index] === newline) line++
      lineBytes = 0
      lineStart = index + 1
    }
    takeLine(chunk.length - lineStart)
  }
}

function refuseKnownFormats(chunk: Uint8Array): void {
  const start = Buffer.from(chunk.subarray(0, 4)).toString('hex')
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) throw new CsvFault('not-text', `the file is ${known[2]}`, { kind: known[1] })
  if (pageStart.test(Buffer.from(chunk.subarray(0, 200)).toString('latin1')))
    throw new CsvFault('not-text', 'the file is a web page or XML', { kind: 'web-page' })
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`
}
