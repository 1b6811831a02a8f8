import { randomInt } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diceFrom } from '../../dev/demo/random.ts'
import { type FaultKind, type FaultPlan, faultPlanSchema } from '../../dev/ebox/faults.ts'
import { writeCertificate } from '../../src/letters/index.ts'
import { runKiesloket } from '../command-line.ts'
import { type DatabaseServer, startDatabaseServer } from '../database-server.ts'
import type { EboxApi } from '../ebox.ts'
import { expectOk } from '../expect-ok.ts'
import { readCertificateFiles } from '../second-check/certificate-files.ts'
import { secondCheck } from '../second-check/second-check.ts'
import { addresseesByPseudonym, namesInLetters } from './addressees.ts'
import { rowsOf } from './amendments.ts'
import { deliver } from './deliver.ts'
import { arrivedFromHand, neverAnswered } from './in-hand.ts'
import { openInstallation, replyAwaitedMs } from './installation.ts'
import { closedElection, compose, print, release } from './line.ts'
import { type Incident, incidents } from './plan.ts'
import type { Scene } from './scene.ts'

/**
 * The whole main job while everything goes wrong, in the order of a seed: processes are killed as by `kill -9`, the e-Box
 * fails and goes away, the database stops and crashes, the operator runs things twice, stops, holds back and amends the list, a
 * worker's clock is minutes off. Afterwards another program recomputes the certificate from what the e-Box itself says that it accepted.
 * `STORM_LETTERS` says how many, `STORM_SEED` repeats the choices of a run, `STORM_FAULTS` names a file with another plan of faults.
 */

const voters = Number(process.env.STORM_LETTERS ?? 1000)
const seed = Number(process.env.STORM_SEED ?? randomInt(1_000_000))
const longMs = 900_000 + voters * 200

const usualFaults: FaultPlan['rules'] = [
  { kind: 'lose-reply', probability: 0.02 },
  { kind: 'truncate-reply', probability: 0.01 },
  { kind: 'error', status: 500, probability: 0.01 },
  { kind: 'error', status: 502, probability: 0.01 },
  { kind: 'reset', probability: 0.01 },
  { kind: 'cut-request', probability: 0.005 },
  { kind: 'slow-reply', delayMs: replyAwaitedMs + 1000, probability: 0.0005 },
  { kind: 'busy', times: 4, probability: 0.001 },
  { kind: 'busy', times: 4, probability: 0.001, retryAfterAs: 'date' },
  { kind: 'error', status: 503, times: 3, probability: 0.0005 },
  { kind: 'expire-token', times: 20, probability: 0.002 },
  { kind: 'error', on: 'token', status: 503, probability: 0.1 },
  { kind: 'error', on: 'token', probability: 0.1, lasts: { ms: 2000 } },
  { kind: 'refuse', probability: 0.01 },
  { kind: 'refuse', status: 403, probability: 0.003 },
  { kind: 'refuse', status: 404, probability: 0.003 },
  { kind: 'refuse', status: 422, probability: 0.005 },
]

async function faultsOf(file: string | undefined): Promise<FaultPlan> {
  if (!file) return { seed, rules: usualFaults }
  return { ...faultPlanSchema.parse(JSON.parse(await readFile(file, 'utf8'))), seed }
}

/** Slow enough for everything to happen while letters leave. */
const settings = { EBOX_RATE_PER_SECOND: String(Math.ceil(voters / 50)) }

type Storm = Awaited<ReturnType<typeof storm>>

