import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '../../dev/demo/random.ts'

/** Processes that are killed as by `kill -9`, at moments that the dice choose. */

/** How long it takes until what was counted is looked at again, in milliseconds. */
const lookEveryMs = 10

export interface Step {
  start(): ChildProcess
  /** How much of the work there is to see, of `total`. */
  done(): Promise<number>
  readonly total: number
  readonly mostKills: number
}

/**
 * Kills a step and starts it anew, until a quarter of its work is done; then lets it end. Answers how often it was
 * killed.
 */
export async function finishThoughKilled(
  dice: Dice,
  { start, done, total, mostKills }: Step,
): Promise<number> {
  let kills = 0
  for (let before = await done(); kills < mostKills && before < total / 4; before = await done()) {
    const goal = before + 1 + dice.below((total - before) / 2)
    await killWhen(start(), async () => (await done()) >= goal)
    kills++
  }
  if ((await done()) >= total) throw new Error('nothing was left to do after the last kill')
  await endOf(start())
  return kills
}

async function killWhen(child: ChildProcess, isTime: () => Promise<boolean>): Promise<void> {
  while (!(await isTime())) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it was killed`)
    await sleep(lookEveryMs)
  }
  await kill(child)
}

async function endOf(child: ChildProcess): Promise<void> {
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`it ended with ${status}`)
}

export interface Workers {
  /** One function per place; a process that was killed is replaced by a new one at its place. */
  readonly places: readonly (() => ChildProcess)[]
  /** Grows from nought while they work, without asking the database. */
  progress(): number
  /** From one goal to the next, at each of which somebody is killed, the progress grows by at most so much. */
  readonly mostBetween: number
  isFinished(): Promise<boolean>
}

const oneInSo = 5

/**
 * Keeps several processes at work side by side and kills one of them (now and then all) each time that some more is
 * done, until everything is. Answers the ids of the processes that were killed before that.
 */
export async function workThoughKilled(
  dice: Dice,
  { places, progress, mostBetween, isFinished }: Workers,
): Promise<number[]> {
  const running = places.map((start) => start())
  const killed: number[] = []
  // A goal counts from the one before, not from what was done meanwhile: there are as many however fast they work.
  for (let goal = 0; ; ) {
    goal += 1 + dice.below(mostBetween)
    const finished = await reaches(progress, goal, isFinished)
    if (finished) {
      await Promise.all(running.map(kill))
      return killed
    }
    await sleep(dice.below(100))
    const struck = dice.below(oneInSo) === 0 ? [...places.keys()] : [dice.below(places.length)]
    for (const place of struck) {
      if (await kill(running[place]!)) killed.push(running[place]!.pid!)
    }
    for (const place of struck) running[place] = places[place]!()
  }
}

/** Waits until the progress is there; true when everything was finished first. */
async function reaches(
  progress: () => number,
  goal: number,
  isFinished: () => Promise<boolean>,
): Promise<boolean> {
  for (let askAt = Date.now() + 1000; progress() < goal; await sleep(lookEveryMs)) {
    if (Date.now() < askAt) continue
    if (await isFinished()) return true
    askAt = Date.now() + 1000
  }
  return false
}

/** True when it was this that ended the process. */
async function kill(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return false
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  return child.signalCode === 'SIGKILL'
}
