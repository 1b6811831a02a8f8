import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoElection, demoMunicipality, demoPlaces } from '../dev/demo/demo-data.ts'
import { openApp } from '../src/app.ts'
import { benchDelivery } from './delivery.ts'
import { benchImport } from './import.ts'
import { benchLetters } from './letters.ts'
import { deliveryRows, importRows, letterRows, pageOf, type Row, workerRows } from './report.ts'
import { benchWorkers } from './workers.ts'

/**
 * Measures side by side, in one run on one machine, and writes the ratios to docs/benchmarks.md. Absolute numbers
 * stand beside them for scale: they are of this machine in this hour.
 */

const voters = Number(process.argv[2] ?? 50_000)
const documents = Math.min(voters, 10_000)

const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
const app = await openApp({ ...process.env, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' })
try {
  const rows = [...(await lettersMeasured()), ...(await importMeasured()), ...(await deliveryMeasured())]
  const page = pageOf(rows)
  await writeFile('docs/benchmarks.md', page)
  console.log(page)
} finally {
  await app.close()
  await rm(folder, { recursive: true, force: true })
}

async function lettersMeasured(): Promise<readonly Row[]> {
  return letterRows(await benchLetters())
}

async function importMeasured(): Promise<readonly Row[]> {
  const { municipalityId, settings } = await demoMunicipality(app)
  const election = await demoElection(app, municipalityId, voters)
  await demoPlaces(app, election, voters, settings)
  return importRows(await benchImport(app, { election, voters }))
}

async function deliveryMeasured(): Promise<readonly Row[]> {
  const { municipalityId } = await demoMunicipality(app)
  const facts = { municipalityId, documents }
  const atOnce = deliveryRows(await benchDelivery(app, facts))
  const later = deliveryRows(await benchDelivery(app, { ...facts, answerAfterMs: 30 }))
  return [
    ...atOnce,
    ...later,
    ...workerRows(await benchWorkers(app, { ...facts, documents: Math.min(documents, 6000) })),
  ]
}
