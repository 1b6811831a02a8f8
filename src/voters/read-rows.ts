import { createHash } from 'node:crypto'
import { readCsvBlocks } from '../platform/csv/read-csv.ts'
import { copyEnd, copyStart } from '../platform/db/copy-rows.ts'
import { inOrder } from '../platform/threads.ts'
import type { FindingLog } from './finding-log.ts'
import { finding } from './import-finding.ts'
import { headerColumns } from './list-format.ts'
import type { ListTally } from './list-tally.ts'
import type { RowCrew } from './row-crew.ts'

/** A list as it comes in. `bytes`: its length, when that is known. */
export interface ListSource {
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
  readonly bytes?: number
}

/** The source gave out before its end: nothing is wrong with us, and nothing was kept. */
export class SourceBroken extends Error {}

/** Passes the bytes on and takes their SHA-256. */
export function metered(source: ListSource, onBytes: (done: number) => void) {
  const hash = createHash('sha256')
  async function* bytes(): AsyncGenerator<Uint8Array> {
    let done = 0
    try {
      for await (const chunk of source.stream) {
        hash.update(chunk)
        done += chunk.length
        yield chunk
        onBytes(done)
      }
    } catch (error) {
      throw new SourceBroken((error as Error).message, { cause: error })
    }
  }
  return { bytes: bytes(), sha256: () => hash.digest() }
}

export interface Reading {
  readonly crew: RowCrew
  readonly findings: FindingLog
  readonly tally: ListTally
}

/** From the bytes of a list to what COPY takes in. Rows with an error are noted and left out. */
export async function* arrivalsFrom(
  { crew, findings, tally }: Reading,
  bytes: AsyncIterable<Uint8Array>,
  onRows: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  const onHeader = ({ unknownColumns }: { unknownColumns: readonly string[] }) =>
    findings.note(
      unknownColumns.map((name) => finding('unknown-column', { row: 1, column: name.slice(0, 60) })),
    )
  const blocks = readCsvBlocks(bytes, { columns: headerColumns, onHeader })
  let rows = 0
  yield copyStart
  for await (const prepared of inOrder(blocks, crew.atOnce, crew.prepare)) {
    findings.note(prepared.findings)
    tally.include(prepared.tallied)
    if (prepared.arrivals.length > 0) yield prepared.arrivals
    rows += prepared.rows
    onRows(rows)
    await findings.settle()
  }
  yield copyEnd
  await findings.settle()
}
