import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { demoElection, demoMunicipality, demoPlaces } from '../dev/demo/demo-data.ts'
import { type App, openApp } from '../src/app.ts'
import { paths } from '../src/desk/paths.ts'
import { benchAmendments } from './amendments.ts'
import { amendmentsPage } from './amendments-page.ts'
import { benchBureaus } from './bureaus/bench-bureaus.ts'
import { bureausPage } from './bureaus/bureaus-page.ts'
import type { Point } from './campaign.ts'
import { campaignPage } from './campaign-page.ts'
import { benchCampaignPair } from './campaign-pair.ts'
import { benchCitizens } from './citizens.ts'
import { citizensPage } from './citizens-page.ts'
import { benchDelivery } from './delivery.ts'
import { benchDeskPages } from './desk-pages.ts'
import { deskPagesPage } from './desk-pages-page.ts'
import { benchImport } from './import.ts'
import { benchLetters } from './letters.ts'
import { benchMunicipalities, municipalitySizes } from './municipalities.ts'
import { printedTown } from './printed-town.ts'
import { averageBytes, releasedElectionOf, releasedLetters, type TellStep } from './released-letters.ts'
import {
  campaignRows,
  deliveryRows,
  importRows,
  letterRows,
  municipalityRows,
  pageOf,
  type Row,
  workerRows,
} from './report.ts'
import { benchWorkers } from './workers.ts'

/**
 * Measures side by side, in one run on one machine, and writes the ratios to docs/benchmarks.md. Absolute numbers
 * stand beside them for scale: they are of this machine in this hour. With --campaign it sends one large campaign
 * beside small ones and writes docs/benchmarks-campaign.md; with --pages it asks for every page of the desk, of a town of that
 * many voters and of one of 400, and writes docs/benchmarks-pages.md; with --amendments it amends a list of that many by a file, and
 * writes docs/benchmarks-amendments.md. Started again, all three go on where they were broken off. With --citizens it measures the
 * pages of citizens, and writes docs/benchmarks-citizens.md. With --bureaus it tells the story of that many bureaus, from the plan to
 * the payment, beside that of 400 or of a tenth, and writes docs/benchmarks-bureaus.md.
 */

const { values } = parseArgs({
  options: {
    voters: { type: 'string', default: '50000' },
    /** By what the voters of 285 municipalities are divided. */
    scale: { type: 'string', default: '100' },
    campaign: { type: 'string' },
    pages: { type: 'string' },
    amendments: { type: 'string' },
    /** Letters of each campaign beside it (10,000), or bureaus beside those (400, or a tenth). */
    beside: { type: 'string' },
    citizens: { type: 'boolean', default: false },
    bureaus: { type: 'string' },
  },
})
const voters = Number(values.voters)
const documents = Math.min(voters, 10_000)
const answerAfterMs = 30

if (values.citizens) await writeCitizensPage()
else if (values.bureaus) await writeBureausPage(Number(values.bureaus))
else if (values.pages) await writeDeskPages(Number(values.pages))
else if (values.amendments) await writeAmendments(Number(values.amendments))
else if (values.campaign) await writeCampaignPage(Number(values.campaign), Number(values.beside ?? 10_000))
else await writePage()

async function writePage(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  await chmod(folder, 0o711) // as root the database runs as another user, who has to reach its files
  const rows = await withApp(folder, async (app) => [
    ...told(letterRows(await benchLetters())),
    ...told(await importMeasured(app)),
    ...told(await deliveryMeasured(app)),
    ...told(await campaignsMeasured(app, folder)),
  ])
  await rm(folder, { recursive: true, force: true })
  await publish('docs/benchmarks.md', pageOf(rows))
}

/** Shown at once: what was measured is not lost when a later subject goes wrong. */
function told(rows: readonly Row[]): readonly Row[] {
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
  return rows
}

async function writeCampaignPage(large: number, small: number): Promise<void> {
  const folder = join(tmpdir(), `kiesloket-campaign-${large}`)
  await mkdir(folder, { recursive: true, mode: 0o711 })
  console.log(`what is made is kept in ${folder} until all is sent`)
  const pair = await withApp(folder, (app) =>
    benchCampaignPair(app, { small, large, folder, ...tellEvery(60) }),
  )
  await publish('docs/benchmarks-campaign.md', campaignPage(pair, large))
  await rm(folder, { recursive: true, force: true })
}

async function writeCitizensPage(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-citizens-'))
  await chmod(folder, 0o711)
  const spike = { visitors: 1000, withinSeconds: 5, abuses: 500 }
  const bench = await withApp(folder, async (app) => {
    const election = await releasedElectionOf(app, voters, tellEvery(20).onStep)
    return benchCitizens(app, { election, voters, visitors: 2000, spike })
  })
  await rm(folder, { recursive: true, force: true })
  await publish('docs/benchmarks-citizens.md', citizensPage(bench))
}

