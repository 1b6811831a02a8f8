// Reads CBOR (RFC 8949) as far as a statement and a list of letters have it: whole numbers, bytes, texts, lists and maps. The
// library of the server reads all of it and is five times as large; a phone fetches this page in a hall with a bad network.

const kinds = ['whole', 'negative', 'bytes', 'text', 'list', 'map']
const mostNested = 8
const texts = new TextDecoder('utf-8', { fatal: true })

/**
 * One item with nothing behind it: numbers, `Uint8Array`, texts, lists and `Map`. Throws when it is anything else.
 * @param {Uint8Array} bytes
 */
export function decode(bytes) {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }
  const read = readItem(reader, mostNested)
  if (reader.at !== bytes.length) throw new Error('something stands behind it')
  return read
}

function readItem(reader, depth) {
  const first = reader.view.getUint8(reader.at++)
  const kind = kinds[first >> 5]
  if (!kind || depth === 0) throw new Error('this is not read here')
  const size = readSize(reader, first & 31)
  const several = (count) => Array.from(upTo(count, reader), () => readItem(reader, depth - 1))
  switch (kind) {
    case 'whole':
      return size
    case 'negative':
      return -1 - size
    case 'bytes':
      return take(reader, size)
    case 'text':
      return texts.decode(take(reader, size))
    case 'list':
      return several(size)
    default:
      return mapOf(several(2 * size))
  }
}

function readSize(reader, short) {
  if (short < 24) return short
  const { view, at } = reader
  const width = { 24: 1, 25: 2, 26: 4, 27: 8 }[short]
  if (!width) throw new Error('of a length that is not said')
  reader.at += width
  const long = [() => view.getUint8(at), () => view.getUint16(at), () => view.getUint32(at)][short - 24]
  const size = long ? long() : Number(view.getBigUint64(at))
  if (!Number.isSafeInteger(size)) throw new Error('too large a number')
  return size
}

function take(reader, size) {
  const { view } = reader
  if (size > view.byteLength - reader.at) throw new Error('cut off')
  const taken = new Uint8Array(view.buffer, view.byteOffset + reader.at, size).slice()
  reader.at += size
  return taken
}

/** Nobody has memory taken for a million items that are not there: each takes one byte at least. */
function upTo(count, { view, at }) {
  if (count > view.byteLength - at) throw new Error('cut off')
  return { length: count }
}

function mapOf(flat) {
  const map = new Map()
  for (let at = 0; at < flat.length; at += 2) {
    if (map.has(flat[at])) throw new Error('a key stands in it twice')
    map.set(flat[at], flat[at + 1])
  }
  return map
}

/**
 * What a signature of COSE_Sign1 is over (RFC 9052, 4.4), without external data.
 * @param {Uint8Array} protectedHeader @param {Uint8Array} payload
 */
export function signedBytes(protectedHeader, payload) {
  const context = new TextEncoder().encode('Signature1')
  const parts = [
    [...head('list', 4), ...head('text', context.length)],
    context,
    head('bytes', protectedHeader.length),
    protectedHeader,
    [...head('bytes', 0), ...head('bytes', payload.length)],
    payload,
  ]
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function head(kind, size) {
  const first = kinds.indexOf(kind) << 5
  if (size < 24) return [first + size]
  const [short, width] = size < 1 << 8 ? [24, 1] : size < 1 << 16 ? [25, 2] : [26, 4]
  const bytes = Array.from({ length: width }, (_, place) => (size >>> (8 * (width - 1 - place))) & 255)
  return [first + short, ...bytes]
}
