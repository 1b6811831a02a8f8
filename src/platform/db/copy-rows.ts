/**
 * Writes rows in the binary format of PostgreSQL's COPY, a field after the other. The server takes it in for two
 * thirds of the work that the text format gives it.
 */
export interface CopyRows {
  /** Begins a row of so many fields. */
  row(fields: number): void
  nothing(): void
  integer(value: number): void
  uuid(value: string): void
  bytes(value: Uint8Array): void
  text(value: string): void
  /** A value as JSON. */
  jsonb(json: string): void
  /** A day as 1985-01-31. */
  date(value: string): void
  /** Takes what was written since the last time; it is the taker's alone, to pass on to another thread. */
  take(): Uint8Array<ArrayBuffer>
}

/** What stands before the first row and behind the last. */
export const copyStart = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
export const copyEnd = Buffer.from([0xff, 0xff])

const jsonbVersion = 1
const daysBefore2000 = 10_957
const millisecondsADay = 86_400_000

export function createCopyRows(expectedBytes = 64 * 1024): CopyRows {
  let buffer = Buffer.allocUnsafeSlow(expectedBytes)
  let end = 0

  function reserve(bytes: number): void {
    if (end + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, end + bytes))
    larger.set(buffer.subarray(0, end))
    buffer = larger
  }

  /** A field whose length is known only when it is written. */
  function utf8(value: string, prefix?: number): void {
    reserve(5 + value.length * 3)
    const lengthAt = end
    end += 4
    if (prefix !== undefined) buffer[end++] = prefix
    end += writeText(buffer, value, end)
    buffer.writeInt32BE(end - lengthAt - 4, lengthAt)
  }

  function number(length: 2 | 4, value: number): void {
    reserve(length)
    end = length === 2 ? buffer.writeInt16BE(value, end) : buffer.writeInt32BE(value, end)
  }

  const rows: CopyRows = {
    row: (fields) => number(2, fields),
    nothing: () => number(4, -1),
    integer(value) {
      number(4, 4)
      number(4, value)
    },
    uuid(value) {
      number(4, 16)
      reserve(16)
      for (const place of bytePlaces)
        buffer[end++] = (digitOf[value.charCodeAt(place)]! << 4) | digitOf[value.charCodeAt(place + 1)]!
    },
    bytes(value) {
      number(4, value.length)
      reserve(value.length)
      buffer.set(value, end)
      end += value.length
    },
    text: (value) => utf8(value),
    jsonb: (json) => utf8(json, jsonbVersion),
    date(value) {
      rows.integer(Date.parse(value) / millisecondsADay - daysBefore2000)
    },
    take() {
      const taken = buffer.subarray(0, end)
      buffer = Buffer.allocUnsafeSlow(expectedBytes)
      end = 0
      return taken
    },
  }
  return rows
}

const shortText = 24

/** Writes UTF-8 and answers how many bytes. Short plain texts byte by byte: the call into the library costs more. */
function writeText(buffer: Buffer, text: string, start: number): number {
  if (text.length > shortText) return buffer.write(text, start)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 127) return buffer.write(text, start)
    buffer[start + index] = code
  }
  return text.length
}

/** Where the bytes of a UUID stand in its text, between the dashes. */
const bytePlaces = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]
const digitOf = Uint8Array.from(
  { length: 103 },
  (_, code) => Number.parseInt(String.fromCharCode(code), 16) || 0,
)
