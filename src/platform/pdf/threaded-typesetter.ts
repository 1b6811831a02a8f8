import { Piscina } from 'piscina'
import { sparePower } from '../threads.ts'
import { type Typesetter, type TypstSource, UnprintableText } from './typesetter.ts'
import type { ThreadAnswer } from './typesetter-thread.ts'

export interface ThreadedTypesetter extends Typesetter {
  close(): Promise<void>
}

/**
 * A typesetter that works beside the main thread, so that letters are pressed while the next plates are made.
 * A thread takes a hundred megabytes, most of it fonts; it starts with the first document and ends after a while
 * without work.
 */
export function createThreadedTypesetter(threads = sparePower()): ThreadedTypesetter {
  let pool: Piscina<TypstSource, ThreadAnswer> | undefined
  return {
    async typeset(source) {
      pool ??= new Piscina({
        filename: new URL('typesetter-thread.ts', import.meta.url).href,
        minThreads: 0,
        maxThreads: threads,
        idleTimeout: 10_000,
      })
      const answer = await pool.run(source)
      if ('unprintable' in answer) throw new UnprintableText(answer.unprintable)
      return answer.pdf
    },
    async close() {
      await pool?.close()
    },
  }
}
