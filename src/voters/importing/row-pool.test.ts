import { Readable } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import type { CsvBlock } from '../../platform/csv/csv-block.ts'
import { readCsvBlocks } from '../../platform/csv/read-csv.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { type ColumnName, headerColumns } from '../list-format.ts'
import { aRow, csvOf, rulesOfTests, testVault } from '../testing.ts'
import { prepareRows, type RowPreparation } from './prepare-rows.ts'
import { createRowPool, type RowPool } from './row-pool.ts'

const preparation: RowPreparation = {
  municipalityId: 1 as MunicipalityId,
  electionId: '0198b7a0-0000-7000-8000-000000000001' as ElectionId,
  rules: rulesOfTests,
  vault: testVault,
}

async function blocksOf(text: string): Promise<CsvBlock<ColumnName>[]> {
  const blocks: CsvBlock<ColumnName>[] = []
  const source = Readable.from([Buffer.from(text)])
  for await (const block of readCsvBlocks(source, { columns: headerColumns })) blocks.push(block)
  return blocks
}

let pool: RowPool | undefined
afterEach(() => pool?.close())

const startThreadsAtOnce = { blocksWithoutThreads: 0, threads: 2 }

test('threads prepare the same rows, with the keys of the vault', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => aRow(n, { section: n % 7 === 0 ? '9' : '2' }))
  const blocks = await blocksOf(csvOf(rows))
  expect(blocks.length).toBeGreaterThan(2)
  pool = createRowPool(preparation, startThreadsAtOnce)
  const onThreads = await Promise.all(blocks.map(pool.prepare))
  for (const [place, block] of blocks.entries()) {
    const { arrivals, setAside, ...here } = prepareRows(preparation, block)
    const { arrivals: there, setAside: thereAside, ...facts } = onThreads[place]!
    expect(facts).toEqual(here)
    expect(Buffer.from(thereAside)).toEqual(Buffer.from(setAside))
    expect(setAside.length).toBeGreaterThan(0)
    const placeOf = (bytes: Uint8Array) =>
      Buffer.from(bytes).indexOf(testVault.index(rows[1]!.national_number))
    expect(placeOf(there)).toBe(placeOf(arrivals))
    expect(placeOf(there) > 0).toBe(place === 0)
    expect(there.length).toBe(arrivals.length) // the numbers themselves are sealed differently each time
  }
  expect(onThreads[0]!.findings[0]).toMatchObject({ row: 2, code: 'unknown-section' })
})

test('a fault in the quotation marks keeps its name and its row on its way out of a thread', async () => {
  const [block] = await blocksOf(csvOf([aRow(0), aRow(1, { last_name: '"Peeters" x' })]))
  pool = createRowPool(preparation, startThreadsAtOnce)
  const fault = await pool.prepare(block!).catch((error: unknown) => error)
  expect(fault).toMatchObject({
    name: 'CsvFault',
    because: 'quoting',
    detail: expect.stringMatching('row 3'),
  })
})

test('closed in the middle, it drops what it was at', async () => {
  const blocks = await blocksOf(csvOf(Array.from({ length: 5000 }, (_, n) => aRow(n))))
  pool = createRowPool(preparation, startThreadsAtOnce)
  const underWay = blocks.map(pool.prepare)
  const settled = Promise.allSettled(underWay)
  await pool.close()
  expect((await settled).some(({ status }) => status === 'rejected')).toBe(true)
})
