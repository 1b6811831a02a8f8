import { appendFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../src/app.ts'
import { benchCampaign, type CampaignBench, type Point } from './campaign.ts'
import { releasedLetters, type TellStep } from './released-letters.ts'
import { openRoad } from './road.ts'

/** The same at two sizes, in one database: what a letter costs should not depend on how many there are. */
export interface CampaignPair {
  /** Two of them, before and after the large one: what else the machine does falls on both sides. */
  readonly small: readonly [CampaignBench, CampaignBench]
  readonly large: CampaignBench
  /** What a letter of the large campaign costs, beside one of the small, in CPU of the sender and PostgreSQL together. */
  readonly ratio: number
}

/** Letters. No number may be used twice, nor the one after `small`. */
export interface PairFacts {
  readonly small: number
  readonly large: number
  /** Sent before each, and not measured. */
  readonly warmUp?: number
  /** For the books of the stand-in and what was measured; those of a run that was broken off are gone on with. */
  readonly folder: string
  readonly onProgress?: (point: Point, letters: number) => void
  readonly onStep?: TellStep
}

/**
 * Makes and releases the letters, and sends them. A run that was broken off is gone on with; what it sent after it
 * last told how far it was is sent, and not measured.
 */
export async function benchCampaignPair(
  app: App,
  { small, large, warmUp = 2000, folder, onProgress, onStep }: PairFacts,
): Promise<CampaignPair> {
  const road = await openRoad(folder)
  try {
    const first = await releasedLetters(app, warmUp)
    const benchOf = async (letters: number): Promise<CampaignBench> => {
      const campaign = await releasedLetters(app, letters, onStep)
      const file = join(folder, `curve-${letters}.jsonl`)
      const earlier = await pointsIn(file)
      const bench = await benchCampaign(app, road, {
        ...{ campaign, warmUp: first, from: earlier.at(-1) },
        onProgress(point) {
          appendFileSync(file, `${JSON.stringify(point)}\n`)
          onProgress?.(point, letters)
        },
      })
      return { ...bench, curve: [...earlier, ...bench.curve] }
    }
    const before = await benchOf(small)
    const between = await benchOf(large)
    const after = await benchOf(small + 1) // an election of its own
    const { messages, keys } = after.accepted
    const due = warmUp + small + large + small + 1
    if (messages !== due || keys !== due)
      throw new Error(`of ${due} letters, the stand-in has ${messages}, under ${keys} keys`)
    const around = [before, after] as const
    return { small: around, large: between, ratio: costOf([between]) / costOf(around) }
  } finally {
    road.standIn.stop()
  }
}

async function pointsIn(file: string): Promise<Point[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Point)
}

/** CPU milliseconds a letter, of sender and PostgreSQL together. */
export function costOf(benches: readonly CampaignBench[]): number {
  return cpuOf(benches, 'sender') + cpuOf(benches, 'postgres')
}

/** CPU milliseconds a letter, of one of the processes. */
export function cpuOf(benches: readonly CampaignBench[], of: keyof Point['cpu']): number {
  const seconds = benches.reduce((sum, { curve }) => sum + (curve.at(-1)!.cpu[of] ?? 0), 0)
  return (seconds * 1000) / lettersOf(benches)
}

export function lettersOf(benches: readonly CampaignBench[]): number {
  return benches.reduce((sum, { letters }) => sum + letters, 0)
}