async function storm(api: EboxApi, server: DatabaseServer) {
  // Composing and printing know nothing of the route: they are killed on the way of one route only.
  const mostKills = api === 'federal-v3' ? 3 : 0
  const installation = await openInstallation(api, await faultsOf(process.env.STORM_FAULTS), {
    settings,
    server,
  })
  const dice = diceFrom(seed)
  try {
    const { app, road, folder } = installation
    const { election, listFile } = await closedElection(installation, voters)
    const composers = await compose(installation, dice, election, mostKills)
    const campaigns = [await release(installation, election)]
    const amended: Scene['amended'] = { struck: [], corrected: [], added: new Map() }
    const rows = await rowsOf(listFile)
    const scene = { ...{ installation, server, election, rows, campaigns, amended }, more: [], goingOn: [] }
    const delivered = await deliver(scene, seed)
    const printFolder = join(folder, 'print')
    await mkdir(printFolder)
    const printers = await print(installation, dice, { voters, folder: printFolder, mostKills })
    const certificates = join(folder, 'certificates')
    const written = expectOk(await writeCertificate(app, { election, folder: certificates, by: 'test' }))
    const certificateFolder = dirname(written.leavesFile)
    const books = road.standIn.messages()
    const evidence = { certificateFolder, printFolder, listFile, books, ...amended }
    const result = {
      ...{ installation, written, delivered, amended, printFolder, certificateFolder, campaigns },
      killed: { composers, workers: delivered.killed, printers },
      ...{ truth: road.standIn.truth(), books, struck: road.struck() },
      inHand: (await Promise.all(campaigns.map((campaign) => neverAnswered(app, campaign)))).flat(),
      refused: road.refused(),
      differences: await secondCheck(evidence),
      leaves: (await readCertificateFiles(certificateFolder)).leaves,
      addressees: await addresseesByPseudonym(app, election, listFile),
      letters: await namesInLetters(app, election),
    }
    tell(api, result)
    return result
  } catch (error) {
    await installation.close()
    throw error
  }
}

/** What the run came to, for whoever reads its output or repeats it. */
function tell(
  api: EboxApi,
  run: Pick<Storm, 'killed' | 'delivered' | 'struck' | 'inHand' | 'truth' | 'amended' | 'written'>,
) {
  const { killed, delivered, struck, inHand, truth, amended } = run
  const { stops, happened, mended } = delivered
  const { digital, paper, letters, list } = run.written.certificate
  const { printFiles, ...onPaper } = paper
  console.log({
    ...{ api, seed, happened: happened.join(' '), stops },
    refused: { letters: mended.turnedAway.length, retried: mended.retried },
    killed: { ...killed, workers: killed.workers.length },
    ...{ struck, inHand: inHand.length, truth, list, ended: letters.ended, digital },
    amended: {
      struck: amended.struck.length,
      corrected: amended.corrected.length,
      added: amended.added.size,
    },
    paper: { ...onPaper, files: printFiles.length },
  })
}

/** Small ones wait most of the time for whoever went away, and can do so side by side; large ones work. */
const sideBySide = { concurrent: voters <= 2000 }

