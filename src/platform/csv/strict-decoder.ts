import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { CsvFault } from './csv-fault.ts'

/** What a file may be said to be written in. */
export const givenEncodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'cp850'] as const
export type GivenEncoding = (typeof givenEncodings)[number]
export type TextEncoding = 'ascii' | GivenEncoding

/** Bytes that Windows-1252 leaves without a character. */
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

export interface StrictDecoder {
  decode(chunk: Uint8Array): string
  /** The text still held back. Throws when the file stops inside a character. */
  end(): string
}

/**
 * Decodes UTF-8 or Windows-1252. The first character outside ASCII decides unless the encoding is given, wherever
 * the chunks happen to be cut; a later byte that does not fit is a fault, never a wrong letter in somebody's name.
 */
export function strictDecoder(given?: GivenEncoding): StrictDecoder {
  let encoding: TextEncoding = given ?? 'ascii'
  let held: Uint8Array = new Uint8Array(0)
  const utf8 = new TextDecoder('utf-8', { fatal: true })

  function decide(bytes: Uint8Array, atEnd: boolean): TextEncoding | 'need-more' {
    const first = bytes.findIndex((byte) => byte >= 0x80)
    const length = sequenceLength(bytes[first]!)
    if (length > bytes.length - first) return atEnd ? 'windows-1252' : 'need-more'
    return length > 0 && isUtf8(bytes.subarray(first, first + length)) ? 'utf-8' : 'windows-1252'
  }

  function decodeAs(bytes: Uint8Array, stream: boolean): string {
    if (encoding === 'utf-8') return decodeUtf8(utf8, bytes, stream)
    return encoding === 'windows-1252' ? decode1252(bytes, given) : iconv.decode(Buffer.from(bytes), encoding)
  }

  return {
    decode(chunk) {
      if (encoding !== 'ascii') return decodeAs(chunk, true)
      const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
      held = new Uint8Array(0)
      if (isAscii(bytes)) return Buffer.from(bytes).toString('latin1')
      const decision = decide(bytes, false)
      if (decision === 'need-more') {
        held = bytes
        return ''
      }
      encoding = decision
      return decodeAs(bytes, true)
    },
    end() {
      if (encoding === 'ascii' && held.length > 0) encoding = decide(held, true) as TextEncoding
      return encoding === 'ascii' ? '' : decodeAs(held, false)
    },
  }
}

/** How many bytes a UTF-8 character has that starts with this one; 0 when none does. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

function decodeUtf8(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new CsvFault(
      'encoding',
      'the file starts as UTF-8 and then holds bytes that are not; save it again as "CSV UTF-8"',
    )
  }
}

function decode1252(bytes: Uint8Array, given: GivenEncoding | undefined): string {
  const wrong = bytes.find((byte) => undefinedIn1252.has(byte))
  if (wrong !== undefined)
    throw new CsvFault(
      'encoding',
      given
        ? `the preset says ${given}, which has no byte 0x${wrong.toString(16)}; is the file UTF-8, then leave "encoding" out of the preset`
        : `the file is neither UTF-8 nor Windows-1252 (byte 0x${wrong.toString(16)}); save it again as "CSV UTF-8"`,
    )
  return iconv.decode(Buffer.from(bytes), 'win1252')
}
