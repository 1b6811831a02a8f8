import { CsvFault } from './csv-fault.ts'

const newline = 10
const carriageReturn = 13
const allowedControls = new Set([9, newline, carriageReturn])

const isControl = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 32 || byte === 127) && !allowedControls.has(byte) ? 1 : 0,
)

const signatures: readonly [string, string][] = [
  ['504b0304', 'a spreadsheet (xlsx, ods) or a ZIP file; save the sheet as "CSV UTF-8"'],
  ['d0cf11e0', 'an old spreadsheet (xls); save the sheet as "CSV UTF-8"'],
  ['25504446', 'a PDF'],
  ['1f8b', 'a compressed file (gzip); unpack it first'],
  ['fffe', 'UTF-16 text; save it as "CSV UTF-8"'],
  ['feff', 'UTF-16 text; save it as "CSV UTF-8"'],
]

/** Throws at the first byte that no text file has, and at a line that grows past `maxLineBytes`. */
export function byteGuard(maxLineBytes: number): (chunk: Uint8Array) => void {
  let line = 1
  let lineBytes = 0
  let atStart = true
  return (chunk) => {
    if (atStart) refuseKnownFormats(chunk)
    atStart = false
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!
      if (isControl[byte]) throw new CsvFault('not-text', `line ${line} holds the control byte ${hex(byte)}`)
      if (byte === newline || byte === carriageReturn) {
        if (byte === newline) line++
        lineBytes = 0
      } else if (++lineBytes > maxLineBytes)
        throw new CsvFault('line-too-long', `line ${line} is longer than ${maxLineBytes} bytes`)
    }
  }
}

function refuseKnownFormats(chunk: Uint8Array): void {
  const start = Buffer.from(chunk.subarray(0, 4)).toString('hex')
  const known = signatures.find(([signature]) => start.startsWith(signature))
  if (known) throw new CsvFault('not-text', `the file is ${known[1]}`)
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`
}
