import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '../../dev/demo/random.ts'
import {
  type CampaignRef,
  campaignStatus,
  deliverBatchJob,
  holdCampaign,
  letAllGo,
  resumeCampaign,
  sendWave,
  stopCampaign,
} from '../../src/delivery/index.ts'
import type { Election } from '../../src/elections/index.ts'
import { releasedLetters } from '../../src/letters/index.ts'
import { throughTrouble } from '../../src/platform/db/connection-trouble.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import type { DocumentId } from '../../src/platform/ids.ts'
import { openJobs } from '../../src/platform/jobs.ts'
import type { DatabaseServer, StopMode } from '../database-server.ts'
import type { List } from '../second-check/list-and-print.ts'
import { amend, composeAndRelease, type rowsOf } from './amendments.ts'
import type { StormInstallation } from './installation.ts'
import type { Incident } from './plan.ts'

/** What was done to the list on the way. */
export interface Amendments {
  readonly struck: number[]
  readonly corrected: number[]
  readonly added: Map<number, List extends ReadonlyMap<number, infer Person> ? Person : never>
}

/** A delivery in the middle of a storm. */
export interface Scene {
  readonly installation: StormInstallation
  readonly server: DatabaseServer
  readonly election: Election
  readonly rows: Awaited<ReturnType<typeof rowsOf>>
  /** The first release's, and those of the corrections. */
  readonly campaigns: CampaignRef[]
  readonly amended: Amendments
  /** Processes beside the usual ones. */
  readonly more: ChildProcess[]
  /** What goes on while other things happen. */
  readonly goingOn: Promise<unknown>[]
}

const by = 'storm'
/** Longer than a pause that is waited out on the spot. */
const shortestOutageMs = 5500

export async function strike(scene: Scene, incident: Incident, dice: Dice): Promise<void> {
  await happens[incident](scene, dice)
}

const happens: Readonly<Record<Incident, (scene: Scene, dice: Dice) => Promise<void>>> = {
  'database-stopped': (scene, dice) => restart(scene, 'fast', dice),
  'database-crashed': (scene, dice) => restart(scene, 'immediate', dice),
  async 'e-box-away'({ installation, goingOn }, dice) {
    await Promise.all(goingOn) // one outage at a time
    goingOn.push(installation.road.outage(shortestOutageMs + dice.below(3000)))
  },
  async 'run-twice'({ installation, more }) {
    for (let n = 0; n < 2; n++) more.push(installation.start('delivery', 'run'))
  },
  'jobs-doubled': doubleJobs,
  async 'stopped-and-resumed'({ installation: { app }, campaigns }, dice) {
    for (const campaign of campaigns) await stopCampaign(app, { ...campaign, because: 'a doubt', by })
    await sleep(dice.below(1500))
    for (const campaign of campaigns) await resumeCampaign(app, { ...campaign, by })
  },
  'held-and-sent-in-waves': sendInWaves,
  'list-amended': amendList,
}

async function restart({ server }: Scene, how: StopMode, dice: Dice): Promise<void> {
  await server.restart(how, dice.below(1500))
  await sleep(200) // until this process has heard that its connections are gone
}

/** Every batch is in the queue again, under another name. */
async function doubleJobs({ installation: { app }, campaigns }: Scene, dice: Dice): Promise<void> {
  const jobs = await openJobs(app.config.DATABASE_URL, () => {})
  for (const campaign of campaigns) {
    const { total } = await statusOf(app, campaign)
    const batches = Array.from({ length: Math.ceil(total / 500) }, (_, n) => n + 1)
    await jobs.send(
      deliverBatchJob,
      [...batches, ...batches].map((batch) => ({
        payload: { ...campaign, batch },
        key: `${campaign.campaignId} ${dice.roll()}`,
      })),
    )
  }
  await jobs.stop()
}

async function sendInWaves(
  { installation: { app }, campaigns, election, rows }: Scene,
  dice: Dice,
): Promise<void> {
  const { municipalityId, electionId } = election
  for (const campaign of campaigns) await holdCampaign(app, { ...campaign, by })
  const section = 1 + dice.below(Math.ceil(rows.size / 1000))
  const letters = await app.database.inScope(staffOf(municipalityId), (db) =>
    releasedLetters(db, municipalityId, electionId, { section }),
  )
  const documentIds = letters.slice(0, 1 + dice.below(letters.length)) as string[] as DocumentId[]
  for (const campaign of campaigns) await sendWave(app, { ...campaign, documentIds, by })
  await sleep(dice.below(1500))
  for (const campaign of campaigns) await letAllGo(app, { ...campaign, by })
}

const mostAmended = 20

async function amendList(scene: Scene, dice: Dice): Promise<void> {
  const { installation, election, rows, amended, campaigns } = scene
  const untouched = [...rows.keys()].filter(
    (one) => !amended.struck.includes(one) && !amended.corrected.includes(one),
  )
  const several = () =>
    Array.from(
      { length: 1 + dice.below(mostAmended) },
      () => untouched.splice(dice.below(untouched.length), 1)[0]!,
    )
  const [struck, corrected] = [several(), several()]
  const skip = amended.added.size
  const added = await amend(installation.app, election, rows, { struck, corrected, added: 2, skip })
  campaigns.push(await composeAndRelease(installation.app, election))
  amended.struck.push(...struck)
  amended.corrected.push(...corrected)
  for (const [listNumber, person] of added) amended.added.set(listNumber, person)
}

export async function statusOf({ database }: StormInstallation['app'], campaign: CampaignRef) {
  const status = await throughTrouble(() =>
    database.inScope(staffOf(campaign.municipalityId), (db) => campaignStatus(db, campaign, new Date())),
  )
  return status!
}
