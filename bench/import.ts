import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { generateVoters } from '../dev/demo/voters-generator.ts'
import { type Election, getSections, votingCategories } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { type ImportDeps, importVoters } from '../src/voters/index.ts'
import { type ImportSteps, importSteps } from './import-steps.ts'

export interface ImportBench {
  readonly voters: number
  readonly fileBytes: number
  /** Stored as voters. */
  readonly imported: number
  readonly importSeconds: number
  readonly rowsPerSecond: number
  /** The same file copied as it is into a table of one text column, without checks, seals or indexes. */
  readonly bareCopySeconds: number
  /** With the header. */
  readonly linesCopied: number
  /** How many times longer the import takes than the bare copy, in one run. */
  readonly ratio: number
  /** CPU seconds of this process, all its threads, over the import; PostgreSQL has its own. */
  readonly importCpuSeconds: number
  /** The steps of the import apart, in CPU seconds of one thread over the same file. */
  readonly steps: ImportSteps
  /** Growth of this process's memory over the import, at its highest, in MB. */
  readonly memoryMegabytes: number
}

/**
 * Measures the import of a generated list against a bare COPY of the same bytes into the same server. The
 * election needs sections; its imported list is replaced.
 */
export async function benchImport(
  deps: Omit<ImportDeps, 'onProgress'>,
  { election, voters }: { election: Election; voters: number },
): Promise<ImportBench> {
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  try {
    const file = join(folder, 'voters.csv')
    await writeList(deps, election, voters, file)
    const fileBytes = (await stat(file)).size
    let linesCopied = 0
    const bareCopySeconds = await seconds(async () => {
      linesCopied = await bareCopy(deps, election, file)
    })
    let imported = 0
    const memory = watchMemory()
    const cpuBefore = process.cpuUsage()
    const importSeconds = await seconds(async () => {
      const source = { name: 'bench.csv', stream: createReadStream(file), bytes: fileBytes }
      const outcome = await importVoters(deps, { election, source, by: 'bench' })
      if (!outcome.ok) throw new Error(`the import was refused: ${outcome.because}`)
      imported = outcome.report.voters
    })
    const cpu = process.cpuUsage(cpuBefore)
    const memoryMegabytes = memory.end()
    return {
      voters,
      fileBytes,
      imported,
      importSeconds,
      importCpuSeconds: (cpu.user + cpu.system) / 1e6,
      steps: await importSteps(deps, election, file),
      rowsPerSecond: Math.round(voters / importSeconds),
      bareCopySeconds,
      linesCopied,
      ratio: importSeconds / bareCopySeconds,
      memoryMegabytes,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeList({ database }: ImportDeps, election: Election, voters: number, file: string) {
  const { municipalityId, electionId, pollingDay } = election
  const sections = await database.inScope(staffOf(municipalityId), (db) =>
    getSections(db, municipalityId, electionId),
  )
  const list = generateVoters({
    seed: 1,
    voters,
    sections: sections.map(({ section }) => section),
    pollingDay,
    categories: votingCategories(election),
    postcode: '9999',
    city: 'Zonnedorp',
  })
  await pipeline(Readable.from(list), createWriteStream(file))
}

async function bareCopy({ database }: ImportDeps, election: Election, file: string): Promise<number> {
  return database.withClient(staffOf(election.municipalityId), async (db, client) => {
    await sql`create temporary table bare_copy (line text) on commit drop`.execute(db)
    const copy = client.query(copyFrom('copy bare_copy from stdin'))
    await pipeline(createReadStream(file), copy)
    return copy.rowCount
  })
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function watchMemory(): { end(): number } {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let highest = before
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, 50)
  return {
    end() {
      clearInterval(timer)
      return Math.round((highest - before) / 2 ** 20)
    },
  }
}
