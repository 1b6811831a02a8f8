import { randomInt } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diceFrom } from '../../dev/demo/random.ts'
import type { FaultKind, FaultPlan } from '../../dev/ebox/faults.ts'
import type { TruthItem } from '../../dev/ebox/sim-routes.ts'
import { type Leaf, parseLeaf } from '../../src/letters/certificate/leaf.ts'
import { writeCertificate } from '../../src/letters/index.ts'
import { sha256 } from '../../src/platform/hash.ts'
import { runKiesloket } from '../command-line.ts'
import type { EboxApi } from '../ebox.ts'
import { expectOk } from '../expect-ok.ts'
import { addresseesByPseudonym, namesInLetters } from './addressees.ts'
import { arrivedFromHand, neverAnswered } from './in-hand.ts'
import { openInstallation, replyAwaitedMs } from './installation.ts'
import { closedElection, compose, deliver, mostBetweenKills, print, release } from './line.ts'

/**
 * The whole main job while everything goes wrong: composing, delivering and printing processes are killed as by
 * `kill -9`, and the e-Box fails at random. Afterwards the certificate is held, voter by voter, against what the e-Box
 * itself says that it accepted. `STORM_LETTERS` says how many; `STORM_SEED` repeats the choices of a run that failed.
 */

const voters = Number(process.env.STORM_LETTERS ?? 2000)
const seed = Number(process.env.STORM_SEED ?? randomInt(1_000_000))
const longMs = 240_000 + voters * 120

const faults: FaultPlan = {
  seed,
  rules: [
    { kind: 'lose-reply', probability: 0.02 },
    { kind: 'truncate-reply', probability: 0.01 },
    { kind: 'error', status: 500, probability: 0.01 },
    { kind: 'error', status: 502, probability: 0.01 },
    { kind: 'reset', probability: 0.01 },
    { kind: 'slow-reply', delayMs: replyAwaitedMs + 1000, probability: 0.0005 },
    { kind: 'busy', times: 4, probability: 0.001 },
    { kind: 'busy', times: 4, probability: 0.001, retryAfterAs: 'date' },
    { kind: 'error', status: 503, times: 3, probability: 0.0005 },
    { kind: 'expire-token', times: 20, probability: 0.002 },
  ],
}

type Storm = Awaited<ReturnType<typeof storm>>

async function storm(api: EboxApi) {
  // Composing and printing know nothing of the route: they are killed on the way of one route only.
  const mostKills = api === 'federal-v3' ? 3 : 0
  const installation = await openInstallation(api, faults)
  const dice = diceFrom(seed)
  try {
    const { app, road, folder } = installation
    const { election, listFile } = await closedElection(installation, voters)
    const composers = await compose(installation, dice, election, mostKills)
    const campaign = await release(installation, election)
    const workers = await deliver(installation, dice, { campaign, voters })
    const printFolder = join(folder, 'print')
    await mkdir(printFolder)
    const printers = await print(installation, dice, { voters, folder: printFolder, mostKills })
    const written = expectOk(
      await writeCertificate(app, { election, folder: join(folder, 'certificates'), by: 'test' }),
    )
    const killed = { composers, workers, printers }
    const truth = road.standIn.truth()
    const { digital, paper } = written.certificate
    const { printFiles, ...onPaper } = paper
    const struck = road.standIn.faults.struck()
    const inHand = await neverAnswered(app, campaign)
    console.log({
      api,
      seed,
      killed: { ...killed, workers: workers.length },
      struck,
      inHand: inHand.length,
      truth,
      digital,
      paper: { ...onPaper, files: printFiles.length },
    })
    return {
      ...{ installation, written, killed, truth, digital, printFolder, struck, inHand },
      messageOf: messagesByDocument(road.standIn.messages()),
      leaves: await readLeaves(written.leavesFile),
      addressees: await addresseesByPseudonym(app, election, listFile),
      letters: await namesInLetters(app, election),
    }
  } catch (error) {
    await installation.close()
    throw error
  }
}

/** No two letters are the same, because each has its own QR code; so a document says whose it is. */
function messagesByDocument(messages: readonly TruthItem[]): ReadonlyMap<string, TruthItem> {
  return new Map(messages.map((message) => [message.sha256!, message]))
}

async function readLeaves(file: string): Promise<Leaf[]> {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  return lines.map((line) => parseLeaf(line)!)
}

