import { createHash } from 'node:crypto'
import { type CsvRow, readCsv } from '../platform/csv/read-csv.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'
import type { Vault } from '../platform/vault.ts'
import { checkRow, type RowRules } from './check-row.ts'
import type { FindingLog } from './finding-log.ts'
import { finding } from './import-finding.ts'
import { arrivalLine } from './import-store.ts'
import { type ColumnName, headerColumns } from './list-format.ts'
import { sealVoter } from './seal-voter.ts'

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
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly rules: RowRules
  readonly vault: Vault
  readonly findings: FindingLog
}

const chunkLength = 64 * 1024

/** From the bytes of a list to lines for the database. Rows with an error are noted and left out. */
export async function* linesFor(
  reading: Reading,
  bytes: AsyncIterable<Uint8Array>,
  onRows: (rows: number) => void,
): AsyncGenerator<string> {
  const { findings } = reading
  let lines = ''
  let rows = 0
  const onHeader = ({ unknownColumns }: { unknownColumns: readonly string[] }) =>
    findings.note(
      unknownColumns.map((name) => finding('unknown-column', { row: 1, column: name.slice(0, 60) })),
    )
  for await (const row of readCsv(bytes, { columns: headerColumns, onHeader })) {
    onRows(++rows)
    lines += lineFor(reading, row)
    if (lines.length > chunkLength || rows % 1000 === 0) {
      if (lines !== '') yield lines
      lines = ''
      await findings.settle()
    }
  }
  if (lines !== '') yield lines
  await findings.settle()
}

function lineFor(reading: Reading, { row, fields, damage }: CsvRow<ColumnName>): string {
  if (damage) {
    reading.findings.note([finding('cell-count', { row })])
    return ''
  }
  const { voter, findings } = checkRow(row, fields, reading.rules)
  if (findings.length > 0) reading.findings.note(findings)
  if (!voter) return ''
  const { vault, municipalityId, electionId } = reading
  return arrivalLine(row, voter, sealVoter(vault, municipalityId, electionId, voter.nationalNumber))
}
