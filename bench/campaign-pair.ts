import type { App } from '../src/app.ts'
import { benchCampaign, type CampaignBench, type Point } from './campaign.ts'
import { releasedLetters, type TellStep } from './released-letters.ts'
import { openRoad } from './road.ts'

/** The same at two sizes, in one database: what a letter costs should not depend on how many there are. */
export interface CampaignPair {
  readonly small: CampaignBench
  readonly large: CampaignBench
  /** What a letter of the large campaign costs, beside one of the small, in CPU of the sender and PostgreSQL together. */
  readonly ratio: number
}

/** Letters; each a number of its own. */
export interface PairFacts {
  readonly small: number
  readonly large: number
  /** Sent before each, and not measured. */
  readonly warmUp?: number
  /** For the books of the stand-in; those of an earlier run that was broken off are gone on with. */
  readonly folder: string
  readonly onProgress?: (point: Point, letters: number) => void
  readonly onStep?: TellStep
}

/** Makes and releases the letters, and sends them. A run that was broken off is gone on with; only what it sends is measured. */
export async function benchCampaignPair(
  app: App,
  { small, large, warmUp = 2000, folder, onProgress, onStep }: PairFacts,
): Promise<CampaignPair> {
  const road = await openRoad(folder)
  try {
    const first = await releasedLetters(app, warmUp)
    const benchOf = async (letters: number) => {
      const campaign = await releasedLetters(app, letters, onStep)
      return benchCampaign(app, road, {
        ...{ campaign, warmUp: first },
        onProgress: (point) => onProgress?.(point, letters),
      })
    }
    const [one, other] = [await benchOf(small), await benchOf(large)]
    const { messages, keys } = other.accepted
    const due = warmUp + small + large
    if (messages !== due || keys !== due)
      throw new Error(`of ${due} letters, the stand-in has ${messages}, under ${keys} keys`)
    return { small: one, large: other, ratio: costOf(other) / costOf(one) }
  } finally {
    road.standIn.stop()
  }
}

/** CPU milliseconds a letter, of sender and PostgreSQL together. */
export function costOf(bench: CampaignBench): number {
  const { cpu } = bench.curve.at(-1)!
  return ((cpu.sender + (cpu.postgres ?? 0)) * 1000) / bench.letters
}
