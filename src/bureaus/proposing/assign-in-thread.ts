import { Piscina } from 'piscina'
import type { assignSeats } from '../assigning/assign-seats.ts'
import type { ToAssign } from '../assigning/seating.ts'

interface Watched {
  /** Stops it where it is. */
  readonly signal?: AbortSignal
  /** Rules of the law that are done. */
  readonly onRule?: (filled: number) => void
}

/** The solver holds its thread for seconds: not that of the pages, nor that of letters that are under way. */
export async function assignInThread(
  task: ToAssign,
  { signal, onRule = () => {} }: Watched = {},
): ReturnType<typeof assignSeats> {
  const filename = new URL('assign-thread.ts', import.meta.url).href
  const workers = new Piscina<ToAssign, Awaited<ReturnType<typeof assignSeats>>>({
    ...{ filename, minThreads: 1, maxThreads: 1 },
  })
  workers.on('message', (filled: number) => onRule(filled))
  try {
    return await workers.run(task, { ...(signal && { signal }) })
  } finally {
    await workers.destroy()
  }
}
