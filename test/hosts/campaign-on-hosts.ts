import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type CampaignRef, type CampaignStatus, campaignStatus } from '../../src/delivery/index.ts'
import { composeLetters } from '../../src/letters/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { EboxApi, EboxRoad } from '../ebox.ts'
import { expectOk } from '../expect-ok.ts'
import { closedElection, release } from '../storm/line.ts'
import { type InstallationHere, installHere, operationsPort } from './installation-here.ts'
import { addHost, type Host, openNetwork } from './network.ts'
import { type Attempt, attemptsOf, batchesHeldBy, senderOf } from './who-sent.ts'

/**
 * A process in namespaces of its own: this machine has the database and the stand-in of the e-Box, two others have a
 * worker each. In the middle of a campaign the first of them is cut off, and later it comes back. Writes what was seen
 * to standard output, as JSON.
 */

export interface Plan {
  readonly api: EboxApi
  /** What the first worker can't reach any more. */
  readonly cut: 'everything' | 'the database'
  readonly voters: number
}

export interface Report {
  readonly truth: ReturnType<EboxRoad['standIn']['truth']>
  readonly counts: CampaignStatus['counts']
  /** Letters that arrived from each machine: before the cut, while it lasted, afterwards. */
  readonly arrived: Readonly<Record<'a' | 'b', readonly number[]>>
  readonly batchesHeldByA: number
  /** In seconds after the cut: the last letter of A, its locks free, the first of its letters claimed by B. */
  readonly lastOfA: number
  readonly locksFree: number
  readonly takenOver: number
  /** In seconds after the cut ended: the first letter of A. */
  readonly backAfter: number
  readonly healthOfA: string
}

const databaseAddress = '10.77.0.1'
const eboxAddress = '10.77.0.9'
/** At least, and until the other worker went on with what the first one had. */
const cutForMs = 40_000

process.stdin.on('end', () => process.exit(1)).resume() // who started this is gone
const plan = JSON.parse(process.argv[2]!) as Plan
await openNetwork([databaseAddress, eboxAddress])
const a = await addHost('worker-a', '10.77.0.2')
const b = await addHost('worker-b', '10.77.0.3')
const folder = await mkdtemp(join(tmpdir(), 'kiesloket-hosts-'))
try {
  await chmod(folder, 0o711)
  const here = await installHere(plan.api, { folder, databaseAddress, eboxAddress })
  process.stdout.write(JSON.stringify(await cutOffInTheMiddle(here)))
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

async function cutOffInTheMiddle(here: InstallationHere): Promise<Report> {
  const { app, road } = here
  const { election } = await closedElection(here, plan.voters)
  expectOk(await composeLetters({ ...app, portalUrl: app.config.PORTAL_URL }, { election, by: 'test' }))
  const campaign = await release(here, election)

  for (const host of [a, b]) here.startOn(host, 'work')
  await until(() => road.standIn.truth().accepted >= plan.voters / 10)
  const held = await batchesHeldBy(app, campaign, a.address)
  const cutAt = Date.now()
  const takenOverBy = (host: Host, attempts: readonly Attempt[]) =>
    attempts.find((each) => each.machine === host.name && each.claimedAt > cutAt && held.includes(each.batch))
  await (plan.cut === 'everything' ? a.unplug() : a.loseSightOf(databaseAddress))
  await until(async () => (await batchesHeldBy(app, campaign, a.address)).length === 0)
  const locksFree = secondsBetween(cutAt, Date.now())
  await until(async () => takenOverBy(b, await attemptsOf(app, campaign)) !== undefined)
  await sleep(Math.max(0, cutAt + cutForMs - Date.now()))
  const healthOfA = plan.cut === 'everything' ? 'not to be reached' : await healthOf(a)
  const mendedAt = Date.now()
  await (plan.cut === 'everything' ? a.plugIn() : a.seeAgain(databaseAddress))
  const { counts } = await whenFinished(here, campaign)

  const attempts = await attemptsOf(app, campaign)
  const times = road.standIn.messages().map(({ sha256, acceptedAt }) => {
    const at = Date.parse(acceptedAt)
    return { at, machine: senderOf(attempts, sha256!, at) }
  })
  const timesOf = (host: Host) => times.filter(({ machine }) => machine === host.name).map(({ at }) => at)
  const arrivedFrom = (host: Host) => inPeriods(timesOf(host), [cutAt, mendedAt])
  return {
    ...{ truth: road.standIn.truth(), counts },
    ...{
      arrived: { a: arrivedFrom(a), b: arrivedFrom(b) },
      batchesHeldByA: held.length,
      locksFree,
      healthOfA,
    },
    lastOfA: secondsBetween(cutAt, Math.max(...timesOf(a).filter((at) => at < mendedAt))),
    takenOver: secondsBetween(cutAt, takenOverBy(b, attempts)!.claimedAt),
    backAfter: secondsBetween(mendedAt, Math.min(...timesOf(a).filter((at) => at >= mendedAt))),
  }
}

async function whenFinished({ app }: InstallationHere, campaign: CampaignRef): Promise<CampaignStatus> {
  for (; ; await sleep(200)) {
    const status = await app.database.inScope(staffOf(campaign.municipalityId), (db) =>
      campaignStatus(db, campaign, new Date()),
    )
    if (status?.state === 'stopped') throw new Error(`stopped: ${status.stoppedBecause}`)
    if (status?.finishedAt) return status
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(100)
}

function secondsBetween(from: number, to: number): number {
  return (to - from) / 1000
}

/** How many times fall before the first border, between it and the next, and so on. */
function inPeriods(times: readonly number[], borders: readonly number[]): number[] {
  const from = [0, ...borders]
  const to = [...borders, Number.POSITIVE_INFINITY]
  return from.map((start, n) => times.filter((at) => at >= start && at < to[n]!).length)
}

/** Asked from the address that it still sees. */
function healthOf({ address }: Host): Promise<string> {
  const where = { host: address, port: operationsPort, path: '/health', localAddress: eboxAddress }
  return new Promise((answer, reject) => {
    const asked = request(where, async (response) => {
      let text = ''
      for await (const part of response) text += part
      answer(JSON.parse(text).status)
    })
    asked.on('error', reject).end()
  })
}
