import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '../../dev/demo/random.ts'

/** A process that is killed as by `kill -9`, at moments that the dice choose, until it is done. */

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
    const ended = child.exitCode ?? child.signalCode
    if (ended !== null) throw new Error(`it ended with ${ended} before it was killed`)
    await sleep(lookEveryMs)
  }
  await kill(child)
}

async function endOf(child: ChildProcess): Promise<void> {
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`it ended with ${status}`)
}

/** True when it was this that ended the process. */
export async function kill(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return false
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  return child.signalCode === 'SIGKILL'
}
