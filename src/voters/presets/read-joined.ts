import { CsvFault } from '../../platform/csv/csv-fault.ts'
import type { JoinedFile } from './preset.ts'
import { openTable } from './read-table.ts'

/** A joined file in memory: its rows by their key. */
export interface JoinedRows {
  readonly names: readonly string[]
  readonly rows: ReadonlyMap<string, readonly string[]>
}

/** Reads a whole file that is looked up by a key. Throws a `CsvFault` at a damaged row and at a key that comes twice. */
export async function readJoined(
  { name, file, on }: JoinedFile,
  source: AsyncIterable<Uint8Array>,
): Promise<JoinedRows> {
  const { names, rows } = await openTable(file, source)
  const place = names.indexOf(on.there)
  if (place < 0) throw new CsvFault('missing-columns', `the file ${name} has no field ${on.there}`)
  const found = new Map<string, readonly string[]>()
  for await (const { row, texts, damage } of rows) {
    if (damage)
      throw new CsvFault('damaged-row', `row ${row} of the file ${name} has not as many cells as its header`)
    const key = texts[place] ?? ''
    if (key === '') continue
    if (found.has(key))
      throw new CsvFault('double-keys', `row ${row} of the file ${name} has a key that was there`)
    found.set(key, texts)
  }
  return { names, rows: found }
}
