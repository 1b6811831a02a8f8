import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sender } from '../../dev/ebox/testing.ts'
import { createMailboxFor } from '../../src/connectors/ebox/index.ts'
import { type CampaignRef, createTraffic, runCampaign } from '../../src/delivery/index.ts'
import { testDataKey, testDeps } from '../../src/delivery/testing.ts'
import { readConfig } from '../../src/platform/config.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { createVault } from '../../src/platform/vault.ts'
import { startNode } from '../start-node.ts'
import { dyingAt, type Point } from './points.ts'

/** A process that delivers a campaign; it kills itself as by `kill -9`, the second time that it comes to a point. */

interface LastWill {
  /** Absent: it lives until all is delivered. */
  readonly point?: Point
  readonly campaign: CampaignRef
  readonly enterpriseNumber: string
  readonly dataKey: { readonly id: number; readonly base64: string }
  readonly databaseUrl: string
  /** Absent: as fast as it goes. */
  readonly ratePerSecond?: number
}

export const traffic = {
  concurrency: 8,
  batchesAtOnce: 2,
  ratePerSecond: 100_000,
  backoff: { firstSeconds: 0.02, capSeconds: 0.2 },
}

/** Starts one that takes the road of `env`. */
export function startWorkerThatDies(
  env: NodeJS.ProcessEnv,
  will: Pick<LastWill, 'point' | 'campaign' | 'databaseUrl' | 'ratePerSecond'>,
): ChildProcess {
  const [id, base64] = testDataKey.split(':') as [string, string]
  const whole: LastWill = { ...will, enterpriseNumber: sender, dataKey: { id: Number(id), base64 } }
  const ownEnv = { ...process.env, ...env, LAST_WILL: JSON.stringify(whole) }
  return startNode(['--import', 'tsx', fileURLToPath(import.meta.url)], ownEnv, 'inherit')
}

if (process.env.LAST_WILL) {
  const will = JSON.parse(process.env.LAST_WILL) as LastWill
  const { enterpriseNumber, dataKey } = will
  const { mailboxFor } = createMailboxFor(readConfig(process.env), async () => ({ enterpriseNumber }))
  const mailbox = await mailboxFor(will.campaign.municipalityId)
  const deps = {
    ...testDeps(openDatabase(will.databaseUrl, 6), mailbox),
    vault: createVault([{ id: dataKey.id, key: Buffer.from(dataKey.base64, 'base64') }]),
    traffic: createTraffic({ ...traffic, ...(will.ratePerSecond && { ratePerSecond: will.ratePerSecond }) }),
  }
  const awaitedTimes = /call$/.test(will.point ?? '') ? 10 : 2
  let times = 0
  const die = async () => {
    if (++times < awaitedTimes) return undefined as never
    // Long enough for the request to arrive, not long enough for the reply, which is slow.
    if (will.point === 'during the call') await sleep(150)
    process.kill(process.pid, 'SIGKILL')
    return new Promise<never>(() => {})
  }
  await runCampaign(will.point ? dyingAt(will.point, deps, die) : deps, will.campaign)
  process.exit(0) // when it never came to that point a second time, the test says so
}
