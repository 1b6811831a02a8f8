import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoElection, demoMunicipality, demoPlaces } from '../dev/demo/demo-data.ts'
import { type App, openApp } from '../src/app.ts'
import { benchDelivery } from './delivery.ts'
import { benchImport } from './import.ts'
import { benchLetters } from './letters.ts'

/**
 * Measures side by side, in one run on one machine, and writes the ratios to docs/benchmarks.md. Absolute numbers
 * stand beside them for scale: they are of this machine in this hour.
 */

const voters = Number(process.argv[2] ?? 50_000)
const documents = Math.min(voters, 10_000)

const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
const app = await openApp({ ...process.env, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' })
try {
  const rows = [...(await letterRows()), ...(await importRows(app)), ...(await deliveryRows(app))]
  const page = pageOf(rows)
  await writeFile('docs/benchmarks.md', page)
  console.log(page)
} finally {
  await app.close()
  await rm(folder, { recursive: true, force: true })
}

type Row = readonly [what: string, ours: string, beside: string, ratio: string]

async function letterRows(): Promise<Row[]> {
  const bench = await benchLetters()
  return [
    [
      'letters a second, one process: press, beside the typesetter alone',
      whole(bench.pressPerSecond),
      whole(bench.typesetterPerSecond),
      `${whole(bench.pressPerSecond / bench.typesetterPerSecond)} × as many`,
    ],
    ['growth of memory over those letters (MB)', whole(bench.memoryMegabytes), '', ''],
  ]
}

async function importRows(app: App): Promise<Row[]> {
  const { municipalityId, settings } = await demoMunicipality(app)
  const election = await demoElection(app, municipalityId, voters)
  await demoPlaces(app, election, voters, settings)
  const bench = await benchImport(app, { election, voters })
  return [
    [
      `seconds to import ${whole(voters)} voters, checked and sealed, beside a bare COPY of the same bytes`,
      bench.importSeconds.toFixed(1),
      bench.bareCopySeconds.toFixed(1),
      `${bench.ratio.toFixed(1)} × as long`,
    ],
    ['growth of memory over that import (MB)', whole(bench.memoryMegabytes), '', ''],
  ]
}

async function deliveryRows(app: App): Promise<Row[]> {
  const { municipalityId } = await demoMunicipality(app)
  const bench = await benchDelivery(app, { municipalityId, documents })
  return [
    [
      `messages a second: our worker, beside a bare HTTP client posting the same ${whole(documents)} bodies to the same stand-in`,
      whole(bench.workerPerSecond),
      whole(bench.barePerSecond),
      `${bench.ratio.toFixed(2)} × as long`,
    ],
    ['growth of memory over that delivery (MB)', whole(bench.memoryMegabytes), '', ''],
  ]
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}

function pageOf(rows: readonly Row[]): string {
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
  return `# Benchmarks

Written by \`npm run bench\` (Node ${process.versions.node}, ${availableParallelism()} cores). What counts are the ratios: both
sides of a row were measured in the same run. The numbers themselves are of one machine in one hour.

| what | ours | beside it | ratio |
| --- | ---: | ---: | ---: |
${table}

How they are measured stands in \`bench/\`: a file per subject, each also runs small in a test.
`
}
