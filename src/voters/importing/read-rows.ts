import { createHash } from 'node:crypto'
import { rowsIn } from '../../platform/csv/csv-block.ts'
import { readCsvBlocks } from '../../platform/csv/read-csv.ts'
import { copyEnd, copyStart } from '../../platform/db/copy-rows.ts'
import { inOrder } from '../../platform/threads.ts'
import { isWorkbook, withStart } from '../../platform/xlsx/gather-workbook.ts'
import { finding } from '../checking/import-finding.ts'
import { headerColumns } from '../list-format.ts'
import { mendRows } from '../mending/mend-rows.ts'
import type { Mending } from '../mending/mending-sheet.ts'
import type { Preset } from '../presets/preset.ts'
import { type OwnHeader, readOwnWorkbook } from '../presets/read-own-workbook.ts'
import { type ExportRow, readWithPreset } from '../presets/read-with-preset.ts'
import type { FindingLog } from './finding-log.ts'
import type { ListTally } from './list-tally.ts'
import type { LookAlikes } from './look-alikes.ts'
import type { RowBlock } from './prepare-rows.ts'
import type { RowPool } from './row-pool.ts'

/** A list as it comes in. `bytes`: its length, when that is known. */
export interface ListSource {
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
  readonly bytes?: number
  /** How an export in another form than ours is read. */
  readonly preset?: Preset | undefined
  /** The files that the preset joins, by its names. */
  readonly joined?: Readonly<Record<string, AsyncIterable<Uint8Array>>> | undefined
  /** What a clerk mended in rows of it. */
  readonly mending?: Mending | undefined
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
        onBytes(done)
        yield chunk
      }
    } catch (error) {
      throw new SourceBroken((error as Error).message, { cause: error })
    }
  }
  return { bytes: bytes(), sha256: () => hash.digest() }
}

export interface Reading {
  readonly pool: RowPool
  /** Takes what can be read of rows with an error: some forty bytes each. */
  readonly setAside: Uint8Array[]
  readonly findings: FindingLog
  readonly tally: ListTally
  readonly lookAlikes: LookAlikes
}

/** The rows of a list in blocks, with what was mended put in. */
export function blocksOf(
  source: ListSource,
  bytes: AsyncGenerator<Uint8Array>,
  findings: FindingLog,
): AsyncGenerator<RowBlock> {
  const onHeader = ({ unknownColumns, row }: OwnHeader) =>
    findings.note(unknownColumns.map((name) => finding('unknown-column', { row, column: name.slice(0, 60) })))
  const blocks = blocksAsTheyAre(source, bytes, onHeader)
  return source.mending ? inBlocks(mendRows(eachRow(blocks), source.mending)) : blocks
}

/** The rows of a list one by one, as they stand in it. */
export function rowsOf(source: ListSource): AsyncGenerator<ExportRow> {
  return eachRow(blocksAsTheyAre(source, metered(source, () => {}).bytes, () => {}))
}

/** Of our own format, as text or as a workbook, or of an export that its preset describes. */
async function* blocksAsTheyAre(
  { preset, joined }: ListSource,
  bytes: AsyncGenerator<Uint8Array>,
  onHeader: (header: OwnHeader) => void,
): AsyncGenerator<RowBlock> {
  if (preset) yield* inBlocks(readWithPreset(preset, { main: bytes, joined }))
  else {
    const { start, whole } = await withStart(bytes)
    if (isWorkbook(start)) yield* inBlocks(readOwnWorkbook(whole, onHeader))
    else yield* readCsvBlocks(whole, { columns: headerColumns, onHeader })
  }
}

async function* eachRow(blocks: AsyncIterable<RowBlock>): AsyncGenerator<ExportRow> {
  for await (const block of blocks) yield* 'rows' in block ? block.rows : rowsIn(block)
}

const rowsAtOnce = 500

async function* inBlocks(rows: AsyncIterable<ExportRow>): AsyncGenerator<RowBlock> {
  let held: ExportRow[] = []
  for await (const row of rows) {
    held.push(row)
    if (held.length < rowsAtOnce) continue
    yield { rows: held }
    held = []
  }
  if (held.length > 0) yield { rows: held }
}

/** From the rows of a list to what COPY takes in. Rows with an error are noted and set aside. */
export async function* arrivalsFrom(
  { pool, setAside, findings, tally, lookAlikes }: Reading,
  blocks: AsyncIterable<RowBlock>,
  onRows: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  let rows = 0
  yield copyStart
  for await (const prepared of inOrder(blocks, pool.atOnce, pool.prepare)) {
    findings.note(prepared.findings)
    tally.include(prepared.tallied)
    lookAlikes.include(prepared.fingerprints)
    if (prepared.setAside.length > 0) setAside.push(prepared.setAside)
    if (prepared.arrivals.length > 0) yield prepared.arrivals
    rows += prepared.rows
    onRows(rows)
    await findings.settle()
  }
  yield copyEnd
  await findings.settle()
}
