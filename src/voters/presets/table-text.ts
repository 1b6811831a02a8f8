import { byteGuard } from '../../platform/csv/byte-guard.ts'
import { type GivenEncoding, strictDecoder } from '../../platform/csv/strict-decoder.ts'

/** No row of an export is longer. */
export const maxLineBytes = 16_384

/** The text of an export, piece by piece. Throws a `CsvFault` at bytes that no text of this encoding has. */
export async function* textOf(
  source: AsyncIterable<Uint8Array>,
  encoding: GivenEncoding | undefined,
): AsyncGenerator<string, void> {
  const guard = byteGuard(maxLineBytes)
  const decoder = strictDecoder(encoding)
  for await (const chunk of source) {
    guard(chunk)
    yield decoder.decode(chunk)
  }
  yield decoder.end()
}
