import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { resumeCampaign } from '../../src/delivery/index.ts'
import { kill } from './kill.ts'
import { happeningsOf, type Incident, incidents, skewOf } from './plan.ts'
import { type Mended, mendRefusals } from './refused.ts'
import { type Scene, statusOf, strike } from './scene.ts'

/** Delivers while processes are killed and everything else happens; answers what did. */

export interface Delivered {
  /** Ids of the processes that were killed before everything was done. */
  readonly killed: readonly number[]
  readonly happened: readonly Incident[]
  /** Why campaigns stopped by themselves, and were let go on. */
  readonly stops: readonly string[]
  readonly mended: Mended
}

/**
 * From one happening to the next, the e-Box accepts about so many letters. A first round of happenings is over when two
 * thirds of the letters have left: without keys a tenth of them is in doubt, and no further acceptance is seen.
 */
export function stretchOf(voters: number): number {
  return Math.min(1500, Math.ceil((voters * 2) / 3 / incidents.length))
}

const lookEveryMs = 20
const mostStops = 50

export async function deliver(scene: Scene, seed: number): Promise<Delivered> {
  const { installation, rows } = scene
  const skew = skewOf(seed)
  const processes = keepAlive([
    () => installation.start('work'),
    () => installation.start('delivery', 'run'),
    () => installation.startWorker(skew),
  ])
  const killed: number[] = []
  const happened: Incident[] = []
  const stops: string[] = []
  let goal = 0
  for (const { after, delayMs, killsAll, incident, dice } of happeningsOf(seed)) {
    goal += Math.ceil(after * stretchOf(rows.size))
    if (await reaches(scene, goal, { stops, tend: processes.revive })) break
    await sleep(delayMs)
    killed.push(...(await processes.strike(killsAll ? undefined : dice.below(processes.count))))
    if (killsAll) killed.push(...(await killAll(scene.more)))
    await strike(scene, incident, dice)
    happened.push(incident)
  }
  await Promise.all(scene.goingOn)
  const mended = await mendRefusals(installation, scene.campaigns)
  await reaches(scene, Number.POSITIVE_INFINITY, { stops, tend: processes.revive })
  await processes.end()
  await killAll(scene.more)
  return { killed, happened, stops, mended }
}

/** Waits until the e-Box has accepted so much; true when everything was finished first. */
async function reaches(
  { installation, campaigns }: Scene,
  goal: number,
  { stops, tend }: { stops: string[]; tend: () => void },
): Promise<boolean> {
  const { app, road } = installation
  for (let askAt = Date.now() + 1000; road.standIn.truth().accepted < goal; await sleep(lookEveryMs)) {
    if (Date.now() < askAt) continue
    tend()
    const all = await Promise.all(
      campaigns.map(async (campaign) => ({ campaign, status: await statusOf(app, campaign) })),
    )
    if (all.every(({ status }) => status.finishedAt)) return true
    for (const { campaign, status } of all) {
      if (status.state === 'open') continue
      stops.push(String(status.stoppedBecause))
      if (stops.length > mostStops) throw new Error(`it stops again and again: ${stops.at(-1)}`)
      await resumeCampaign(app, { ...campaign, by: 'storm' })
    }
    askAt = Date.now() + 1000
  }
  return false
}

/** Processes at their places: one that ended, or was killed, is replaced by another. */
function keepAlive(places: readonly (() => ChildProcess)[]) {
  const running = places.map((start) => start())
  return {
    count: places.length,
    /** Starts anew what ended by itself: a run that found nothing to do, because everything was held back. */
    revive() {
      for (const [place, start] of places.entries())
        if (running[place]!.exitCode !== null) running[place] = start()
    },
    /** Kills the one at that place, or all; answers the ids of those that were still there. */
    async strike(place: number | undefined): Promise<number[]> {
      const struck = place === undefined ? [...places.keys()] : [place]
      const ids = await killAll(struck.map((each) => running[each]!))
      for (const each of struck) running[each] = places[each]!()
      return ids
    },
    async end() {
      await killAll(running)
    },
  }
}

async function killAll(children: readonly ChildProcess[]): Promise<number[]> {
  const were = await Promise.all(children.map(async (child) => ((await kill(child)) ? [child.pid!] : [])))
  return were.flat()
}
