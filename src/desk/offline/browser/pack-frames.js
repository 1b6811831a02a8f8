// How a pack travels: frames of four bytes of length and so many bytes, an empty one at the end, and behind it the SHA-256 of
// everything before. The first frame is the manifest, readable; all others are sealed pieces.

/** @param {Uint8Array} bytes */
export function frame(bytes) {
  const framed = new Uint8Array(4 + bytes.length)
  new DataView(framed.buffer).setUint32(0, bytes.length)
  framed.set(bytes, 4)
  return framed
}

const mostFrameBytes = 8_000_000

/**
 * The frames of a stream as they come in. What comes last is the hash, of 32 bytes, with `isHash`. Throws when the stream
 * ends before it, or is no pack.
 * @param {AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>} stream
 * @returns {AsyncGenerator<{ bytes: Uint8Array, isHash: boolean }>}
 */
export async function* readFrames(stream) {
  let held = new Uint8Array(0)
  let wanted = 4
  let isLength = true
  let isHash = false
  for await (const chunk of chunksOf(stream)) {
    const both = new Uint8Array(held.length + chunk.length)
    both.set(held)
    both.set(chunk, held.length)
    held = both
    while (held.length >= wanted) {
      const bytes = held.slice(0, wanted)
      held = held.slice(wanted)
      if (isHash) {
        yield { bytes, isHash }
        return
      }
      if (isLength) {
        wanted = new DataView(bytes.buffer).getUint32(0)
        isHash = wanted === 0
        if (wanted > mostFrameBytes) throw new Error('this is no pack')
        if (isHash) wanted = 32
      } else {
        yield { bytes, isHash }
        wanted = 4
      }
      isLength = !isLength
    }
  }
  throw new Error('the pack ended before its end')
}

/** Not every browser walks through a stream by itself. @param {any} stream */
async function* chunksOf(stream) {
  if (!stream.getReader) return yield* stream
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

/** @param {Uint8Array} bytes */
export async function unzip(bytes) {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