describe.each<EboxApi>(['federal-v3', 'federal-v2'])(`over %s, seed ${seed}`, (api) => {
  let run: Storm
  beforeAll(async () => {
    run = await storm(api)
  }, longMs)
  afterAll(() => run?.installation.close())

  test('workers were killed while they worked', () => {
    // At every goal that was passed somebody was killed, unless the one who was struck had just found everything done.
    const goals = Math.floor(run.truth.accepted / mostBetweenKills(voters))
    expect(run.killed.workers.length).toBeGreaterThanOrEqual(goals - 1)
    expect(goals, 'enough letters to be killed over').toBeGreaterThan(3)
  })

  test('the certificate counts every voter once on both channels, and verifies from its files alone', async () => {
    const { digital, paper, leaves } = run.written.certificate
    expect(leaves.count).toBe(voters)
    expect(sumOf(digital)).toBe(voters)
    expect(paper.printed + sum(paper.exceptions)).toBe(voters)
    const nothingElse = { PATH: process.env.PATH }
    const verified = await runKiesloket(
      ['certificate', 'verify', dirname(run.written.leavesFile)],
      nothingElse,
    )
    expect(verified.status, verified.stdout + verified.stderr).toBe(0)
  })

  test('the e-Box itself counts nobody twice', () => {
    const { accepted, distinctRecipients, duplicates } = run.truth
    expect(distinctRecipients).toBe(accepted)
    expect(run.messageOf.size).toBe(accepted)
    expect(duplicates).toEqual({ byRecipientAndType: 0, byKey: 0, examples: [] })
  })

  test('nothing but letters of the certificate arrived', () => {
    const letters = new Set(run.leaves.map((leaf) => leaf.sha256))
    expect([...run.messageOf.keys()].filter((document) => !letters.has(document))).toEqual([])
  })

  test('whom the certificate calls delivered has this very letter, under this receipt', () => {
    for (const { digital, receipt, sha256: letter } of run.leaves) {
      if (digital !== 'delivered' && digital !== 'inactive') continue
      const message = run.messageOf.get(letter)
      expect(message, `${digital}, and the e-Box does not have it`).toBeDefined()
      if (receipt === undefined) continue
      expect(receipt).toBe(message!.messageId)
      expect(digital).toBe(message!.active ? 'delivered' : 'inactive')
    }
  })

  test('every document arrived at the person it is for, and shows their name and number', () => {
    const leafOf = new Map(run.leaves.map((leaf) => [leaf.sha256, leaf]))
    const astray = [...run.messageOf.values()].filter((message) => {
      const leaf = leafOf.get(message.sha256!)
      return message.recipient !== run.addressees.get(leaf!.voter)!.recipient
    })
    expect(astray.map(({ messageId }) => messageId)).toEqual([])
    expect(run.addressees.size).toBe(voters)
    for (const { letter, voter } of run.leaves) {
      const { name, listNumber } = run.addressees.get(voter)!
      expect(run.letters.get(letter)).toEqual({ name, listNumber })
    }
  })

  test('of what workers had in hand nothing is left without an answer, except by those who were killed', () => {
    const killed = new Set(run.killed.workers)
    expect(run.inHand.filter(({ pid }) => !killed.has(pid))).toEqual([])
  })

  test('the print files are those of the certificate, whole, with each letter in one of them', async () => {
    const { printFiles, printed } = run.written.certificate.paper
    const letters: string[] = []
    for (const { name, sha256: pdf, indexSha256 } of printFiles) {
      const index = await readFile(join(run.printFolder, `${name}.index.csv`))
      expect(sha256(await readFile(join(run.printFolder, `${name}.pdf`))).toString('hex')).toBe(pdf)
      expect(sha256(index).toString('hex')).toBe(indexSha256)
      letters.push(...letterIdsIn(index.toString()))
    }
    expect(letters).toHaveLength(printed)
    expect(new Set(letters).size).toBe(printed)
    const files = printFiles.flatMap(({ name }) =>
      ['pdf', 'index.csv', 'addresses.csv', 'cover.pdf'].map((ending) => `${name}.${ending}`),
    )
    expect((await readdir(run.printFolder)).sort()).toEqual([...files, 'manifest.json'].sort())
  })

  if (api === 'federal-v3')
    test('with keys: everybody has it, and of nobody there is doubt, though every step was killed', () => {
      expect(run.killed.composers).toBeGreaterThan(0)
      expect(run.killed.printers).toBeGreaterThan(0)
      expect(run.truth).toMatchObject({ accepted: voters, byKey: voters })
      expect(run.digital.delivered + run.digital.inactive).toBe(voters)
      const withoutReceipt = run.leaves.filter(({ receipt }) => receipt === undefined)
      for (const { noReceipt } of withoutReceipt) expect(noReceipt).toBe('receipt-lost')
      const lostWithWorkers = run.inHand.filter((letter) => arrivedFromHand(letter, run.messageOf)).length
      const repliesLost = timesStruck(run, 'lose-reply', 'truncate-reply', 'slow-reply')
      expect(withoutReceipt.length).toBeLessThanOrEqual(repliesLost + lostWithWorkers)
    })
  else
    test('without keys: whoever may have it and may not have it is named unconfirmed', () => {
      const { delivered, inactive, unconfirmed } = run.digital
      const inDoubt = timesStruck(run, 'lose-reply', 'truncate-reply', 'slow-reply', 'reset', 'error')
      expect(sum(unconfirmed)).toBeGreaterThan(0)
      expect(sum(unconfirmed)).toBeLessThanOrEqual(inDoubt + run.inHand.length)
      expect(delivered + inactive + sum(unconfirmed)).toBe(voters)
      expect(run.truth.accepted).toBeGreaterThanOrEqual(delivered + inactive)
    })
})

/** How often the e-Box failed in these ways. */
function timesStruck({ struck }: Storm, ...kinds: readonly FaultKind[]): number {
  return kinds.reduce((total, kind) => total + (struck[kind] ?? 0), 0)
}

/** Columns: sequence, letter id, … */
function letterIdsIn(index: string): string[] {
  const [, ...rows] = index.trim().split('\r\n')
  return rows.map((row) => row.split(';')[1]!)
}

function sum(reasons: Readonly<Record<string, number>>): number {
  return Object.values(reasons).reduce((total, count) => total + count, 0)
}

function sumOf({ delivered, inactive, unreachable, refused, unconfirmed }: Storm['digital']): number {
  return delivered + inactive + sum(unreachable) + sum(refused) + sum(unconfirmed)
}