async function writeDeskPages(large: number): Promise<void> {
  await inKeptFolder(`kiesloket-pages-${large}`, 'docs/benchmarks-pages.md', async (app, load) => {
    const measured = await benchDeskPages(app, { small: 400, large, times: 100, tell: tellEvery(20).onStep })
    return deskPagesPage({ large, ...measured, load: [load, loadavg()[0]!] })
  })
}

async function writeAmendments(large: number): Promise<void> {
  await inKeptFolder(`kiesloket-amendments-${large}`, 'docs/benchmarks-amendments.md', async (app, load) => {
    const { onStep: tell } = tellEvery(20)
    await printedTown(app, large, tell)
    const amendments = await benchAmendments(app, { voters: large, rows: 10_000, tell })
    const only = [paths.election, paths.letters, paths.corrections].map(({ pattern }) => pattern)
    const { pages } = await benchDeskPages(app, { small: 400, large, times: 100, only, tell })
    return amendmentsPage({ voters: large, amendments, pages, load: [load, loadavg()[0]!] })
  })
}

async function writeBureausPage(large: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bureaus-'))
  await chmod(folder, 0o711)
  const few = Number(values.beside ?? Math.min(400, large / 10))
  const [load] = loadavg()
  const { onStep: tell } = tellEvery(20)
  const page = await withApp(folder, async (app) => {
    const small = await benchBureaus(app, { bureaus: few, tell })
    const all = await benchBureaus(app, { bureaus: large, firstTown: 1001, tell })
    return bureausPage({ small, large: all, load: [load!, loadavg()[0]!] })
  })
  await rm(folder, { recursive: true, force: true })
  await publish('docs/benchmarks-bureaus.md', page)
}

async function inKeptFolder(
  name: string,
  file: string,
  measure: (app: App, load: number) => Promise<string>,
): Promise<void> {
  const folder = join(tmpdir(), name)
  await mkdir(folder, { recursive: true, mode: 0o711 })
  console.log(`what is made is kept in ${folder} until all is measured`)
  const [load] = loadavg()
  await publish(file, await withApp(folder, (app) => measure(app, load!)))
  await rm(folder, { recursive: true, force: true })
}

async function withApp<T>(folder: string, work: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp({ ...process.env, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

async function publish(file: string, page: string): Promise<void> {
  await writeFile(file, page)
  console.log(page)
}

async function importMeasured(app: App): Promise<readonly Row[]> {
  const { municipalityId, settings } = await demoMunicipality(app)
  const election = await demoElection(app, municipalityId, voters)
  await demoPlaces(app, election, voters, settings)
  return importRows(await benchImport(app, { election, voters }))
}

async function deliveryMeasured(app: App): Promise<readonly Row[]> {
  const { municipalityId } = await demoMunicipality(app)
  const facts = { municipalityId, documents }
  const campaign = await releasedLetters(app, documents)
  const released = { campaign, documents: app.documents }
  const letters = { ...facts, released, bytesEach: await averageBytes(app, campaign), answerAfterMs }
  return [
    ...deliveryRows(await benchDelivery(app, facts)),
    ...deliveryRows(await benchDelivery(app, { ...facts, answerAfterMs })),
    ...deliveryRows(await benchDelivery(app, letters)),
    ...workerRows(await benchWorkers(app, { ...facts, documents: Math.min(documents, 6000) })),
  ]
}

async function campaignsMeasured(app: App, folder: string): Promise<readonly Row[]> {
  const { DATABASE_URL, KIESLOKET_DATA_KEY } = app.config
  const env = { DATABASE_URL, KIESLOKET_DATA_KEY }
  const sizes = municipalitySizes(Number(values.scale))
  const pair = { small: documents + 1, large: 5 * documents + 3, folder, ...tellEvery(20) }
  return [
    ...campaignRows(await benchCampaignPair(app, pair)),
    ...municipalityRows(await benchMunicipalities(app, { env, sizes })),
  ]
}

/** Lines while something long goes on, not too many. */
function tellEvery(seconds: number) {
  let toldAt = 0
  const onStep: TellStep = (step, done, total) => {
    if (done < total && performance.now() - toldAt < seconds * 1000) return
    toldAt = performance.now()
    console.log(`  ${step}: ${done} of ${total}`)
  }
  return {
    onStep,
    onProgress: ({ done, megabytes }: Point, letters: number) =>
      onStep(`Sending, with ${Math.round(megabytes)} MB`, done, letters),
  }
}
