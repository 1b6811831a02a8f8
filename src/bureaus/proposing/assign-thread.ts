import { parentPort } from 'node:worker_threads'
import { assignSeats } from '../assigning/assign-seats.ts'
import type { ToAssign } from '../assigning/seating.ts'

/** Runs in a thread of `assignInThread`, and tells it after each rule how many are done. */
export default function assignAndTell(task: ToAssign): ReturnType<typeof assignSeats> {
  return assignSeats(task, (filled) => parentPort?.postMessage(filled))
}
