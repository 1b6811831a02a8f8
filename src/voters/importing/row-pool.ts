import { Piscina } from 'piscina'
import { CsvFault } from '../../platform/csv/csv-fault.ts'
import { allPower } from '../../platform/threads.ts'
import { type PreparedRows, prepareRows, type RowBlock, type RowPreparation } from './prepare-rows.ts'
import type { ThreadAnswer, ThreadStart } from './prepare-rows-thread.ts'

/** Prepares blocks of rows: by itself at first, on threads as soon as the list turns out to be a large one. */
export interface RowPool {
  /** Blocks worth asking for at once. */
  readonly atOnce: number
  prepare(block: RowBlock): Promise<PreparedRows>
  /** Ends the threads; what they were at is dropped. */
  close(): Promise<void>
}

/** A block needs next to nothing; without a limit a thread would gather a hundred megabytes of what it let go. */
const threadMemory = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 96 }

/** Some ten thousand rows: threads take longer to start than these to do. */
const fewBlocks = 16

export function createRowPool(
  preparation: RowPreparation,
  { threads = allPower(), blocksWithoutThreads = fewBlocks } = {},
): RowPool {
  let blocks = 0
  let workers: Piscina<RowBlock, ThreadAnswer> | undefined
  return {
    atOnce: threads * 2 + 1,
    async prepare(block) {
      if (++blocks <= blocksWithoutThreads) return prepareRows(preparation, block)
      workers ??= startThreads(preparation, threads)
      const answer = await workers.run(block)
      if ('because' in answer) throw new CsvFault(answer.because, answer.detail)
      return answer
    },
    async close() {
      await workers?.destroy()
    },
  }
}

function startThreads({ vault, ...rest }: RowPreparation, threads: number) {
  const workerData: ThreadStart = { ...rest, keys: vault.keys }
  const filename = new URL('prepare-rows-thread.ts', import.meta.url).href
  return new Piscina<RowBlock, ThreadAnswer>({
    filename,
    workerData,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: threadMemory,
  })
}
