/**
 * A small compressor (RFC 1951 with its fixed codes, in the frame of RFC 1950) whose output never changes: a
 * letter's hash is recorded once and its bytes are made again years later, while the compressor that comes with
 * a platform may give other bytes after every upgrade.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  const out = startBits(Math.ceil(bytes.length * 1.125) + 16)
  out.put(0x0178, 16)
  out.put(0b011, 3) // the only block, with fixed codes
  const last = new Int32Array(hashSize).fill(-1)
  const earlier = new Int32Array(bytes.length)
  for (let at = 0; at < bytes.length; ) {
    const match = longestMatch(bytes, at, last, earlier)
    if (match.length === 0) out.put(literalCode[bytes[at]!]!, bytes[at]! < 144 ? 8 : 9)
    else {
      out.put(lengthCode[match.length]!, lengthBits[match.length]!)
      out.put(distanceCode[match.distance]!, distanceBits[match.distance]!)
    }
    for (const end = at + (match.length || 1); at < end; at++) remember(bytes, at, last, earlier)
  }
  out.put(0, 7)
  return out.finish(adler32(bytes))
}

const shortest = 3
/** The format has 258, with a code of its own; one less keeps the codes regular. */
const longest = 257
const farthest = 32768
const hashSize = 4096
/** How many earlier places with the same beginning are tried. */
const tries = 6

function hash(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 8) ^ (bytes[at + 1]! << 4) ^ bytes[at + 2]!) & (hashSize - 1)
}

function remember(bytes: Uint8Array, at: number, last: Int32Array, earlier: Int32Array): void {
  if (at + shortest > bytes.length) return
  const slot = hash(bytes, at)
  earlier[at] = last[slot]!
  last[slot] = at
}

const best = { length: 0, distance: 0 }

function longestMatch(bytes: Uint8Array, at: number, last: Int32Array, earlier: Int32Array): typeof best {
  best.length = 0
  const room = Math.min(longest, bytes.length - at)
  if (room < shortest) return best
  for (
    let from = last[hash(bytes, at)]!, left = tries;
    from >= 0 && left > 0;
    from = earlier[from]!, left--
  ) {
    if (at - from > farthest) break
    let length = 0
    while (length < room && bytes[from + length] === bytes[at + length]) length++
    if (length >= shortest && length > best.length) {
      best.length = length
      best.distance = at - from
    }
  }
  return best
}

function startBits(capacity: number) {
  const bytes = Buffer.alloc(capacity)
  let [size, hold, count] = [0, 0, 0]
  return {
    /** At most 18 bits, the lowest first. */
    put(value: number, bits: number) {
      hold |= value << count
      for (count += bits; count >= 8; count -= 8) {
        bytes[size++] = hold
        hold >>>= 8
      }
    },
    finish(checksum: number) {
      if (count > 0) bytes[size++] = hold
      return bytes.subarray(0, bytes.writeUInt32BE(checksum, size))
    },
  }
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0]
  for (let at = 0; at < bytes.length; ) {
    for (const end = Math.min(at + 3800, bytes.length); at < end; at++) high += low += bytes[at]!
    low %= 65521
    high %= 65521
  }
  return high * 65536 + low
}

function reversed(code: number, bits: number): number {
  let result = 0
  for (let bit = 0; bit < bits; bit++) if (code & (1 << bit)) result |= 1 << (bits - 1 - bit)
  return result
}

const literalCode = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 144 ? reversed(0x30 + byte, 8) : reversed(0x190 + byte - 144, 9),
)

/** Codes of every value from `first` to `last`: the symbol's own code, then the extra bits it asks for. */
function codeValues(
  first: number,
  last: number,
  symbol: (number: number) => { code: number; bits: number; extra: number },
): [codes: Uint32Array, bits: Uint8Array] {
  const [codes, bits] = [new Uint32Array(last + 1), new Uint8Array(last + 1)]
  for (let number = 0, from = first; from <= last; number++) {
    const { code, bits: ownBits, extra } = symbol(number)
    for (let value = from; value < from + (1 << extra) && value <= last; value++) {
      codes[value] = code | ((value - from) << ownBits)
      bits[value] = ownBits + extra
    }
    from += 1 << extra
  }
  return [codes, bits]
}

const [lengthCode, lengthBits] = codeValues(shortest, longest, (number) => ({
  code: number < 23 ? reversed(number + 1, 7) : reversed(0xc0 + number - 23, 8),
  bits: number < 23 ? 7 : 8,
  extra: number < 8 ? 0 : (number >> 2) - 1,
}))
const [distanceCode, distanceBits] = codeValues(1, farthest, (number) => ({
  code: reversed(number, 5),
  bits: 5,
  extra: number < 4 ? 0 : (number >> 1) - 1,
}))
