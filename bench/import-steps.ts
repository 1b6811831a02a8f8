import { createReadStream } from 'node:fs'
import type { Election } from '../src/elections/index.ts'
import { type CsvRow, rowsIn } from '../src/platform/csv/csv-block.ts'
import { readCsvBlocks } from '../src/platform/csv/read-csv.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { checkRow, type ListVoter } from '../src/voters/checking/check-row.ts'
import { type ImportDeps, rowRules } from '../src/voters/index.ts'
import { type ColumnName, headerColumns } from '../src/voters/list-format.ts'
import { sealVoter } from '../src/voters/seal-voter.ts'

/** CPU seconds of one thread for each step of an import, over the same file. */
export interface ImportSteps {
  /** Bytes to cells. */
  readonly parse: number
  readonly checks: number
  /** Encryption, look-up index and id of the voter. */
  readonly seal: number
}

/** Runs the steps of an import apart. Rows are held block by block, as in the import. */
export async function importSteps(
  { database, vault, clock, numbers }: Omit<ImportDeps, 'onProgress'>,
  { municipalityId, electionId, ...election }: Election,
  file: string,
): Promise<ImportSteps> {
  const whole = { ...election, municipalityId, electionId }
  const rules = await database.inScope(staffOf(municipalityId), (db) =>
    rowRules(db, whole, { ...numbers, today: clock.now() }),
  )
  const steps = { parse: 0, checks: 0, seal: 0 }
  let since = process.cpuUsage()
  const add = (step: keyof ImportSteps) => {
    const { user, system } = process.cpuUsage(since)
    steps[step] += (user + system) / 1e6
    since = process.cpuUsage()
  }
  for await (const block of readCsvBlocks(createReadStream(file), { columns: headerColumns })) {
    const rows: CsvRow<ColumnName>[] = rowsIn(block)
    add('parse')
    const voters = rows.map(({ row, fields }) => checkRow(row, fields, rules).voter)
    add('checks')
    for (const voter of voters) if (voter) sealed(voter)
    add('seal')
  }
  return steps

  function sealed({ nationalNumber }: ListVoter): void {
    sealVoter(vault, municipalityId, electionId, nationalNumber)
  }
}