describe.each<EboxApi>(['federal-v3', 'federal-v2'])(`over %s, seed ${seed}`, sideBySide, (api) => {
  let server: DatabaseServer
  let run: Storm
  beforeAll(async () => {
    server = await startDatabaseServer()
    run = await storm(api, server)
  }, longMs)
  afterAll(async () => {
    await run?.installation.close()
    await server.close()
  })

  test('everything happened, and workers were killed while they worked', () => {
    expect(new Set(run.delivered.happened)).toEqual(new Set(incidents))
    expect(run.killed.workers.length).toBeGreaterThanOrEqual(incidents.length)
  })

  test('the certificate counts every voter once on both channels, and verifies from its files alone', async () => {
    const { digital, paper, leaves, list } = run.written.certificate
    expect(leaves.count).toBe(votersNow(run))
    expect(list.voters).toBe(votersNow(run))
    expect(sumOf(digital)).toBe(votersNow(run))
    expect(paper.printed + sum(paper.exceptions)).toBe(votersNow(run))
    const nothingElse = { PATH: process.env.PATH }
    const verified = await runKiesloket(['certificate', 'verify', run.certificateFolder], nothingElse)
    expect(verified.status, verified.stdout + verified.stderr).toBe(0)
  })

  test('another program recomputes it from the books of the e-Box, the list and the print files', () => {
    expect(run.differences).toEqual([])
  })

  test('the e-Box itself counts no letter and no key twice', () => {
    const documents = new Set(run.books.map(({ sha256 }) => sha256))
    expect(documents.size).toBe(run.truth.accepted)
    expect(run.truth.duplicates.byKey).toBe(0)
    if (api === 'federal-v3') expect(run.truth.byKey).toBe(run.truth.accepted)
  })

  test('nobody got more than one letter, but for those whose letter was corrected', () => {
    const { accepted, distinctRecipients } = run.truth
    expect(accepted - distinctRecipients).toBeLessThanOrEqual(run.amended.corrected.length)
  })

  test('each letter shows the name and number of the voter that it is certified for', () => {
    for (const { letter, voter, version } of run.leaves) {
      const addressee = run.addressees.get(voter)
      if (version > 1 || !addressee) continue
      const { name, listNumber } = addressee
      expect(run.letters.get(letter)).toEqual({ name, listNumber })
    }
    expect(run.addressees.size).toBeGreaterThanOrEqual(voters - run.amended.struck.length)
  })

  test('of what workers had in hand nothing is left without an answer, except by those who were killed', () => {
    const killed = new Set(run.killed.workers)
    expect(run.inHand.filter(({ pid }) => !killed.has(pid))).toEqual([])
  })

  test('letters that were refused are named, no other is, none had arrived, and they went again as groups', () => {
    const { turnedAway, inBooks, retried } = run.delivered.mended
    if (run.struck.refuse) expect(turnedAway.length).toBeGreaterThan(0)
    expect(turnedAway.filter(({ document }) => !run.refused.has(document))).toEqual([])
    expect(inBooks).toEqual([])
    expect(sum(retried)).toBe(turnedAway.filter(({ state }) => state === 'refused').length)
    expect(run.written.certificate.digital.refused).toEqual({})
  })

  test('in the print folder is nothing but what is certified', async () => {
    const files = run.written.certificate.paper.printFiles.flatMap(({ name }) =>
      ['pdf', 'index.csv', 'addresses.csv', 'cover.pdf'].map((ending) => `${name}.${ending}`),
    )
    expect((await readdir(run.printFolder)).sort()).toEqual([...files, 'manifest.json'].sort())
  })

  if (api === 'federal-v3')
    test('with keys: everybody has it, and of nobody there is doubt, though every step was killed', () => {
      expect(run.killed.composers).toBeGreaterThan(0)
      expect(run.killed.printers).toBeGreaterThan(0)
      const { delivered, inactive } = run.written.certificate.digital
      expect(delivered + inactive).toBe(votersNow(run))
      const withoutReceipt = run.leaves.filter(({ receipt }) => receipt === undefined)
      for (const { noReceipt } of withoutReceipt) expect(noReceipt).toBe('receipt-lost')
      const repliesLost = timesStruck(run, 'lose-reply', 'truncate-reply', 'slow-reply')
      const lostWithWorkers = run.inHand.filter((letter) => arrivedFromHand(letter, run.books)).length
      expect(withoutReceipt.length).toBeLessThanOrEqual(repliesLost + lostWithWorkers + cutOff(run))
    })
  else
    test('without keys: whoever may have it and may not have it is named unconfirmed', () => {
      const { delivered, inactive, unconfirmed } = run.written.certificate.digital
      const inDoubt = timesStruck(
        run,
        ...(['lose-reply', 'truncate-reply', 'slow-reply', 'reset', 'cut-request', 'down', 'error'] as const),
      )
      expect(sum(unconfirmed)).toBeGreaterThan(0)
      expect(sum(unconfirmed)).toBeLessThanOrEqual(inDoubt + run.inHand.length + cutOff(run))
      expect(delivered + inactive + sum(unconfirmed)).toBe(votersNow(run))
    })
})

function votersNow({ amended }: Storm): number {
  return voters + amended.added.size - amended.struck.length
}

const concurrency = 16
const mostProcesses = 5

/** Letters whose answer was cut off, at most: those on their way when the e-Box went away, or when a lock was lost. */
function cutOff({ delivered: { happened } }: Storm): number {
  const cutting: readonly Incident[] = ['e-box-away', 'database-stopped', 'database-crashed']
  return happened.filter((one) => cutting.includes(one)).length * concurrency * mostProcesses
}

/** How often the e-Box failed in these ways. */
function timesStruck({ struck }: Storm, ...kinds: readonly FaultKind[]): number {
  return kinds.reduce((total, kind) => total + (struck[kind] ?? 0), 0)
}

function sum(reasons: Readonly<Record<string, number>>): number {
  return Object.values(reasons).reduce((total, count) => total + count, 0)
}

function sumOf({
  delivered,
  inactive,
  unreachable,
  refused,
  unconfirmed,
}: Storm['written']['certificate']['digital']): number {
  return delivered + inactive + sum(unreachable) + sum(refused) + sum(unconfirmed)
}
